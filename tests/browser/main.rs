//! The same server in a real browser.

mod desks;
mod portal;
mod screenshots;

use conoceles_tests::browser::Browser;
use conoceles_tests::{Engine, Person, Server, builders};
