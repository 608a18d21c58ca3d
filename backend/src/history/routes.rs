//! The routes of histories.

use super::pages;
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        signed(pages::__path_history_for_review, pages::history_for_review),
        signed(pages::__path_history_for_admin, pages::history_for_admin),
        signed(
            pages::__path_history_of_own_candidacy,
            pages::history_of_own_candidacy,
        ),
    ]
}
