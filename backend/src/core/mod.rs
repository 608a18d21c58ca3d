//! What every feature stands on: configuration, secrets, clock, database, errors, grants, audit.

pub mod audit;
pub mod clock;
pub mod config;
pub mod db;
pub mod delimited;
pub mod error;
pub mod etag;
pub mod grant;
pub mod http;
pub mod ids;
pub mod objects;
pub mod secrets;
pub mod state;
pub mod store;
pub mod text;
