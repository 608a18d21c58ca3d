//! Accounts for many actors at once, their credential sheets, and what became of the delivery.
//!
//! The accounts are made without a password. Issuing their sheets gives each a one-time password that stands
//! on its page and nowhere else; issuing them again voids those of before.

mod attempts;
mod missing;
pub mod routes;
mod sessions;
mod sheets;
mod store;
