//! Signed copies in the database: only inserted. The files are sealed objects.

use conoceles_shared::api::receipts::SignedConsent;
use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::time::Instant;
use sqlx::Row as _;
use sqlx::any::AnyRow;

use crate::core::db::{Conn, read_instant, store_instant};
use crate::core::error::Failure;

/// What a copy's ciphertext is bound to.
#[must_use]
pub fn place(candidacy: &CandidacyId) -> String {
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
    /// Its number, from 1.
    pub number: usize,
    /// Through which account.
    pub account: &'a AccountId,
    /// What it is.
    pub media_type: &'a str,
    /// Its size.
    pub bytes: usize,
    /// The hash of the sealed file.
    pub object: &'a str,
}

/// A copy to be read.
#[derive(Debug)]
pub struct Copy {
    /// What it is.
    pub media_type: String,
    /// The hash of the sealed file.
    pub object: String,
}

/// Stores a copy.
///
/// # Errors
/// 409 where another request took its number, or the database.
pub async fn insert(conn: Conn<'_>, copy: &NewCopy<'_>, now: Instant) -> Result<(), Failure> {
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

/// The copies of a candidacy, the latest first.
///
/// # Errors
/// The database.
pub async fn delivered(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<Vec<SignedConsent>, Failure> {
    let rows = sqlx::query(
        "SELECT number, at, bytes, media_type FROM signed_consents WHERE candidacy_id = $1 \
         ORDER BY number DESC",
    )
    .bind(candidacy.to_string())
    .fetch_all(conn)
    .await?;
    rows.iter().map(summary).collect()
}

/// One copy.
///
/// # Errors
/// The database.
pub async fn copy(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    number: u32,
) -> Result<Option<Copy>, Failure> {
    let row = sqlx::query(
        "SELECT media_type, object FROM signed_consents WHERE candidacy_id = $1 AND number = $2",
    )
    .bind(candidacy.to_string())
    .bind(i64::from(number))
    .fetch_optional(conn)
    .await?;
    row.map(|it| {
        Ok(Copy {
            media_type: it.try_get("media_type")?,
            object: it.try_get("object")?,
        })
    })
    .transpose()
}

fn summary(row: &AnyRow) -> Result<SignedConsent, Failure> {
    let unsigned = |name: &str| -> Result<u32, Failure> {
        u32::try_from(row.try_get::<i64, _>(name)?)
            .map_err(|_| Failure::internal("signed_consents: a number"))
    };
    Ok(SignedConsent {
        number: unsigned("number")?,
        delivered_at: read_instant(row.try_get("at")?)?,
        bytes: unsigned("bytes")?,
        media_type: row.try_get("media_type")?,
    })
}

fn whole(number: usize) -> Result<i64, Failure> {
    i64::try_from(number).map_err(|_| Failure::internal("signed_consents: a number"))
}
