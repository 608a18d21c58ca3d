//! Accounts: sign-in, first steps, sessions.

mod common;
mod own_password;
mod own_sessions;
mod passwords;
mod proof;
pub mod receipt;
mod recovery_codes;
pub mod routes;
mod second_factor;
pub mod sessions;
pub mod sign_in;
pub mod store;
mod throttle;
mod totp;

pub use passwords::{Hashed, hash, one_time_password};
