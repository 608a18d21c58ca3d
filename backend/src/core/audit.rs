//! The audit: one append-only entry for each change of state, in the same transaction.

use conoceles_shared::ids::{AccountId, CandidacyId, ElectionId};
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;
use serde_json::Value;

use super::db::{Conn, store_instant};
use super::error::Failure;
use super::ids::new_id;

/// An entry to write. Texts and answers never go in: hashes and codes do.
#[derive(Debug, Default)]
pub struct Entry<'a> {
    /// Who; `None` is the system itself.
    pub account: Option<&'a AccountId>,
    /// Their role.
    pub role: Option<Role>,
    /// What, as a stable code, e.g. `section.saved`.
    pub action: &'a str,
    /// In which election.
    pub election: Option<&'a ElectionId>,
    /// Of which candidacy.
    pub candidacy: Option<&'a CandidacyId>,
    /// Hash of what was there before.
    pub before: Option<&'a str>,
    /// Hash of what is there now.
    pub after: Option<&'a str>,
    /// The legal basis, where the action needs one.
    pub legal_basis: Option<&'a str>,
    /// More, as JSON: codes, versions, dates.
    pub detail: Value,
}

const INSERT: &str = "INSERT INTO audit (id, at, account_id, role, action, election_id, \
     candidacy_id, before_sha256, after_sha256, legal_basis, detail) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";

/// Writes an entry inside the caller's transaction.
///
/// # Errors
/// The database refuses.
pub async fn write(conn: Conn<'_>, now: Instant, entry: Entry<'_>) -> Result<(), Failure> {
    // Any id type is a UUID; the audit's own entries have no type of their own.
    let id: CandidacyId = new_id(now)?;
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
