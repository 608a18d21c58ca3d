//! The commands.

mod admin;
mod duplicates;
mod import;
mod language;
mod seed;
mod serve;
mod verify;

use clap::{Parser, Subcommand};

use crate::core::config::Config;

/// Conóceles: capture, validation and publication of candidates' questionnaires.
#[derive(Debug, Parser)]
#[command(name = "conoceles", version, about)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the API, the portal and the desks.
    Serve,
    /// Prints the OpenAPI document.
    Openapi,
    /// Imports an archive.
    Import {
        #[command(subcommand)]
        command: import::ImportCommand,
    },
    /// Fills an empty database.
    Seed {
        #[command(subcommand)]
        command: seed::SeedCommand,
    },
    /// Administrators' accounts, from the server's own console.
    Admin {
        #[command(subcommand)]
        command: admin::AdminCommand,
    },
    /// Prints the texts of an election, or of a file, that are near-identical: one JSON object a
    /// line for each group.
    Duplicates(duplicates::Duplicates),
    /// Checks texts for inclusive language: one a line from standard input, a JSON array for each.
    Language(language::Language),
    /// Replays the publication log and compares it with what is stored; exit code 1 where they
    /// differ.
    Verify,
}

/// Anything that ends a command: printed, exit code 1.
pub type Outcome = Result<(), Box<dyn std::error::Error>>;

/// Runs the command named on the command line.
///
/// # Errors
/// Whatever ends it; `main` prints it.
pub async fn run() -> Outcome {
    let cli = Cli::parse();
    let config = Config::load()?;
    match cli.command {
        Command::Serve => serve::serve(config).await,
        Command::Admin { command } => admin::run(config, command).await,
        Command::Verify => verify::verify(config).await,
        Command::Import { command } => import::run(config, command).await,
        Command::Seed { command } => seed::run(config, command).await,
        Command::Duplicates(asked) => duplicates::run(config, &asked).await,
        Command::Language(asked) => language::run(&asked),
        Command::Openapi => {
            print!("{}", crate::openapi::json()?);
            Ok(())
        }
    }
}
