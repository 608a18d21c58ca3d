//! The audit: one append-only entry for each change of state, in the same transaction.

use conoceles_shared::ids::{AccountId, AuditId, CandidacyId, ElectionId};
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;
use serde_json::Value;

use super::db::Conn;
use super::error::Failure;
use super::ids::new_id;
use super::store;

/// An entry to write. Texts and answers never go in: hashes and codes do.
#[derive(Debug, Default)]
pub struct AuditEntry<'a> {
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

/// Writes an entry inside the caller's transaction.
///
/// # Errors
/// The database refuses.
pub async fn write(conn: Conn<'_>, now: Instant, entry: AuditEntry<'_>) -> Result<(), Failure> {
    let id: AuditId = new_id(now)?;
    store::insert_audit(conn, &id, now, &entry).await
}
