//! The audit: one append-only entry for each change of state, in the same transaction.

use conoceles_shared::ids::{AccountId, AuditId, CandidacyId, ElectionId, SessionId};
use conoceles_shared::lifecycle::Who;
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;
use serde_json::Value;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::ids::new_id;

const INSERT: &str = "INSERT INTO audit (id, at, account_id, role, action, election_id, \
     candidacy_id, before_sha256, after_sha256, legal_basis, detail, session_id) \
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";

/// An entry to write. Texts and answers never go in: hashes and codes do.
#[derive(Debug, Default)]
pub struct AuditEntry<'a> {
    /// Who; `None` is the system itself.
    pub account: Option<&'a AccountId>,
    /// The role they had then.
    pub role: Option<Role>,
    /// In which session.
    pub session: Option<&'a SessionId>,
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

impl<'a> AuditEntry<'a> {
    /// An entry of what `who` did; without anybody it was the system itself.
    #[must_use]
    pub fn by(who: Option<Who<'a>>, action: &'a str) -> Self {
        Self {
            account: who.map(|it| it.account),
            role: who.map(|it| it.role),
            session: who.and_then(|it| it.session),
            action,
            ..Self::default()
        }
    }
}

/// Writes an entry inside the caller's transaction.
pub async fn write(conn: Conn<'_>, now: Instant, entry: AuditEntry<'_>) -> Result<(), Failure> {
    let id: AuditId = new_id(now)?;
    sqlx::query(INSERT)
        .bind(id.to_string())
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
        .bind(entry.session.map(ToString::to_string))
        .execute(conn)
        .await?;
    Ok(())
}
