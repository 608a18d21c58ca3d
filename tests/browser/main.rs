//! The same server in a real browser.

mod afterwards;
mod bulk;
mod desks;
mod drafts;
mod home;
mod hydration;
mod path;
mod portal;

use conoceles_tests::browser::Browser;
use conoceles_tests::{Engine, Person, Server, builders, content};
