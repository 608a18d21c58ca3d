//! The routes of verification.

use super::check;
use crate::core::route::{RouteRow, public};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![public(check::__path_verify_receipt, check::verify_receipt)]
}
