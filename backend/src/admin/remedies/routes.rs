//! The routes of what is undone and reopened.

use super::{ending, receipt, reopening};
use crate::core::route::{RouteRow, signed};

/// Their rows of the route table.
#[must_use]
pub fn remedy_routes() -> Vec<RouteRow> {
    vec![
        signed(ending::__path_propose_undoing, ending::propose_undoing),
        signed(
            receipt::__path_propose_annulment,
            receipt::propose_annulment,
        ),
        signed(
            reopening::__path_propose_reopening,
            reopening::propose_reopening,
        ),
    ]
}
