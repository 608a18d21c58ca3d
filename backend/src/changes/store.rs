//! The logs in the order of their numbers, a piece at a time.

use conoceles_shared::api::public::LogChain;
use conoceles_shared::time::Instant;

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::row;

row! {
    /// What the tree needs of an entry.
    #[derive(Debug, Clone)]
    pub struct EntryHashRow from entry_hash_columns! {
        /// Its number.
        pub seq: u64 = "seq",
        /// Its hash.
        pub hash: String = "hash",
        /// When it was written.
        pub at: Instant = "at",
    }
}

row! {
    /// An entry as it was hashed.
    #[derive(Debug, Clone)]
    pub struct EntryRow from entry_columns! {
        /// Its number.
        pub seq: u64 = "seq",
        /// Its canonical JSON.
        pub entry: String = "entry",
        /// The hash of that.
        pub hash: String = "hash",
    }
}

macro_rules! hashes_after {
    ($table:literal) => {
        concat!(
            "SELECT ",
            entry_hash_columns!(),
            " FROM ",
            $table,
            " WHERE seq > $1 ORDER BY seq LIMIT 20000"
        )
    };
}

macro_rules! entries_after {
    ($table:literal) => {
        concat!(
            "SELECT ",
            entry_columns!(),
            " FROM ",
            $table,
            " WHERE seq > $1 AND seq <= $2 ORDER BY seq LIMIT $3"
        )
    };
}

/// The hashes of the next entries after a number, some thousands.
pub async fn hashes_after(
    conn: Conn<'_>,
    log: LogChain,
    seq: u64,
) -> Result<Vec<EntryHashRow>, Failure> {
    let statement = match log {
        LogChain::Publication => hashes_after!("publication_log"),
        LogChain::Drill => hashes_after!("drill_log"),
    };
    Ok(sqlx::query_as(statement)
        .bind(seq.cast_signed())
        .fetch_all(conn)
        .await?)
}

/// The entries after a number, up to another, at most `limit`.
pub async fn entries_after(
    conn: Conn<'_>,
    log: LogChain,
    (since, to): (u64, u64),
    limit: u16,
) -> Result<Vec<EntryRow>, Failure> {
    let statement = match log {
        LogChain::Publication => entries_after!("publication_log"),
        LogChain::Drill => entries_after!("drill_log"),
    };
    Ok(sqlx::query_as(statement)
        .bind(since.cast_signed())
        .bind(to.cast_signed())
        .bind(i64::from(limit))
        .fetch_all(conn)
        .await?)
}
