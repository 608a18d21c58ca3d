//! The routes of what changed.

use super::{feeds, heads, pages, proofs};
use crate::core::route::{RouteRow, public};

/// Changes, feeds, the log and its proofs.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        public(pages::__path_list_changes, pages::list_changes),
        public(feeds::__path_show_atom_feed, feeds::show_atom_feed),
        public(feeds::__path_show_json_feed, feeds::show_json_feed),
        public(pages::__path_list_log_entries, pages::list_log_entries),
        public(heads::__path_show_log_head, heads::show_log_head),
        public(proofs::__path_prove_consistency, proofs::prove_consistency),
        public(proofs::__path_prove_inclusion, proofs::prove_inclusion),
    ]
}
