//! Signing in, the first steps, and one's own password.

mod code;
mod first_steps;
mod own_sessions;
mod password;
mod prove_again;
mod recovery_codes;
mod second_factor;
mod sign_in;

pub use first_steps::FirstSteps;
pub use password::PasswordPage;
pub use prove_again::ProveAgain;
pub use second_factor::SecondFactorPage;
pub use sign_in::{SignInAgain, SignInPage};
