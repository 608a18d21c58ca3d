//! The routes of credential sheets.

use super::{attempts, missing, sessions, sheets};
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
pub fn credential_routes() -> Vec<RouteRow> {
    vec![
        signed(
            missing::__path_create_missing_accounts,
            missing::create_missing_accounts,
        ),
        signed(sheets::__path_issue_sheets, sheets::issue_sheets),
        signed(attempts::__path_list_deliveries, attempts::list_deliveries),
        signed(attempts::__path_note_delivery, attempts::note_delivery),
        signed(
            sessions::__path_end_account_sessions,
            sessions::end_account_sessions,
        ),
    ]
}
