//! The audit: one append-only entry for each change of state, in the same transaction, and its hash, which
//! the chain takes up afterwards (`docs/decisions/0051-the-audit-is-a-chain.md`).

use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::{AccountId, AuditId, CandidacyId, ElectionId, SessionId};
use conoceles_shared::lifecycle::Who;
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;
use serde::Serialize;
use serde_json::Value;
use sqlx::AssertSqlSafe;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::ids::new_id;
use crate::core::many::rows_of_places;
use crate::core::row::{Only, row};
use crate::core::secrets::sha256_hex;

const INSERT: &str = "INSERT INTO audit (id, at, account_id, role, action, election_id, \
     candidacy_id, before_sha256, after_sha256, legal_basis, detail, session_id) VALUES ";
const INSERT_UNSEALED: &str = "INSERT INTO audit_unsealed (audit_id, sha256) VALUES ";
/// How many values an entry has, and how many entries one statement stores at most.
const ENTRY_VALUES: usize = 12;
const MOST_ENTRIES: usize = 40;

/// An entry to write. Texts and answers never go in: hashes and codes do.
#[derive(Debug)]
pub struct AuditEntry<'a> {
    /// Who; `None` is the system itself.
    pub account: Option<&'a AccountId>,
    /// The role they had then.
    pub role: Option<Role>,
    /// In which session.
    pub session: Option<&'a SessionId>,
    /// What.
    pub action: AuditAction,
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
    pub fn by(who: Option<Who<'a>>, action: AuditAction) -> Self {
        Self {
            account: who.map(|it| it.account),
            role: who.map(|it| it.role),
            session: who.and_then(|it| it.session),
            ..Self::of_system(action)
        }
    }

    /// An entry of what the system did.
    #[must_use]
    pub const fn of_system(action: AuditAction) -> Self {
        Self {
            account: None,
            role: None,
            session: None,
            action,
            election: None,
            candidacy: None,
            before: None,
            after: None,
            legal_basis: None,
            detail: Value::Null,
        }
    }
}

row! {
    /// An entry as it is stored. Its hash is that of its JSON, keys in this order; what its columns
    /// hold is taken as it is, since that is what is in question when it is checked.
    #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
    pub struct StoredEntry from stored_columns! {
        /// Ordered by the instant of the change.
        pub id: String = "a.id",
        /// When.
        pub at: String = "a.at",
        /// Who.
        pub account: Option<String> = "a.account_id",
        /// The role they had then.
        pub role: Option<String> = "a.role",
        /// In which session.
        pub session: Option<String> = "a.session_id",
        /// What.
        pub action: String = "a.action",
        /// In which election.
        pub election: Option<String> = "a.election_id",
        /// Of which candidacy.
        pub candidacy: Option<String> = "a.candidacy_id",
        /// Hash of what was there before.
        pub before: Option<String> = "a.before_sha256",
        /// Hash of what is there now.
        pub after: Option<String> = "a.after_sha256",
        /// The legal basis.
        pub legal_basis: Option<String> = "a.legal_basis",
        /// More, as JSON.
        pub detail: String = "a.detail",
    }
}

const STORED: &str = concat!(
    "SELECT ",
    stored_columns!(),
    " FROM audit a WHERE a.id = $1"
);
const SEALED: &str = concat!(
    "SELECT ",
    stored_columns!(),
    " FROM audit_seals s JOIN audit a ON a.id = s.audit_id WHERE s.seq > $1 AND s.seq <= $2"
);

impl StoredEntry {
    fn of(id: &AuditId, now: Instant, entry: &AuditEntry<'_>) -> Self {
        Self {
            id: id.to_string(),
            at: store_instant(now),
            account: entry.account.map(ToString::to_string),
            role: entry.role.map(|it| it.code().to_owned()),
            session: entry.session.map(ToString::to_string),
            action: entry.action.code().to_owned(),
            election: entry.election.map(ToString::to_string),
            candidacy: entry.candidacy.map(ToString::to_string),
            before: entry.before.map(ToOwned::to_owned),
            after: entry.after.map(ToOwned::to_owned),
            legal_basis: entry.legal_basis.map(ToOwned::to_owned),
            detail: entry.detail.to_string(),
        }
    }

    /// The hash of everything that it says.
    ///
    /// # Errors
    /// Never in practice: an entry holds texts.
    pub fn sha256(&self) -> Result<String, Failure> {
        Ok(sha256_hex(serde_json::to_string(self)?.as_bytes()))
    }
}

/// Writes an entry inside the caller's transaction, and its hash for the chain. It waits for nobody.
pub async fn write(conn: Conn<'_>, now: Instant, entry: AuditEntry<'_>) -> Result<(), Failure> {
    write_many(conn, now, &[entry]).await
}

/// The same for many entries, a few in each statement.
pub async fn write_many(
    conn: Conn<'_>,
    now: Instant,
    entries: &[AuditEntry<'_>],
) -> Result<(), Failure> {
    for some in entries.chunks(MOST_ENTRIES) {
        let mut hashes = Vec::new();
        let sql = format!("{INSERT}{}", rows_of_places(some.len(), ENTRY_VALUES));
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for entry in some {
            let it = StoredEntry::of(&new_id(now)?, now, entry);
            hashes.push((it.id.clone(), it.sha256()?));
            query = query
                .bind(it.id)
                .bind(it.at)
                .bind(it.account)
                .bind(it.role)
                .bind(it.action)
                .bind(it.election)
                .bind(it.candidacy)
                .bind(it.before)
                .bind(it.after)
                .bind(it.legal_basis)
                .bind(it.detail)
                .bind(it.session);
        }
        query.execute(&mut *conn).await?;
        let sql = format!("{INSERT_UNSEALED}{}", rows_of_places(hashes.len(), 2));
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for (id, sha256) in hashes {
            query = query.bind(id).bind(sha256);
        }
        query.execute(&mut *conn).await?;
    }
    Ok(())
}

/// One entry as it is stored now.
pub async fn stored_entry(conn: Conn<'_>, id: &str) -> Result<Option<StoredEntry>, Failure> {
    Ok(sqlx::query_as(STORED)
        .bind(id.to_owned())
        .fetch_optional(conn)
        .await?)
}

/// The entries of the seals after `after` up to `last`, as they are stored now.
pub async fn sealed_entries(
    conn: Conn<'_>,
    after: u64,
    last: u64,
) -> Result<Vec<StoredEntry>, Failure> {
    let number = |it: u64| i64::try_from(it).unwrap_or(i64::MAX);
    Ok(sqlx::query_as(SEALED)
        .bind(number(after))
        .bind(number(last))
        .fetch_all(conn)
        .await?)
}

/// Whether this session already left an entry of this action on a version of a candidacy's data.
pub async fn is_noted_in_session(
    conn: Conn<'_>,
    who: Who<'_>,
    action: AuditAction,
    candidacy: &CandidacyId,
    version: &str,
) -> Result<bool, Failure> {
    let found: Option<Only<String>> = sqlx::query_as(
        "SELECT id FROM audit WHERE candidacy_id = $1 AND action = $2 AND account_id = $3 \
         AND session_id = $4 AND after_sha256 = $5 LIMIT 1",
    )
    .bind(candidacy.to_string())
    .bind(action.code().to_owned())
    .bind(who.account.to_string())
    .bind(who.session.map(ToString::to_string).unwrap_or_default())
    .bind(version.to_owned())
    .fetch_optional(conn)
    .await?;
    Ok(found.is_some())
}
