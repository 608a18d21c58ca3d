//! The core's own statements: the audit, and whether the database answers.

use conoceles_shared::ids::CandidacyId;
use conoceles_shared::time::Instant;

use super::audit::Entry;
use super::db::{Conn, store_instant};
use super::error::Failure;

const INSERT: &str = "INSERT INTO audit (id, at, account_id, role, action, election_id, \
     candidacy_id, before_sha256, after_sha256, legal_basis, detail) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

/// Appends an audit entry.
///
/// # Errors
/// The database.
pub async fn insert_audit(
    conn: Conn<'_>,
    id: &CandidacyId,
    now: Instant,
    entry: &Entry<'_>,
) -> Result<(), Failure> {
    sqlx::query(INSERT)
        .bind(id.as_str().to_owned())
        .bind(store_instant(now))
        .bind(entry.account.map(ToString::to_string))
        .bind(entry.role.map(|it| it.code().to_owned()))
        .bind(entry.action.to_owned())
        .bind(entry.election.map(ToString::to_string))
        .bind(entry.candidacy.map(ToString::to_string))
        .bind(entry.before.map(ToOwned::to_owned))
        .bind(entry.after.map(ToOwned::to_owned))
        .bind(entry.legal_basis.map(ToOwned::to_owned))
        .bind(entry.detail.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

/// Asks for nothing, to see whether an answer comes.
///
/// # Errors
/// None comes.
pub async fn ping(conn: Conn<'_>) -> Result<(), Failure> {
    sqlx::query("SELECT 1").execute(conn).await?;
    Ok(())
}
