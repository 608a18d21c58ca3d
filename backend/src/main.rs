//! The `conoceles` binary.

use std::io::IsTerminal as _;
use std::process::ExitCode;

use conoceles::core::malformed::MalformedCounted;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

#[actix_web::main]
async fn main() -> ExitCode {
    let filter =
        EnvFilter::try_from_env("CONOCELES_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        log.finish().with(MalformedCounted).init();
    } else {
        log.json().finish().with(MalformedCounted).init();
    }
    match conoceles::cli::commands::run_command_line().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("conoceles: {error}");
            ExitCode::FAILURE
        }
    }
}
