//! The publication log and the public records in the database: what writing them needs.

pub mod replay;

use std::str::FromStr;

use conoceles_shared::api::public::{PartyRef, Record};
use conoceles_shared::ids::{CandidacyId, MalformedId, PartyId};
use sqlx::Row as _;
use sqlx::any::AnyRow;

use super::log::Entry;
use crate::core::db::Conn;
use crate::core::error::Failure;

/// Locks the head until the end of the transaction; the last number and hash.
///
/// # Errors
/// The database.
pub async fn take_head(conn: Conn<'_>) -> Result<(u64, String), Failure> {
    let row =
        sqlx::query("UPDATE publication_head SET seq = seq + 0 WHERE id = 1 RETURNING seq, hash")
            .fetch_one(conn)
            .await?;
    Ok((unsigned(row.try_get("seq")?)?, row.try_get("hash")?))
}

/// Stores the head.
///
/// # Errors
/// The database.
pub async fn store_head(conn: Conn<'_>, seq: u64, hash: &str) -> Result<(), Failure> {
    sqlx::query("UPDATE publication_head SET seq = $1, hash = $2 WHERE id = 1")
        .bind(signed(seq)?)
        .bind(hash.to_owned())
        .execute(conn)
        .await?;
    Ok(())
}

/// Appends an entry.
///
/// # Errors
/// The database; the same number a second time is refused by its key.
pub async fn insert_entry(
    conn: Conn<'_>,
    entry: &Entry,
    text: &str,
    hash: &str,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO publication_log (seq, entry, hash, at, kind, election_id, candidacy_id, \
         record_sha256) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    )
    .bind(signed(entry.seq)?)
    .bind(text.to_owned())
    .bind(hash.to_owned())
    .bind(entry.at.clone())
    .bind(entry.kind.code().to_owned())
    .bind(entry.election.to_string())
    .bind(entry.candidacy.to_string())
    .bind(entry.record_sha256.clone())
    .execute(conn)
    .await?;
    Ok(())
}

/// How many records of a candidacy the log has seen: purged ones count, so no version comes twice.
///
/// # Errors
/// The database.
pub async fn versions(conn: Conn<'_>, candidacy: &CandidacyId) -> Result<u32, Failure> {
    let row = sqlx::query(
        "SELECT COUNT(*) AS versions FROM publication_log \
         WHERE candidacy_id = $1 AND record_sha256 IS NOT NULL",
    )
    .bind(candidacy.to_string())
    .fetch_one(conn)
    .await?;
    u32::try_from(row.try_get::<i64, _>("versions")?)
        .map_err(|_| Failure::internal("publication_log: versions"))
}

/// The record that the public sees.
///
/// # Errors
/// The database, or damaged JSON.
pub async fn current(conn: Conn<'_>, candidacy: &CandidacyId) -> Result<Option<Record>, Failure> {
    let row =
        sqlx::query("SELECT record FROM public_records WHERE candidacy_id = $1 AND is_current = 1")
            .bind(candidacy.to_string())
            .fetch_optional(conn)
            .await?;
    row.map(|row| Ok(serde_json::from_str(row.try_get("record")?)?))
        .transpose()
}

/// Nothing of a candidacy is current any more.
///
/// # Errors
/// The database.
pub async fn retire(conn: Conn<'_>, candidacy: &CandidacyId) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE public_records SET is_current = 0 WHERE candidacy_id = $1 AND is_current = 1",
    )
    .bind(candidacy.to_string())
    .execute(conn)
    .await?;
    Ok(())
}

/// Deletes the records of a candidacy that are not current; their hashes stay in the log.
///
/// # Errors
/// The database.
pub async fn purge_retired(conn: Conn<'_>, candidacy: &CandidacyId) -> Result<(), Failure> {
    sqlx::query("DELETE FROM public_records WHERE candidacy_id = $1 AND is_current = 0")
        .bind(candidacy.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

/// Stores the bytes that were hashed, as what the public sees.
///
/// # Errors
/// The database; the same version a second time is refused by its key.
pub async fn insert_record(
    conn: Conn<'_>,
    record: &Record,
    text: &str,
    sha256: &str,
    seq: u64,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO public_records (candidacy_id, version, election_id, record, sha256, seq, \
         is_current) VALUES ($1, $2, $3, $4, $5, $6, 1)",
    )
    .bind(record.id.to_string())
    .bind(i64::from(record.version))
    .bind(record.election.id.to_string())
    .bind(text.to_owned())
    .bind(sha256.to_owned())
    .bind(signed(seq)?)
    .execute(conn)
    .await?;
    Ok(())
}

/// A party as the public sees it.
///
/// # Errors
/// The database.
pub async fn party(conn: Conn<'_>, id: &PartyId) -> Result<Option<PartyRef>, Failure> {
    let row = sqlx::query("SELECT name, acronym, colour FROM parties WHERE id = $1")
        .bind(id.to_string())
        .fetch_optional(conn)
        .await?;
    row.map(|row| {
        Ok(PartyRef {
            id: id.clone(),
            name: row.try_get("name")?,
            acronym: row.try_get("acronym")?,
            colour: row.try_get("colour")?,
        })
    })
    .transpose()
}

/// An id in a column.
///
/// # Errors
/// The column holds something else.
pub fn id<T: FromStr<Err = MalformedId>>(row: &AnyRow, column: &str) -> Result<T, Failure> {
    row.try_get::<String, _>(column)?
        .parse()
        .map_err(|_| Failure::internal("publication: malformed id"))
}

/// A count or number as stored.
///
/// # Errors
/// It is beyond what a column holds.
pub fn signed(number: u64) -> Result<i64, Failure> {
    i64::try_from(number).map_err(|_| Failure::internal("publication: number out of range"))
}

/// A count or number as it was stored.
///
/// # Errors
/// The column holds a negative number.
pub fn unsigned(number: i64) -> Result<u64, Failure> {
    u64::try_from(number).map_err(|_| Failure::internal("publication: negative number"))
}
