//! The publication logs, that of real elections and that of drills: every public change is one entry,
//! chained by hash to the one before in its log.
//!
//! The hash of an entry is SHA-256 of its canonical JSON, and that JSON is what is stored.

use conoceles_shared::api::public::LogChain;
use conoceles_shared::time::Instant;

use super::entry::{LogEntry, LoggedChange};
use super::store::chains::{self, LogHead};
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::secrets::sha256_hex;

/// The end of a log, held for the rest of the caller's transaction: everyone else who publishes in it
/// waits. [`HeldHead::store`] must follow before the commit.
#[derive(Debug)]
pub struct HeldHead {
    log: LogChain,
    head: LogHead,
}

impl HeldHead {
    /// Waits for the end of a log and holds it.
    pub async fn take(conn: Conn<'_>, log: LogChain) -> Result<Self, Failure> {
        let head = chains::lock_log_head(conn, log).await?;
        Ok(Self { log, head })
    }

    /// Which log it ends.
    pub const fn log(&self) -> LogChain {
        self.log
    }

    /// Writes the next entry; its number.
    pub async fn append(
        &mut self,
        conn: Conn<'_>,
        change: LoggedChange<'_>,
        now: Instant,
    ) -> Result<u64, Failure> {
        let head = &mut self.head;
        head.seq += 1;
        let entry = LogEntry {
            log: self.log,
            seq: head.seq,
            prev: std::mem::take(&mut head.hash),
            at: store_instant(now),
            kind: change.kind,
            election: change.election.clone(),
            candidacy: change.candidacy.clone(),
            version: change.version,
            record_sha256: change.record_sha256.map(ToOwned::to_owned),
        };
        let text = entry.canonical_text()?;
        head.hash = sha256_hex(text.as_bytes());
        chains::insert_log_entry(conn, &entry, &text, &head.hash).await?;
        Ok(head.seq)
    }

    /// Stores where its log ends now.
    pub async fn store(self, conn: Conn<'_>) -> Result<(), Failure> {
        chains::store_log_head(conn, self.log, &self.head).await
    }
}
