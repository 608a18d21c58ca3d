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
pub mod drills;
pub mod editing;
pub mod lists;
pub mod logos;
pub mod long_acts;
pub mod many;
pub mod papers;
pub mod parts;
pub mod remedies;
pub mod represented;
pub mod review;
pub mod roll;
pub mod sections;
pub mod settings;
pub mod substitutions;
pub mod timeline;
pub mod tools;
pub mod two_versions;

use conoceles_shared::api::Length;
pub use conoceles_shared::text::counted as count;

use crate::i18n::numbers::number;

/// «10 a 2,000», for what a text may measure.
fn range(length: Length) -> String {
    format!("{} a {}", number(length.min), number(length.max))
}
