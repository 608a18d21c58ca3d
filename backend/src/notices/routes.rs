//! The routes of notices.

use super::list;
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        signed(list::__path_read, list::read),
        signed(list::__path_unread, list::unread),
        signed(list::__path_mark_all, list::mark_all),
        signed(list::__path_mark, list::mark),
    ]
}
