//! What every feature stands on: configuration, secrets, clock, database, errors, grants and the rows of the
//! route table, audit.

pub mod clock;
pub mod config;
pub mod cors;
pub mod db;
pub mod delimited;
pub mod error;
pub mod etag;
pub mod grant;
pub mod http;
pub mod ids;
mod migrations;
pub mod now;
pub mod objects;
pub mod route;
pub mod row;
pub mod secrets;
pub mod signed_in;
pub mod state;
pub mod store;
pub mod text;
pub mod tokens;

pub use store::audit;
