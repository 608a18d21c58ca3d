//! The routes of boards and reports.

use super::{evidence, issued, live, technical};
use crate::core::route::{RouteRow, signed};

/// Their rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        signed(live::__path_reported_elections, live::reported_elections),
        signed(live::__path_progress_board, live::progress_board),
        signed(live::__path_progress_board_file, live::progress_board_file),
        signed(live::__path_observations_board, live::observations_board),
        signed(
            live::__path_observations_board_file,
            live::observations_board_file,
        ),
        signed(live::__path_identity_board, live::identity_board),
        signed(live::__path_identity_board_file, live::identity_board_file),
        signed(
            evidence::__path_evidence_of_actor,
            evidence::evidence_of_actor,
        ),
        signed(
            evidence::__path_evidence_of_actor_file,
            evidence::evidence_of_actor_file,
        ),
        signed(issued::__path_issued_reports, issued::issued_reports),
        signed(issued::__path_issued_report, issued::issued_report),
        signed(
            issued::__path_issued_report_file,
            issued::issued_report_file,
        ),
        signed(
            technical::__path_technical_state,
            technical::technical_state,
        ),
    ]
}
