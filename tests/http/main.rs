//! Behaviour through the HTTP door, on both databases.

mod accounts;
mod bad_input;
mod bulk;
mod bulk_archive;
mod capture;
mod desks;
mod hints;
mod hostile_photos;
mod hostile_sheets;
mod language;
mod leaks;
mod mail;
mod notices;
mod pages;
mod photos;
mod preview;
mod publication;
mod receipts;
mod recovery;
mod review;
mod second_factor;
mod settings_file;
mod signed_consents;
mod walk;

use conoceles_tests::{Person, Server, builders, content, on_both};
