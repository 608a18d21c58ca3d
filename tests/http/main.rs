//! Behaviour through the HTTP door, on both databases.

mod accounts;
mod bad_input;
mod bulk;
mod capture;
mod desks;
mod leaks;
mod publication;
mod receipts;
mod review;
mod signed_consents;
mod walk;

use conoceles_tests::{Person, Server, builders, content, on_both};
