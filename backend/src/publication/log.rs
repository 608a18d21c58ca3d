//! The publication log: every public change is one entry, chained by hash to the one before.
//!
//! The hash of an entry is SHA-256 of its canonical JSON, and that JSON is what is stored.

use std::fmt;
use std::str::FromStr;

use conoceles_shared::ids::{CandidacyId, ElectionId};
use conoceles_shared::time::Instant;
use serde::{Deserialize, Serialize};

use super::canonical::canonical;
use super::store;
use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::secrets::sha256_hex;

/// What changed for the public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Published for the first time.
    Publication,
    /// Published anew, after a correction.
    NewVersion,
    /// A section was paused.
    Pause,
    /// A paused section was published again.
    Resumption,
    /// Withdrawn: substituted or cancelled.
    Withdrawal,
    /// Consent 2 was revoked: the badges are gone.
    ConsentRevoked,
    /// Imported from an archive.
    Import,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 7] = [
        Self::Publication,
        Self::NewVersion,
        Self::Pause,
        Self::Resumption,
        Self::Withdrawal,
        Self::ConsentRevoked,
        Self::Import,
    ];

    /// The code in storage and in the entry.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Publication => "publication",
            Self::NewVersion => "new_version",
            Self::Pause => "pause",
            Self::Resumption => "resumption",
            Self::Withdrawal => "withdrawal",
            Self::ConsentRevoked => "consent_revoked",
            Self::Import => "import",
        }
    }

    /// Whether records before an entry of this kind may be missing: the data were purged.
    #[must_use]
    pub const fn explains_absence(self) -> bool {
        matches!(self, Self::Withdrawal | Self::ConsentRevoked)
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Kind {
    type Err = Failure;

    fn from_str(code: &str) -> Result<Self, Failure> {
        Self::ALL
            .into_iter()
            .find(|it| it.code() == code)
            .ok_or_else(|| Failure::internal("publication_log: kind"))
    }
}

/// One entry, with the keys that are hashed and no others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entry {
    /// Its number, from 1, without gaps.
    pub seq: u64,
    /// The hash of the entry before; empty for the first.
    pub prev: String,
    /// When, in UTC with microseconds.
    pub at: String,
    /// What changed.
    pub kind: Kind,
    /// In which election.
    pub election: ElectionId,
    /// Of which candidacy.
    pub candidacy: CandidacyId,
    /// The version of its public record.
    pub version: u32,
    /// The hash of that record; none where nothing is public any more.
    pub record_sha256: Option<String>,
}

impl Entry {
    /// The bytes that are stored and hashed.
    ///
    /// # Errors
    /// Never in practice: an entry holds texts and integers.
    pub fn text(&self) -> Result<String, Failure> {
        canonical(self)
    }
}

/// What is to be logged.
#[derive(Debug, Clone)]
pub struct Change<'a> {
    /// What changed.
    pub kind: Kind,
    /// In which election.
    pub election: &'a ElectionId,
    /// Of which candidacy.
    pub candidacy: &'a CandidacyId,
    /// The version of its public record.
    pub version: u32,
    /// The hash of that record.
    pub record_sha256: Option<&'a str>,
}

/// The end of the log, held for the rest of the caller's transaction: everyone else who publishes
/// waits. [`Head::store`] must follow before the commit.
#[derive(Debug)]
pub struct Head {
    seq: u64,
    hash: String,
}

impl Head {
    /// Takes the head.
    ///
    /// # Errors
    /// The database.
    pub async fn take(conn: Conn<'_>) -> Result<Self, Failure> {
        let (seq, hash) = store::take_head(conn).await?;
        Ok(Self { seq, hash })
    }

    /// Writes the next entry; its number.
    ///
    /// # Errors
    /// The database.
    pub async fn append(
        &mut self,
        conn: Conn<'_>,
        change: Change<'_>,
        now: Instant,
    ) -> Result<u64, Failure> {
        let seq = self.seq + 1;
        let entry = Entry {
            seq,
            prev: std::mem::take(&mut self.hash),
            at: store_instant(now),
            kind: change.kind,
            election: change.election.clone(),
            candidacy: change.candidacy.clone(),
            version: change.version,
            record_sha256: change.record_sha256.map(ToOwned::to_owned),
        };
        let text = entry.text()?;
        self.hash = sha256_hex(text.as_bytes());
        self.seq = seq;
        store::insert_entry(conn, &entry, &text, &self.hash).await?;
        Ok(seq)
    }

    /// Stores where the log ends now.
    ///
    /// # Errors
    /// The database.
    pub async fn store(self, conn: Conn<'_>) -> Result<(), Failure> {
        store::store_head(conn, self.seq, &self.hash).await
    }
}
