//! The same server in a real browser.

mod afterwards;
mod amending;
mod auditing;
mod boards;
mod bulk;
mod checking;
mod correcting;
mod desks;
mod drafts;
mod editing;
mod held;
mod hints;
mod home;
mod keyboard;
mod language;
mod menu;
mod observing;
mod parts;
mod path;
mod photo;
mod portal;
mod preview;
mod queue;
mod receipts;
mod reconnecting;
mod remedies;
mod reviewers_tools;
mod second_factor;
mod shared_computer;
mod small_things;
mod tabs;
mod taking_over;
mod touched;

use conoceles_tests::browser::Browser;
use conoceles_tests::{Engine, Person, Server, builders, content, eventually, on_both};
