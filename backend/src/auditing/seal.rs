//! Sealing: the job that chains what was written. Whoever saves waits for nobody, also on PostgreSQL.

use serde::Serialize;

use super::store::chain::{self, SealRow};
use crate::core::audit;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::sha256_hex;
use crate::core::state::App;

/// How many are sealed in one transaction: on SQLite nobody else writes meanwhile.
const BATCH: i64 = 200;

/// What a seal's own hash is made of.
#[derive(Serialize)]
struct Link<'a> {
    seq: u64,
    prev: &'a str,
    entry: &'a str,
    sha256: &'a str,
}

/// The hash of a seal after the one whose hash is `prev`.
///
/// # Errors
/// Never in practice: it is made of texts and a number.
pub fn link_hash(prev: &str, seal: &SealRow) -> Result<String, Failure> {
    let link = Link {
        seq: seal.seq,
        prev,
        entry: &seal.entry,
        sha256: &seal.sha256,
    };
    Ok(sha256_hex(serde_json::to_string(&link)?.as_bytes()))
}

/// Seals everything that waits, in short transactions; how many they were. Safe with several
/// processes: the end of the chain is one row, and whoever comes second finds the rest.
///
/// # Errors
/// The database; what was sealed until then stays sealed.
pub async fn seal_waiting_entries(app: &App) -> Result<usize, Failure> {
    let mut sealed = 0;
    // Looked at first, so that an idle server takes no lock.
    while chain::is_anything_waiting(&mut *app.db.read().await?).await? {
        let mut tx = app.db.write().await?;
        let done = seal_batch(&mut tx).await?;
        tx.commit().await?;
        if done == 0 {
            break;
        }
        sealed += done;
    }
    Ok(sealed)
}

async fn seal_batch(conn: Conn<'_>) -> Result<usize, Failure> {
    let mut head = chain::lock_chain_head(&mut *conn).await?;
    let waiting = chain::waiting_entries(&mut *conn, BATCH).await?;
    for it in &waiting {
        let sha256 = if it.sha256.is_empty() {
            let stored = audit::stored_entry(&mut *conn, &it.entry).await?;
            stored.ok_or_else(Failure::not_found)?.sha256()?
        } else {
            // As it was written: what was changed since then does not become right by being sealed.
            it.sha256.clone()
        };
        let mut seal = SealRow {
            seq: head.seq + 1,
            entry: it.entry.clone(),
            sha256,
            hash: String::new(),
        };
        seal.hash = link_hash(&head.hash, &seal)?;
        chain::insert_seal(&mut *conn, &seal).await?;
        head.seq = seal.seq;
        head.hash = seal.hash;
    }
    chain::store_chain_head(conn, &head).await?;
    Ok(waiting.len())
}
