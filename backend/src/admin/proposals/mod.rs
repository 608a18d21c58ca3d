//! Acts that take two administrators: what is proposed and shown, and what a second one makes of it.

mod confirm;
pub mod propose;
pub mod routes;
pub mod store;
mod views;
pub mod warnings;
