//! The `conoceles` binary.

use std::io::IsTerminal as _;
use std::process::ExitCode;

use tracing_subscriber::EnvFilter;

#[actix_web::main]
async fn main() -> ExitCode {
    let filter =
        EnvFilter::try_from_env("CONOCELES_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    let log = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        log.init();
    } else {
        log.json().init();
    }
    match conoceles::cli::commands::run_command_line().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("conoceles: {error}");
            ExitCode::FAILURE
        }
    }
}
