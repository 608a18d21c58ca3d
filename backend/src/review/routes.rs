//! The routes of review.

use super::{
    corrections, decisions, desk, handling, next, papers, pauses, photos, published, queue,
    reason_templates, turns,
};
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        signed(queue::__path_review_queue, queue::review_queue),
        signed(
            published::__path_published_candidacies,
            published::published_candidacies,
        ),
        signed(desk::__path_review_desk, desk::review_desk),
        signed(desk::__path_hints_for_review, desk::hints_for_review),
        signed(photos::__path_photo_for_review, photos::photo_for_review),
        signed(turns::__path_claim_turn, turns::claim_turn),
        signed(turns::__path_release_turn, turns::release_turn),
        signed(
            turns::__path_conclude_and_publish_approved,
            turns::conclude_and_publish_approved,
        ),
        signed(decisions::__path_decide_section, decisions::decide_section),
        signed(pauses::__path_pause_section, pauses::pause_section),
        signed(pauses::__path_resume_section, pauses::resume_section),
        signed(papers::__path_record_paper, papers::record_paper),
        signed(
            papers::__path_stopped_by_revocation,
            papers::stopped_by_revocation,
        ),
        signed(
            corrections::__path_open_correction,
            corrections::open_correction,
        ),
        signed(
            corrections::__path_refuse_correction,
            corrections::refuse_correction,
        ),
        signed(next::__path_claim_next_in_line, next::claim_next_in_line),
        signed(queue::__path_choices_of_lists, queue::choices_of_lists),
        signed(handling::__path_mark_handled, handling::mark_handled),
        signed(
            reason_templates::__path_reasons_to_start_from,
            reason_templates::reasons_to_start_from,
        ),
        signed(
            reason_templates::__path_reasons_to_word,
            reason_templates::reasons_to_word,
        ),
        signed(
            reason_templates::__path_word_reasons,
            reason_templates::word_reasons,
        ),
    ]
}
