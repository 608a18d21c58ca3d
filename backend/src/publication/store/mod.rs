//! The publication log and the public records in the database: what writing them needs.

pub mod chains;
pub mod photos;
pub mod renewals;
pub mod replay;

use conoceles_shared::api::public::{LogChain, Record};
use conoceles_shared::ids::CandidacyId;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::{Only, row};

/// How many records of a candidacy the logs have seen: purged ones count, so no version comes twice.
pub async fn logged_versions(conn: Conn<'_>, candidacy: &CandidacyId) -> Result<u32, Failure> {
    let Only(versions) = sqlx::query_as(
        "SELECT (SELECT COUNT(*) FROM publication_log \
         WHERE candidacy_id = $1 AND record_sha256 IS NOT NULL) \
         + (SELECT COUNT(*) FROM drill_log \
         WHERE candidacy_id = $1 AND record_sha256 IS NOT NULL)",
    )
    .bind(candidacy.to_string())
    .fetch_one(conn)
    .await?;
    Ok(versions)
}

/// The record that the public sees.
pub async fn current_record(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<Option<Record>, Failure> {
    let found = sqlx::query_as(
        "SELECT record FROM public_records WHERE candidacy_id = $1 AND is_current = 1",
    )
    .bind(candidacy.to_string())
    .fetch_optional(conn)
    .await?;
    Ok(found.map(|Only(record)| record))
}

/// Nothing of a candidacy is current any more.
pub async fn retire_records(conn: Conn<'_>, candidacy: &CandidacyId) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE public_records SET is_current = 0 WHERE candidacy_id = $1 AND is_current = 1",
    )
    .bind(candidacy.to_string())
    .execute(conn)
    .await?;
    Ok(())
}

row! {
    /// A record that the public saw before.
    pub struct RetiredRecord from retired_columns! {
        /// What it said.
        pub record: Record = "record",
        /// Its hash.
        pub sha256: String = "sha256",
    }
}

const RETIRED: &str = concat!(
    "SELECT ",
    retired_columns!(),
    " FROM public_records WHERE candidacy_id = $1 AND is_current = 0 ORDER BY version"
);

/// The records of a candidacy that are not current.
pub async fn retired_records(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
) -> Result<Vec<RetiredRecord>, Failure> {
    Ok(sqlx::query_as(RETIRED)
        .bind(candidacy.to_string())
        .fetch_all(conn)
        .await?)
}

/// Deletes a record that is not current; its hash stays in the log.
pub async fn delete_record(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    version: u32,
) -> Result<(), Failure> {
    sqlx::query(
        "DELETE FROM public_records WHERE candidacy_id = $1 AND version = $2 AND is_current = 0",
    )
    .bind(candidacy.to_string())
    .bind(i64::from(version))
    .execute(conn)
    .await?;
    Ok(())
}

/// Stores the bytes that were hashed, as what the public sees.
///
/// # Errors
/// The same version a second time is refused by its key.
pub async fn insert_record(
    conn: Conn<'_>,
    record: &Record,
    text: &str,
    sha256: &str,
    (log, seq): (LogChain, u64),
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO public_records (candidacy_id, version, election_id, record, sha256, log, seq, \
         is_current) VALUES ($1, $2, $3, $4, $5, $6, $7, 1)",
    )
    .bind(record.id.to_string())
    .bind(i64::from(record.version))
    .bind(record.election.id.to_string())
    .bind(text.to_owned())
    .bind(sha256.to_owned())
    .bind(log.code().to_owned())
    .bind(seq.cast_signed())
    .execute(conn)
    .await?;
    Ok(())
}
