//! The routes of notices.

use super::list;
use crate::routes::{Entry, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<Entry> {
    vec![
        signed(list::__path_read, list::read),
        signed(list::__path_unread, list::unread),
        signed(list::__path_mark_all, list::mark_all),
        signed(list::__path_mark, list::mark),
    ]
}
