//! Signing in, the first steps, and one's own password.

mod first_steps;
mod own_sessions;
mod password;
mod sign_in;

pub use first_steps::FirstSteps;
pub use password::PasswordPage;
pub use sign_in::{SignInAgain, SignInPage};
