//! The two logs in the database: a table each, and a row of the heads each.

use conoceles_shared::api::public::LogChain;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::row;
use crate::publication::entry::LogEntry;

row! {
    /// Where a log ends.
    #[derive(Debug, Clone)]
    pub struct LogHead from head_columns! {
        /// The number of its last entry; 0 before the first.
        pub seq: u64 = "seq",
        /// The hash of that entry.
        pub hash: String = "hash",
    }
}

const HEAD: &str = concat!(
    "SELECT ",
    head_columns!(),
    " FROM publication_head WHERE id = $1"
);
const LOCK_HEAD: &str = concat!(
    "UPDATE publication_head SET seq = seq + 0 WHERE id = $1 RETURNING ",
    head_columns!()
);

/// The row of the heads that is a log's.
const fn head_id(log: LogChain) -> i64 {
    match log {
        LogChain::Publication => 1,
        LogChain::Drill => 2,
    }
}

/// Where a log ends.
pub async fn log_head(conn: Conn<'_>, log: LogChain) -> Result<LogHead, Failure> {
    Ok(sqlx::query_as(HEAD)
        .bind(head_id(log))
        .fetch_one(conn)
        .await?)
}

/// The same, locked until the end of the transaction.
pub async fn lock_log_head(conn: Conn<'_>, log: LogChain) -> Result<LogHead, Failure> {
    Ok(sqlx::query_as(LOCK_HEAD)
        .bind(head_id(log))
        .fetch_one(conn)
        .await?)
}

/// Stores where a log ends.
pub async fn store_log_head(conn: Conn<'_>, log: LogChain, head: &LogHead) -> Result<(), Failure> {
    sqlx::query("UPDATE publication_head SET seq = $1, hash = $2 WHERE id = $3")
        .bind(head.seq.cast_signed())
        .bind(head.hash.clone())
        .bind(head_id(log))
        .execute(conn)
        .await?;
    Ok(())
}

macro_rules! insertion {
    ($table:literal) => {
        concat!(
            "INSERT INTO ",
            $table,
            " (seq, entry, hash, at, kind, election_id, candidacy_id, record_sha256) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
        )
    };
}

/// Appends an entry to the log that it names.
///
/// # Errors
/// The same number a second time is refused by its key.
pub async fn insert_log_entry(
    conn: Conn<'_>,
    entry: &LogEntry,
    text: &str,
    hash: &str,
) -> Result<(), Failure> {
    let statement = match entry.log {
        LogChain::Publication => insertion!("publication_log"),
        LogChain::Drill => insertion!("drill_log"),
    };
    sqlx::query(statement)
        .bind(entry.seq.cast_signed())
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
