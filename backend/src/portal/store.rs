//! What a snapshot is built from.

use std::collections::{BTreeMap, HashMap};

use conoceles_shared::ids::{CandidacyId, ElectionId};
use conoceles_shared::lifecycle::State;
use conoceles_shared::time::Instant;
use sqlx::Row as _;

use crate::core::db::{Conn, read_instant};
use crate::core::error::Failure;
use crate::publication::store::{id, signed, unsigned};

/// Where the log ends: the last number, 0 before the first entry.
///
/// # Errors
/// The database.
pub async fn head_seq(conn: Conn<'_>) -> Result<u64, Failure> {
    let row = sqlx::query("SELECT seq FROM publication_head WHERE id = 1")
        .fetch_one(conn)
        .await?;
    unsigned(row.try_get("seq")?)
}

/// When an entry was written.
///
/// # Errors
/// The database.
pub async fn entry_time(conn: Conn<'_>, seq: u64) -> Result<Option<Instant>, Failure> {
    let row = sqlx::query("SELECT at FROM publication_log WHERE seq = $1")
        .bind(signed(seq)?)
        .fetch_optional(conn)
        .await?;
    row.map(|row| read_instant(row.try_get("at")?)).transpose()
}

/// The current record of a candidacy, without its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Current {
    /// The candidacy.
    pub candidacy: CandidacyId,
    /// The hash of its record.
    pub sha256: String,
    /// Its log entry.
    pub seq: u64,
    /// The time of that entry.
    pub at: Instant,
}

/// Which record of each candidacy is current.
///
/// # Errors
/// The database.
pub async fn all_current(conn: Conn<'_>) -> Result<Vec<Current>, Failure> {
    let rows = sqlx::query(
        "SELECT r.candidacy_id, r.sha256, r.seq, l.at FROM public_records r \
         JOIN publication_log l ON l.seq = r.seq WHERE r.is_current = 1",
    )
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(Current {
                candidacy: id(row, "candidacy_id")?,
                sha256: row.try_get("sha256")?,
                seq: unsigned(row.try_get("seq")?)?,
                at: read_instant(row.try_get("at")?)?,
            })
        })
        .collect()
}

/// The bytes of a current record; none where it was replaced meanwhile.
///
/// # Errors
/// The database.
pub async fn record_text(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    sha256: &str,
) -> Result<Option<String>, Failure> {
    let row =
        sqlx::query("SELECT record FROM public_records WHERE candidacy_id = $1 AND sha256 = $2")
            .bind(candidacy.to_string())
            .bind(sha256.to_owned())
            .fetch_optional(conn)
            .await?;
    row.map(|row| Ok(row.try_get("record")?)).transpose()
}

/// The bytes of every current record, each with its hash.
///
/// # Errors
/// The database.
pub async fn all_texts(conn: Conn<'_>) -> Result<HashMap<String, String>, Failure> {
    let rows = sqlx::query("SELECT sha256, record FROM public_records WHERE is_current = 1")
        .fetch_all(conn)
        .await?;
    rows.iter()
        .map(|row| Ok((row.try_get("sha256")?, row.try_get("record")?)))
        .collect()
}

/// Candidacies that were withdrawn; one may have been published again since.
///
/// # Errors
/// The database.
pub async fn withdrawn(conn: Conn<'_>) -> Result<Vec<CandidacyId>, Failure> {
    let rows =
        sqlx::query("SELECT DISTINCT candidacy_id FROM publication_log WHERE kind = 'withdrawal'")
            .fetch_all(conn)
            .await?;
    rows.iter().map(|row| id(row, "candidacy_id")).collect()
}

/// Registered candidacies by election: substituted and cancelled ones do not count.
///
/// # Errors
/// The database.
pub async fn registered(conn: Conn<'_>) -> Result<BTreeMap<ElectionId, u32>, Failure> {
    let rows = sqlx::query(
        "SELECT election_id, COUNT(*) AS registered FROM candidacies \
         WHERE state <> $1 AND state <> $2 GROUP BY election_id",
    )
    .bind(State::Substituted.code().to_owned())
    .bind(State::Cancelled.code().to_owned())
    .fetch_all(conn)
    .await?;
    rows.iter()
        .map(|row| {
            let registered = u32::try_from(row.try_get::<i64, _>("registered")?).unwrap_or(0);
            Ok((id(row, "election_id")?, registered))
        })
        .collect()
}
