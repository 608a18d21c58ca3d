//! The imports between the files of each crate, as the compiler would find them.

mod arrows;
mod outline;
mod resolve;
mod tokens;
mod tree;
mod walker;

pub use arrows::{Arrow, arrows};
pub use tree::Tree;

#[cfg(test)]
#[path = "imports_tests.rs"]
mod tests;
