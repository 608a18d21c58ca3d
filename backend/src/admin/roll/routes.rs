//! The routes of the roll.

use super::{commit, headings, listed_errors, progress, upload};
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
pub fn roll_routes() -> Vec<RouteRow> {
    vec![
        signed(
            headings::__path_show_roll_headings,
            headings::show_roll_headings,
        ),
        signed(
            headings::__path_keep_roll_headings,
            headings::keep_roll_headings,
        ),
        signed(upload::__path_roll_dry_run, upload::roll_dry_run),
        signed(
            listed_errors::__path_roll_issues_file,
            listed_errors::roll_issues_file,
        ),
        signed(commit::__path_roll_commit, commit::roll_commit),
        signed(
            progress::__path_show_roll_progress,
            progress::show_roll_progress,
        ),
    ]
}
