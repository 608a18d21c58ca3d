//! What every feature stands on: configuration, secrets, clock, database, errors, grants and the rows of the
//! route table, audit.

pub mod bound;
pub mod change;
pub mod client_address;
pub mod clock;
pub mod config;
pub mod cors;
pub mod db;
pub mod error;
pub mod etag;
pub mod file_body;
pub mod gate;
pub mod grant;
pub mod http;
pub mod ids;
mod json;
pub mod malformed;
pub mod many;
mod migrations;
pub mod now;
pub mod objects;
pub mod own_files;
mod plain;
pub mod requests;
pub mod route;
pub mod row;
pub mod secrets;
pub mod sheets;
pub mod signed_in;
pub mod state;
pub mod store;
pub mod text;
pub mod tokens;
pub mod uploads;
pub mod warnings;

pub use store::audit;
