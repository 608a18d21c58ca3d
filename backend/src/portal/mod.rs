//! The portal: what the public is answered from memory, as pages and as data.
//!
//! A snapshot is built of the records and followed by the log's sequence; a reader never waits for
//! the database.

mod api;
mod budgets;
mod cache;
mod catalogues;
mod companions;
mod contest;
mod cursor;
mod elections;
mod facets;
mod fragments;
mod list;
mod logos;
mod memory;
mod misses;
mod on_demand;
pub mod pages;
mod pairing;
mod photos;
mod published;
pub mod routes;
mod search;
mod sitemap;
mod snapshot;
pub mod store;
mod views;

pub use budgets::{TOKENS_A_SECOND, TOKENS_AT_MOST, tell_budget};
pub use memory::{Portal, follow_log};
pub use misses::{ITEMS_A_TOKEN, admitted, crowded};
