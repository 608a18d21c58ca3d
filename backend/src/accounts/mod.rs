//! Accounts: sign-in, first steps, sessions.

mod own_sessions;
mod passwords;
pub mod receipt;
pub mod routes;
pub mod sessions;
pub mod sign_in;
pub mod store;
mod throttle;
mod tokens;

pub use passwords::{Hashed, hash, one_time_password};
pub use sessions::{SignedIn, authenticate};
