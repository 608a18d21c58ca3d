//! Behaviour through the HTTP door, on both databases.

mod accounts;
mod bad_input;
mod bulk;
mod capture;
mod desks;
mod leaks;
mod publication;
mod recovery;
mod review;
mod second_factor;
mod walk;

use conoceles_tests::{Person, Server, builders, content, on_both};
