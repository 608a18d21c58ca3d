//! The ledger of consents and the names of accounts, in the database.

use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::questionnaire::ConsentKind;
use conoceles_shared::time::Instant;
use sqlx::Row as _;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::ids::new_id;

/// An entry of the ledger.
#[derive(Debug)]
pub struct ConsentEntry<'a> {
    /// Of which candidacy.
    pub candidacy: &'a CandidacyId,
    /// Which consent.
    pub kind: ConsentKind,
    /// Given, or revoked.
    pub granted: bool,
    /// The version of the notice that was read.
    pub notice_version: &'a str,
    /// Through which account.
    pub account: &'a AccountId,
}

/// Appends to the ledger.
///
/// # Errors
/// The database.
pub async fn append_consent(
    conn: Conn<'_>,
    entry: &ConsentEntry<'_>,
    now: Instant,
) -> Result<(), Failure> {
    // Any id type is a UUID; the ledger's own entries have no type of their own.
    let id: CandidacyId = new_id(now)?;
    sqlx::query(
        "INSERT INTO consents (id, candidacy_id, kind, granted, notice_version, account_id, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(id.to_string())
    .bind(entry.candidacy.to_string())
    .bind(entry.kind.code().to_owned())
    .bind(i64::from(entry.granted))
    .bind(entry.notice_version.to_owned())
    .bind(entry.account.to_string())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(())
}

/// The name of an account's owner.
///
/// # Errors
/// The database.
pub async fn account_name(conn: Conn<'_>, id: &AccountId) -> Result<Option<String>, Failure> {
    let row = sqlx::query("SELECT name FROM accounts WHERE id = $1")
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    row.map(|it| Ok(it.try_get("name")?)).transpose()
}
