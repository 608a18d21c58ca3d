//! Who reads identity answers leaves an entry in the audit: one in a session for each version, so that a
//! page that is loaded again does not drown it.

use conoceles_shared::audit::AuditAction;
use conoceles_shared::lifecycle::Who;
use conoceles_shared::time::Instant;
use serde_json::json;

use super::LoadedCandidacy;
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Power};
use crate::core::state::App;

/// Leaves the entry in the caller's transaction, unless this session has left it already. `sha256` is
/// of the version that is shown.
///
/// # Errors
/// The database.
pub async fn note_identity_read(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    who: Who<'_>,
    sha256: &str,
    now: Instant,
) -> Result<(), Failure> {
    let action = AuditAction::IdentityRead;
    if audit::is_noted_in_session(&mut *conn, who, action, &loaded.id, sha256).await? {
        return Ok(());
    }
    let entry = AuditEntry {
        after: Some(sha256),
        detail: json!({ "section": "identity" }),
        ..loaded.audit_entry(Some(who), action)
    };
    audit::write(conn, now, entry).await
}

/// The same for an answer that changes nothing else: written before anything is shown.
///
/// # Errors
/// 401 where the session is over by now; the database.
pub async fn note_before_showing_identity<P: Power>(
    grant: &Grant<P>,
    app: &App,
    loaded: &LoadedCandidacy,
    sha256: &str,
) -> Result<(), Failure> {
    let (who, action) = (grant.who(), AuditAction::IdentityRead);
    let mut conn = app.db.read().await?;
    if audit::is_noted_in_session(&mut conn, who, action, &loaded.id, sha256).await? {
        return Ok(());
    }
    drop(conn);
    let (mut tx, now) = grant.begin_change(app).await?;
    note_identity_read(&mut tx, loaded, who, sha256, now).await?;
    tx.commit().await
}
