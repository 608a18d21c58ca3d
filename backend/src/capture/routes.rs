//! The routes of capture.

use super::bulk::{commit, template, upload};
use super::many;
use super::{
    consents, corrections, home, ignored, photo, preview, receipts, sections, submission, task,
};
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    let mut table = vec![
        signed(home::__path_operator_home, home::operator_home),
        signed(
            template::__path_bulk_template_xlsx,
            template::bulk_template_xlsx,
        ),
        signed(
            template::__path_bulk_template_csv,
            template::bulk_template_csv,
        ),
        signed(upload::__path_bulk_dry_run, upload::bulk_dry_run),
        signed(
            upload::__path_bulk_annotated_copy,
            upload::bulk_annotated_copy,
        ),
        signed(commit::__path_bulk_commit, commit::bulk_commit),
        signed(task::__path_task_list, task::task_list),
        signed(
            preview::__path_preview_as_public,
            preview::preview_as_public,
        ),
        signed(sections::__path_show_section, sections::show_section),
        signed(sections::__path_save_section, sections::save_section),
        signed(ignored::__path_leave_findings, ignored::leave_findings),
        signed(photo::__path_upload_photo, photo::upload_photo),
        signed(photo::__path_show_own_photo, photo::show_own_photo),
        signed(
            consents::__path_change_consent_and_publish,
            consents::change_consent_and_publish,
        ),
        signed(task::__path_hints_for_capture, task::hints_for_capture),
        signed(receipts::__path_own_receipts, receipts::own_receipts),
        signed(
            receipts::__path_print_own_receipt,
            receipts::print_own_receipt,
        ),
        signed(
            submission::__path_submit_candidacy,
            submission::submit_candidacy,
        ),
        signed(
            submission::__path_answer_observation,
            submission::answer_observation,
        ),
        signed(
            corrections::__path_request_correction,
            corrections::request_correction,
        ),
        signed(
            corrections::__path_send_correction,
            corrections::send_correction,
        ),
    ];
    table.extend(many::routes::routes());
    table
}
