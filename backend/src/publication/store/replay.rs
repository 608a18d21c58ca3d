//! The whole logs and every record, as `verify` replays them.

use conoceles_shared::api::public::LogChain;
use conoceles_shared::ids::CandidacyId;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::{Only, row};

row! {
    /// A row of the log. The columns from `at` on repeat what the JSON says; they are taken as they
    /// are, since what they hold is what is in question.
    #[derive(Debug, Clone)]
    pub struct LogRow from log_columns! {
        /// What the log is ordered by.
        pub seq: u64 = "seq",
        /// The JSON that was hashed.
        pub entry: String = "entry",
        /// Its hash, as it was noted.
        pub hash: String = "hash",
        /// When.
        pub at: String = "at",
        /// What changed.
        pub kind: String = "kind",
        /// Where it changed.
        pub election: String = "election_id",
        /// About whom.
        pub candidacy: Option<String> = "candidacy_id",
        /// The hash of the public record.
        pub record_sha256: Option<String> = "record_sha256",
    }
}

row! {
    /// A row of the records, without its text.
    #[derive(Debug, Clone)]
    pub struct RecordRow from record_columns! {
        /// Whose record.
        pub candidacy: CandidacyId = "candidacy_id",
        /// From 1, for each candidacy.
        pub version: u32 = "version",
        /// As it was noted.
        pub election: String = "election_id",
        /// The hash of its text, as it was noted.
        pub sha256: String = "sha256",
        /// The log of the entry it came with, as it was noted.
        pub log: String = "log",
        /// The number of that entry.
        pub seq: u64 = "seq",
        /// Whether the public sees it.
        pub is_current: bool = "is_current",
    }
}

macro_rules! rows_after {
    ($table:literal) => {
        concat!(
            "SELECT ",
            log_columns!(),
            " FROM ",
            $table,
            " WHERE seq > $1 ORDER BY seq LIMIT 1000"
        )
    };
}
const RECORDS: &str = concat!(
    "SELECT ",
    record_columns!(),
    " FROM public_records ORDER BY candidacy_id, version"
);

/// The next rows of a log after `seq`, in order.
pub async fn log_after(conn: Conn<'_>, log: LogChain, seq: i64) -> Result<Vec<LogRow>, Failure> {
    let statement = match log {
        LogChain::Publication => rows_after!("publication_log"),
        LogChain::Drill => rows_after!("drill_log"),
    };
    Ok(sqlx::query_as(statement).bind(seq).fetch_all(conn).await?)
}

/// Every record, without its text.
pub async fn all_records(conn: Conn<'_>) -> Result<Vec<RecordRow>, Failure> {
    Ok(sqlx::query_as(RECORDS).fetch_all(conn).await?)
}

/// The text of one record.
pub async fn text_of_record(
    conn: Conn<'_>,
    candidacy: &CandidacyId,
    version: u32,
) -> Result<String, Failure> {
    let Only(text) = sqlx::query_as(
        "SELECT record FROM public_records WHERE candidacy_id = $1 AND version = $2",
    )
    .bind(candidacy.to_string())
    .bind(i64::from(version))
    .fetch_one(conn)
    .await?;
    Ok(text)
}
