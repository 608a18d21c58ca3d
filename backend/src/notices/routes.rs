//! The routes of notices.

use super::list;
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        signed(list::__path_list_notices, list::list_notices),
        signed(
            list::__path_count_unread_notices,
            list::count_unread_notices,
        ),
        signed(list::__path_mark_notices_read, list::mark_notices_read),
        signed(list::__path_mark_notice_read, list::mark_notice_read),
    ]
}
