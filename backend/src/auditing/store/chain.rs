//! The chain over the audit: what waits for it, its seals, and where it ends.

use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::row::{Only, row};

row! {
    /// Where the chain ends.
    #[derive(Debug, Clone, PartialEq, Eq, Default)]
    pub struct ChainHead from head_columns! {
        /// The number of the last seal; 0 before the first.
        pub seq: u64 = "seq",
        /// Its hash; empty before the first.
        pub hash: String = "hash",
    }
}

row! {
    /// One link of the chain.
    #[derive(Debug, Clone)]
    pub struct SealRow from seal_columns! {
        /// From 1, without gaps.
        pub seq: u64 = "seq",
        /// The entry that it seals.
        pub entry: String = "audit_id",
        /// The hash of that entry when it was written.
        pub sha256: String = "sha256",
        /// Its own, over the hash of the seal before.
        pub hash: String = "hash",
    }
}

row! {
    /// An entry that waits, with the hash that was noted when it was written.
    #[derive(Debug, Clone)]
    pub struct WaitingRow from waiting_columns! {
        /// Which.
        pub entry: String = "audit_id",
        /// Empty for one that was there before the chain.
        pub sha256: String = "sha256",
    }
}

const LOCKED_HEAD: &str = concat!(
    "UPDATE audit_head SET seq = seq WHERE id = 1 RETURNING ",
    head_columns!()
);
const HEAD: &str = concat!("SELECT ", head_columns!(), " FROM audit_head WHERE id = 1");
const SEALS_AFTER: &str = concat!(
    "SELECT ",
    seal_columns!(),
    " FROM audit_seals WHERE seq > $1 ORDER BY seq LIMIT 1000"
);
const WAITING: &str = concat!(
    "SELECT ",
    waiting_columns!(),
    " FROM audit_unsealed WHERE EXISTS (SELECT 1 FROM audit a WHERE a.id = audit_id) \
     ORDER BY audit_id LIMIT $1"
);
const WAITING_AFTER: &str = concat!(
    "SELECT ",
    waiting_columns!(),
    " FROM audit_unsealed WHERE audit_id > $1 ORDER BY audit_id LIMIT 1000"
);

/// Whether anything waits to be sealed.
pub async fn is_anything_waiting(conn: Conn<'_>) -> Result<bool, Failure> {
    Ok(!waiting_entries(conn, 1).await?.is_empty())
}

/// Takes the end of the chain for the rest of the caller's transaction: another process waits.
pub async fn lock_chain_head(conn: Conn<'_>) -> Result<ChainHead, Failure> {
    Ok(sqlx::query_as(LOCKED_HEAD).fetch_one(conn).await?)
}

/// Where the chain ends.
pub async fn chain_head(conn: Conn<'_>) -> Result<ChainHead, Failure> {
    Ok(sqlx::query_as(HEAD).fetch_one(conn).await?)
}

/// Stores where the chain ends now.
pub async fn store_chain_head(conn: Conn<'_>, head: &ChainHead) -> Result<(), Failure> {
    sqlx::query("UPDATE audit_head SET seq = $1, hash = $2 WHERE id = 1")
        .bind(i64::try_from(head.seq).unwrap_or(i64::MAX))
        .bind(head.hash.clone())
        .execute(conn)
        .await?;
    Ok(())
}

/// The first entries that wait and are there, in the order of their ids.
pub async fn waiting_entries(conn: Conn<'_>, most: i64) -> Result<Vec<WaitingRow>, Failure> {
    Ok(sqlx::query_as(WAITING).bind(most).fetch_all(conn).await?)
}

/// The next entries that wait after `entry`, also those that are gone.
pub async fn waiting_after(conn: Conn<'_>, entry: &str) -> Result<Vec<WaitingRow>, Failure> {
    Ok(sqlx::query_as(WAITING_AFTER)
        .bind(entry.to_owned())
        .fetch_all(conn)
        .await?)
}

/// Stores a seal; its entry waits no longer.
pub async fn insert_seal(conn: Conn<'_>, seal: &SealRow) -> Result<(), Failure> {
    sqlx::query("INSERT INTO audit_seals (seq, audit_id, sha256, hash) VALUES ($1, $2, $3, $4)")
        .bind(i64::try_from(seal.seq).unwrap_or(i64::MAX))
        .bind(seal.entry.clone())
        .bind(seal.sha256.clone())
        .bind(seal.hash.clone())
        .execute(&mut *conn)
        .await?;
    sqlx::query("DELETE FROM audit_unsealed WHERE audit_id = $1")
        .bind(seal.entry.clone())
        .execute(conn)
        .await?;
    Ok(())
}

/// The next seals after `seq`, in order.
pub async fn seals_after(conn: Conn<'_>, seq: u64) -> Result<Vec<SealRow>, Failure> {
    Ok(sqlx::query_as(SEALS_AFTER)
        .bind(i64::try_from(seq).unwrap_or(i64::MAX))
        .fetch_all(conn)
        .await?)
}

/// Entries that are neither sealed nor wait for it: nobody wrote them by the only way there is.
pub async fn entries_out_of_chain(conn: Conn<'_>) -> Result<Vec<String>, Failure> {
    let ids: Vec<Only<String>> = sqlx::query_as(
        "SELECT a.id FROM audit a \
         WHERE NOT EXISTS (SELECT 1 FROM audit_seals s WHERE s.audit_id = a.id) \
         AND NOT EXISTS (SELECT 1 FROM audit_unsealed u WHERE u.audit_id = a.id) ORDER BY a.id",
    )
    .fetch_all(conn)
    .await?;
    Ok(ids.into_iter().map(|it| it.0).collect())
}
