//! The routes of capture.

use crate::routes::Entry;

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<Entry> {
    Vec::new()
}
