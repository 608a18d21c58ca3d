//! Behaviour through the HTTP door, on both databases.

mod accounts;
mod bad_input;
mod bulk;
mod bulk_archive;
mod bulk_files;
mod capture;
mod corrections;
mod desks;
mod doors;
mod hints;
mod hostile_photos;
mod hostile_sheets;
mod identity_after_end;
mod ine_files;
mod language;
mod leaks;
mod mail;
mod notices;
mod paused_sections;
mod people;
mod photos;
mod preview;
mod public_cost;
mod publication;
mod published;
mod receipts;
mod recovery;
mod review;
mod revocations;
mod second_factor;
mod settings_file;
mod signed_consents;
mod slow_bodies;
mod two_people;
mod walk;

use conoceles_tests::{Person, Server, builders, content, on_both};
