//! The same server in a real browser.

mod afterwards;
mod bulk;
mod desks;
mod drafts;
mod hydration;
mod path;
mod portal;
mod receipts;

use conoceles_tests::browser::Browser;
use conoceles_tests::{Engine, Person, Server, builders, content};
