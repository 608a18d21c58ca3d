//! The routes of review.

use super::{decisions, desk, hints, pauses, photos, queue, turns};
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        signed(queue::__path_queue, queue::queue),
        signed(desk::__path_read, desk::read),
        signed(hints::__path_read, hints::read),
        signed(photos::__path_read, photos::read),
        signed(turns::__path_claim, turns::claim),
        signed(turns::__path_release, turns::release),
        signed(turns::__path_conclude, turns::conclude),
        signed(decisions::__path_decide, decisions::decide),
        signed(pauses::__path_pause, pauses::pause),
        signed(pauses::__path_resume, pauses::resume),
    ]
}
