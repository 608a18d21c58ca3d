//! The routes of capture.

use super::bulk::{commit, template, upload};
use super::{consents, hints, home, ignored, photo, preview, receipts, sections, submission, task};
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        signed(home::__path_home, home::home),
        signed(template::__path_xlsx, template::xlsx),
        signed(template::__path_csv, template::csv),
        signed(upload::__path_dry_run, upload::dry_run),
        signed(upload::__path_annotated, upload::annotated),
        signed(commit::__path_commit, commit::commit),
        signed(task::__path_read, task::read),
        signed(preview::__path_read, preview::read),
        signed(sections::__path_read, sections::read),
        signed(sections::__path_save, sections::save),
        signed(ignored::__path_save, ignored::save),
        signed(photo::__path_upload, photo::upload),
        signed(photo::__path_read, photo::read),
        signed(consents::__path_change, consents::change),
        signed(hints::__path_read, hints::read),
        signed(receipts::__path_list, receipts::list),
        signed(receipts::__path_read, receipts::read),
        signed(submission::__path_submit, submission::submit),
        signed(submission::__path_answer, submission::answer),
    ]
}
