//! The commands.

mod admin;
mod backup_made;
pub mod commands;
mod duplicates;
mod import;
mod language;
mod purge_list;
mod seed;
mod verify;
mod verify_url;

/// Anything that ends a command: printed, exit code 1.
pub type Outcome = Result<(), Box<dyn std::error::Error>>;
