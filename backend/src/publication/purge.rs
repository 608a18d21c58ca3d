//! What nobody may see any more is not kept in plain text either: records are taken out of the
//! database. The log keeps their hashes, the entry that explains it says why, and the audit what.

use conoceles_shared::audit::AuditAction;
use conoceles_shared::time::Instant;
use serde_json::json;

use super::entry::Kind;
use super::store::{self, RetiredRecord};
use crate::candidacy::LoadedCandidacy;
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;

/// Takes the retired records of a candidacy out, where `kind` is why: all of them where everything was
/// withdrawn or a consent revoked, those with badges where identity was blocked at the end.
///
/// # Errors
/// Only of the database.
pub async fn purge_retired(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    kind: Kind,
    now: Instant,
) -> Result<(), Failure> {
    let goes = |it: &RetiredRecord| match kind {
        Kind::Withdrawal | Kind::ConsentRevoked => true,
        Kind::IdentityBlocked => !it.record.identity_badges.is_empty(),
        _ => false,
    };
    let mut gone = Vec::new();
    for retired in store::retired_records(&mut *conn, &loaded.id).await? {
        if goes(&retired) {
            store::delete_record(&mut *conn, &loaded.id, retired.record.version).await?;
            gone.push(json!({ "version": retired.record.version, "sha256": retired.sha256 }));
        }
    }
    if gone.is_empty() {
        return Ok(());
    }
    let entry = AuditEntry {
        detail: json!({ "because": kind.code(), "records": gone }),
        ..loaded.audit_entry(None, AuditAction::PublicationPurged)
    };
    audit::write(conn, now, entry).await
}
