//! Reading the audit: pages of entries, and how many there are.

use conoceles_shared::api::admin::Registration;
use conoceles_shared::election::ElectionSetup;
use conoceles_shared::ids::{AccountId, AuditId, CandidacyId, ElectionId};
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;

pub use super::conditions::{AuditReader, Conditions};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::row;

row! {
    /// An entry with the names that it is read by.
    #[derive(Debug)]
    pub struct ReadEntry from read_columns! {
        /// Ordered by the instant of the change.
        pub id: AuditId = "a.id",
        /// When.
        pub at: Instant = "a.at",
        /// What; a code that this program does not know is one of a later program's.
        pub action: String = "a.action",
        /// Who.
        pub account: Option<AccountId> = "a.account_id",
        /// Their name.
        pub name: Option<String> = "p.name",
        /// The name with which they sign in.
        pub login: Option<String> = "p.login",
        /// The role they had then.
        pub role: Option<Role> = "a.role",
        /// In which election.
        pub election: Option<ElectionId> = "a.election_id",
        /// With its name.
        pub setup: Option<ElectionSetup> = "e.setup",
        /// Of which candidacy.
        pub candidacy: Option<CandidacyId> = "a.candidacy_id",
        /// With the candidate's name.
        pub registration: Option<Registration> = "c.registration",
        /// Hash of what was there before.
        pub before: Option<String> = "a.before_sha256",
        /// Hash of what is there now.
        pub after: Option<String> = "a.after_sha256",
        /// The legal basis.
        pub legal_basis: Option<String> = "a.legal_basis",
        /// More, as JSON.
        pub detail: String = "a.detail",
        /// Its number in the chain.
        pub seal: Option<u64> = "s.seq",
        /// The hash of that seal.
        pub seal_sha256: Option<String> = "s.hash",
    }
}

row! {
    /// How often an action was done.
    #[derive(Debug)]
    pub struct CountedAction from count_columns! {
        /// What.
        pub action: String = "a.action",
        /// How often.
        pub count: u64 = "COUNT(*)",
    }
}

/// The first `most` entries that meet the conditions, newest first.
pub async fn entries_newest_first(
    conn: Conn<'_>,
    conditions: Conditions,
    most: usize,
) -> Result<Vec<ReadEntry>, Failure> {
    let text = format!(
        "SELECT {} FROM audit a LEFT JOIN accounts p ON p.id = a.account_id \
         LEFT JOIN elections e ON e.id = a.election_id \
         LEFT JOIN candidacies c ON c.id = a.candidacy_id \
         LEFT JOIN audit_seals s ON s.audit_id = a.id{} ORDER BY a.id DESC LIMIT {most}",
        read_columns!(),
        conditions.to_sql()
    );
    // Fixed texts and a number: whatever came from outside is bound.
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(text));
    for value in conditions.values {
        query = query.bind(value);
    }
    Ok(query.fetch_all(conn).await?)
}

/// How often each action was done that meets the conditions, by its code.
pub async fn count_by_action(
    conn: Conn<'_>,
    conditions: Conditions,
) -> Result<Vec<CountedAction>, Failure> {
    let text = format!(
        "SELECT {} FROM audit a{} GROUP BY a.action ORDER BY a.action",
        count_columns!(),
        conditions.to_sql()
    );
    // Fixed texts only: whatever came from outside is bound.
    let mut query = sqlx::query_as(sqlx::AssertSqlSafe(text));
    for value in conditions.values {
        query = query.bind(value);
    }
    Ok(query.fetch_all(conn).await?)
}
