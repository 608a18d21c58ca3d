//! The routes of proposals.

use super::{confirm, warnings};
use crate::core::route::{RouteRow, signed};

/// Their rows of the route table.
#[must_use]
pub fn proposal_routes() -> Vec<RouteRow> {
    vec![
        signed(confirm::__path_list_proposals, confirm::list_proposals),
        signed(confirm::__path_show_proposal, confirm::show_proposal),
        signed(confirm::__path_confirm_proposal, confirm::confirm_proposal),
        signed(confirm::__path_refuse_proposal, confirm::refuse_proposal),
        signed(warnings::__path_list_warnings, warnings::list_warnings),
    ]
}
