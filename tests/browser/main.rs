//! The same server in a real browser.

mod afterwards;
mod bulk;
mod desks;
mod drafts;
mod hints;
mod home;
mod keyboard;
mod language;
mod menu;
mod observing;
mod path;
mod photo;
mod portal;
mod preview;
mod receipts;
mod second_factor;
mod tabs;
mod taking_over;
mod touched;

use conoceles_tests::browser::Browser;
use conoceles_tests::{Engine, Person, Server, builders, content, eventually, on_both};
