//! Receipts that hold no more: their facts stay as they were hashed, and whoever verifies one is told.

use conoceles_shared::ids::CandidacyId;
use conoceles_shared::receipt::{ReceiptCode, ReceiptKind};
use conoceles_shared::time::{Instant, Period};

use super::store::{self, StoredReceipt};
use super::{Accepted, issue_for_account};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::state::App;
use crate::elections::{ActorRow, ElectionRow};

/// A capture period that had begun by mistake.
pub struct Annulment<'a> {
    /// Whose.
    pub actor: &'a ActorRow,
    /// In which election.
    pub election: &'a ElectionRow,
    /// The period that runs in its place.
    pub instead: Option<Period>,
}

/// Annuls the receipts of accounts that state another period than the one that runs instead, and issues
/// each anew with that one; the codes that hold no more.
pub async fn annul_stating(
    app: &App,
    conn: Conn<'_>,
    annulment: &Annulment<'_>,
    now: Instant,
) -> Result<Vec<ReceiptCode>, Failure> {
    let all =
        store::standing_of_actor(&mut *conn, &annulment.actor.id, ReceiptKind::Account).await?;
    let mut codes = Vec::new();
    for StoredReceipt { facts, .. } in all {
        // Not by the day of the mistaken receipt: a period may begin later, with the capture phase.
        if facts.capture.is_none() || facts.capture == annulment.instead {
            continue;
        }
        store::annul(&mut *conn, &facts.code, now).await?;
        codes.push(facts.code);
        if let (Some(account), Some(capture)) = (&facts.account, annulment.instead) {
            let accepted = Accepted {
                account: &account.id,
                name: &account.name,
                election: annulment.election,
                actor: annulment.actor,
                capture,
            };
            issue_for_account(app, &mut *conn, &accepted, facts.at).await?;
        }
    }
    Ok(codes)
}

/// Annuls what the system acknowledged at the end of a candidacy's capture period; the codes that hold
/// no more.
pub async fn annul_sent_by_the_clock(
    conn: Conn<'_>,
    id: &CandidacyId,
    now: Instant,
) -> Result<Vec<ReceiptCode>, Failure> {
    let mut codes = Vec::new();
    for StoredReceipt {
        facts, annulled, ..
    } in store::of_candidacy(&mut *conn, id).await?
    {
        let by_clock = facts.kind == ReceiptKind::Submission && facts.account.is_none();
        if by_clock && annulled.is_none() {
            store::annul(&mut *conn, &facts.code, now).await?;
            codes.push(facts.code);
        }
    }
    Ok(codes)
}
