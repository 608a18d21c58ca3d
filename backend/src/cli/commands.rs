//! The command line: every command, and what runs it.

use clap::{Parser, Subcommand};

use super::{
    Outcome, admin, backup_made, duplicates, import, language, purge_list, seed, verify, verify_url,
};
use crate::core::config::Config;
use crate::core::state::App;
use crate::server;

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
    /// Prints the addresses of photos that were public and are no longer, one a line, for the purge of a
    /// cache in front of the portal.
    PurgeList,
    /// Notes that a backup was made just now: technical support sees when the last one was.
    BackupMade,
    /// Replays the publication log, walks the chain of the audit, and compares both with what is
    /// stored; exit code 1 where they differ. With `--url`, the same of what another server says in public.
    Verify(verify_url::AskedServer),
}

/// Runs the command named on the command line.
///
/// # Errors
/// Whatever ends it; `main` prints it.
pub async fn run_command_line() -> Outcome {
    let cli = Cli::parse();
    let config = Config::load()?;
    match cli.command {
        Command::Serve => server::serve(App::open(config).await?).await,
        Command::Admin { command } => admin::run_admin(config, command).await,
        Command::Verify(asked) => match asked.url {
            Some(url) => verify_url::verify_server(&url, asked.kept.as_deref()).await,
            None => verify::verify_log(config).await,
        },
        Command::BackupMade => backup_made::note_backup_made(config).await,
        Command::PurgeList => purge_list::print_purge_list(config).await,
        Command::Import { command } => import::run_import(config, command).await,
        Command::Seed { command } => seed::run_seed(config, command).await,
        Command::Duplicates(asked) => duplicates::run_duplicates(config, &asked).await,
        Command::Language(asked) => language::run_language(&asked),
        Command::Openapi => {
            print!("{}", crate::openapi::json()?);
            Ok(())
        }
    }
}
