//! The routes of the audit.

use super::{entries, export};
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        signed(entries::__path_list_audit, entries::list_audit),
        signed(entries::__path_count_audit, entries::count_audit),
        signed(export::__path_export_audit, export::export_audit),
    ]
}
