//! The desks.

pub mod account;
pub mod admin;
pub mod advice;
pub mod audit;
pub mod boards;
pub mod capture;
pub mod common;
pub mod corrections;
pub mod credentials;
pub mod editing;
pub mod lists;
pub mod papers;
pub mod remedies;
pub mod review;
pub mod sections;
pub mod settings;
pub mod timeline;
pub mod tools;

use std::fmt::Display;

use conoceles_shared::api::Length;

use crate::i18n::numbers::number;

/// One or several of something.
pub fn count<N: Copy + Display + PartialEq + From<u8>>(n: N, one: &str, many: &str) -> String {
    format!("{n} {}", if n == N::from(1) { one } else { many })
}

/// «10 a 2,000», for what a text may measure.
fn range(length: Length) -> String {
    format!("{} a {}", number(length.min), number(length.max))
}
