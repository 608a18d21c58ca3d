//! The whole log and every record, as `verify` replays them.

use conoceles_shared::ids::CandidacyId;
use sqlx::Row as _;

use super::{id, unsigned};
use crate::core::db::Conn;
use crate::core::error::Failure;

/// A row of the log.
#[derive(Debug, Clone)]
pub struct LogRow {
    /// Its number.
    pub seq: u64,
    /// The stored JSON.
    pub entry: String,
    /// The stored hash.
    pub hash: String,
    /// The columns beside it, which repeat what the JSON says: time, kind, election, candidacy and
    /// the record's hash.
    pub columns: [Option<String>; 5],
}

/// A row of the records, without its text.
#[derive(Debug, Clone)]
pub struct RecordRow {
    /// The candidacy.
    pub candidacy: CandidacyId,
    /// The version.
    pub version: u32,
    /// The election.
    pub election: String,
    /// The stored hash.
    pub sha256: String,
    /// The log entry it came with.
    pub seq: u64,
    /// Whether the public sees it.
    pub is_current: bool,
}

/// Where the log ends: number and hash.
///
/// # Errors
/// The database.
pub async fn head(conn: Conn<'_>) -> Result<(u64, String), Failure> {
    let row = sqlx::query("SELECT seq, hash FROM publication_head WHERE id = 1")
        .fetch_one(conn)
        .await?;
    Ok((unsigned(row.try_get("seq")?)?, row.try_get("hash")?))
}

/// The next rows of the log after `seq`, in order.
///
/// # Errors
/// The database.
pub async fn entries_after(conn: Conn<'_>, seq: i64) -> Result<Vec<LogRow>, Failure> {
    let rows = sqlx::query(
        "SELECT seq, entry, hash, at, kind, election_id, candidacy_id, record_sha256 \
         FROM publication_log WHERE seq > $1 ORDER BY seq LIMIT 1000",
    )
    .bind(seq)
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(LogRow {
                seq: unsigned(row.try_get("seq")?)?,
                entry: row.try_get("entry")?,
                hash: row.try_get("hash")?,
                columns: [
                    Some(row.try_get("at")?),
                    Some(row.try_get("kind")?),
                    Some(row.try_get("election_id")?),
                    row.try_get("candidacy_id")?,
                    row.try_get("record_sha256")?,
                ],
            })
        })
        .collect()
}

/// Every record, without its text.
///
/// # Errors
/// The database.
pub async fn records(conn: Conn<'_>) -> Result<Vec<RecordRow>, Failure> {
    let rows = sqlx::query(
        "SELECT candidacy_id, version, election_id, sha256, seq, is_current \
         FROM public_records ORDER BY candidacy_id, version",
    )
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(RecordRow {
                candidacy: id(row, "candidacy_id")?,
                version: u32::try_from(row.try_get::<i64, _>("version")?)
                    .map_err(|_| Failure::internal("public_records: version"))?,
                election: row.try_get("election_id")?,
                sha256: row.try_get("sha256")?,
                seq: unsigned(row.try_get("seq")?)?,
                is_current: row.try_get::<i64, _>("is_current")? != 0,
            })
        })
        .collect()
}

/// The text of one record.
///
/// # Errors
/// The database.
pub async fn text(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    version: u32,
) -> Result<String, Failure> {
    let row =
        sqlx::query("SELECT record FROM public_records WHERE candidacy_id = $1 AND version = $2")
            .bind(candidacy.to_string())
            .bind(i64::from(version))
            .fetch_one(conn)
            .await?;
    Ok(row.try_get("record")?)
}
