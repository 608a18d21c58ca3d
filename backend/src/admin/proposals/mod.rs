//! Acts that take two administrators: what is proposed and shown, and what a second one makes of it.

mod carry_out;
pub mod company;
mod confirm;
mod obstacle;
pub mod propose;
pub mod routes;
pub mod store;
pub mod subject;
mod views;
pub mod warnings;
