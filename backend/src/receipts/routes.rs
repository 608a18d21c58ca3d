//! The routes of receipts.

use super::{check, own};
use crate::routes::{Entry, public, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<Entry> {
    vec![
        public(check::__path_check, check::check),
        signed(own::__path_list, own::list),
        signed(own::__path_read, own::read),
        signed(own::__path_of_account, own::of_account),
    ]
}
