//! Signed copies in the database: only inserted. The files are sealed objects.

use conoceles_shared::api::receipts::SignedConsent;
use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::row;

/// What a copy's ciphertext is bound to.
#[must_use]
pub fn copy_place(candidacy: &CandidacyId) -> String {
    format!("signed_consents/{candidacy}")
}

/// Where the object with this hash is kept.
#[must_use]
pub fn object_name(sha256: &str) -> String {
    format!("{sha256}.sealed")
}

/// A copy to be stored.
#[derive(Debug)]
pub struct NewCopy<'a> {
    /// Of which candidacy.
    pub candidacy: &'a CandidacyId,
    /// Counts from 1 in each candidacy.
    pub number: usize,
    /// Through which account.
    pub account: &'a AccountId,
    /// PDF, JPEG or PNG.
    pub media_type: &'a str,
    /// How large the file is before it is sealed.
    pub bytes: usize,
    /// The hash of the sealed file.
    pub object: &'a str,
}

row! {
    /// What tells how to open a copy.
    #[derive(Debug)]
    pub struct StoredCopy from copy_columns! {
        /// PDF, JPEG or PNG.
        pub media_type: String = "media_type",
        /// The hash of the sealed file.
        pub object: String = "object",
    }
}

row! {
    struct DeliveredRow from delivered_columns! {
        number: u32 = "number",
        delivered_at: Instant = "at",
        bytes: u32 = "bytes",
        media_type: String = "media_type",
    }
}

impl From<DeliveredRow> for SignedConsent {
    fn from(row: DeliveredRow) -> Self {
        Self {
            number: row.number,
            delivered_at: row.delivered_at,
            bytes: row.bytes,
            media_type: row.media_type,
        }
    }
}

const COPY: &str = concat!(
    "SELECT ",
    copy_columns!(),
    " FROM signed_consents WHERE candidacy_id = $1 AND number = $2"
);
const DELIVERED: &str = concat!(
    "SELECT ",
    delivered_columns!(),
    " FROM signed_consents WHERE candidacy_id = $1 ORDER BY number DESC"
);

/// Stores a copy.
///
/// # Errors
/// 409 where another request took its number.
pub async fn insert_copy(conn: Conn<'_>, copy: &NewCopy<'_>, now: Instant) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO signed_consents (candidacy_id, number, at, account_id, media_type, bytes, \
         object) VALUES ($1, $2, $3, $4, $5, $6, $7)",
    )
    .bind(copy.candidacy.to_string())
    .bind(whole(copy.number)?)
    .bind(store_instant(now))
    .bind(copy.account.to_string())
    .bind(copy.media_type.to_owned())
    .bind(whole(copy.bytes)?)
    .bind(copy.object.to_owned())
    .execute(conn)
    .await
    .map(|_| ())
    .map_err(|error| Failure::taken(error, "Se entregó otra copia al mismo tiempo."))
}

/// Takes back a copy whose file could not be stored.
pub async fn forget_copy(conn: Conn<'_>, copy: &NewCopy<'_>) -> Result<(), Failure> {
    sqlx::query("DELETE FROM signed_consents WHERE candidacy_id = $1 AND number = $2")
        .bind(copy.candidacy.to_string())
        .bind(i64::try_from(copy.number).unwrap_or(i64::MAX))
        .execute(conn)
        .await?;
    Ok(())
}

/// The copies of a candidacy, the latest first.
pub async fn delivered_copies(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<Vec<SignedConsent>, Failure> {
    let rows: Vec<DeliveredRow> = sqlx::query_as(DELIVERED)
        .bind(candidacy.to_string())
        .fetch_all(conn)
        .await?;
    Ok(rows.into_iter().map(SignedConsent::from).collect())
}

/// One copy.
pub async fn stored_copy(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    number: u32,
) -> Result<Option<StoredCopy>, Failure> {
    Ok(sqlx::query_as(COPY)
        .bind(candidacy.to_string())
        .bind(i64::from(number))
        .fetch_optional(conn)
        .await?)
}

fn whole(number: usize) -> Result<i64, Failure> {
    i64::try_from(number).map_err(|_| Failure::internal("signed_consents: a number"))
}
