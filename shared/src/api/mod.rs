//! The types that travel: requests (closed, nothing unknown is accepted) and answers.
//!
//! `public` is an allow-list: it cannot name a private field, and nothing of `capture`, `review` or
//! `admin` is used in it.

pub mod admin;
mod admin_accounts;
mod admin_credentials;
mod admin_drills;
mod admin_edits;
mod admin_private;
mod admin_substitutions;
pub mod audit;
pub mod auth;
pub mod bulk;
pub mod capture;
pub mod changes;
mod changes_query;
pub mod corrections;
pub mod facets;
pub(crate) mod fields;
pub mod handled;
pub mod hints;
pub mod history;
pub mod listing;
pub mod many;
pub mod many_photos;
pub mod notices;
pub mod paper;
pub mod parameters;
pub mod proposals;
pub mod public;
mod public_catalogues;
mod public_meta;
pub mod published;
pub mod query;
mod query_text;
mod query_values;
pub mod reason_templates;
pub mod receipts;
pub mod remedies;
pub mod review;
pub mod roll;
pub mod seat;
pub mod second_factor;
pub mod standstill;
pub mod technical;
mod validation;

pub use fields::Length;
pub use validation::field_errors;

use serde::{Deserialize, Serialize};

/// A code with its Spanish label.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Labelled {
    /// Stable lower-case code.
    pub code: String,
    /// The official Spanish wording.
    pub label: String,
}

impl Labelled {
    /// A code with its label.
    #[must_use]
    pub fn new(code: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            label: label.into(),
        }
    }
}

/// A plain list, for private routes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct List<T> {
    /// The items.
    pub data: Vec<T>,
}
