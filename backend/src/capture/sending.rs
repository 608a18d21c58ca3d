//! What an operator sends: its receipt, and the step with its audit entry.

use conoceles_shared::audit::AuditAction;
use conoceles_shared::lifecycle::{Process, Who};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::receipt::ReceiptKind;
use conoceles_shared::time::Instant;
use serde_json::{Value, json};

use crate::candidacy::LoadedCandidacy;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::state::App;
use crate::receipts::{SentSections, issue_for_sent};
use crate::steps::{Step, store_audited_step};

/// What is sent.
pub struct Sending<'a> {
    /// What its receipt is called.
    pub kind: ReceiptKind,
    /// What the receipt lists.
    pub sections: &'a [Section],
    /// What the audit calls it.
    pub action: AuditAction,
    /// What the audit keeps of it, beside the receipt's hash.
    pub detail: Value,
}

/// Stores what was sent, with its receipt.
///
/// # Errors
/// 409 `concurrent_change` where another request was first.
pub async fn store_sent(
    app: &App,
    conn: Conn<'_>,
    loaded: &mut LoadedCandidacy,
    next: Process,
    who: Who<'_>,
    sending: Sending<'_>,
    now: Instant,
) -> Result<(), Failure> {
    let sent = SentSections {
        kind: sending.kind,
        process: &next,
        sections: sending.sections,
        by: Some(who.account),
        at: now,
    };
    let receipt = issue_for_sent(app, &mut *conn, loaded, &sent).await?;
    let mut detail = sending.detail;
    detail["receipt_sha256"] = json!(receipt);
    let step = Step {
        who: Some(who),
        detail,
        ..Step::of(sending.action)
    };
    store_audited_step(conn, loaded, next, step, now).await
}
