//! An entry of the publication log, and what there is to log.

use std::fmt;
use std::str::FromStr;

use conoceles_shared::api::public::LogChain;
use conoceles_shared::ids::{CandidacyId, ElectionId};
use serde::{Deserialize, Serialize};

use super::canonical::canonical;
use crate::core::error::Failure;

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
    /// The candidacy was closed: the badges are gone.
    IdentityBlocked,
    /// Imported from an archive.
    Import,
    /// Public again: its withdrawal was undone, or its closing by order of a tribunal.
    Reinstatement,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Publication,
        Self::NewVersion,
        Self::Pause,
        Self::Resumption,
        Self::Withdrawal,
        Self::ConsentRevoked,
        Self::IdentityBlocked,
        Self::Import,
        Self::Reinstatement,
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
            Self::IdentityBlocked => "identity_blocked",
            Self::Import => "import",
            Self::Reinstatement => "reinstatement",
        }
    }

    /// What it is called where people read it, in Spanish.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Publication => "Publicación",
            Self::NewVersion => "Nueva versión",
            Self::Pause => "Sección pausada",
            Self::Resumption => "Sección publicada otra vez",
            Self::Withdrawal => "Retiro",
            Self::ConsentRevoked => "Autorización revocada",
            Self::IdentityBlocked => "Identidad bloqueada al cierre",
            Self::Import => "Incorporación de un archivo histórico",
            Self::Reinstatement => "Restablecimiento",
        }
    }

    /// Why records before an entry of this kind are gone, in Spanish.
    #[must_use]
    pub const fn purged_because(self) -> &'static str {
        match self {
            Self::Withdrawal => "candidatura retirada",
            Self::ConsentRevoked => "autorización revocada",
            Self::IdentityBlocked => "identidad bloqueada al cierre",
            _ => "",
        }
    }

    /// Whether records before an entry of this kind may be missing: the data were purged.
    #[must_use]
    pub const fn explains_absence(self) -> bool {
        matches!(
            self,
            Self::Withdrawal | Self::ConsentRevoked | Self::IdentityBlocked
        )
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
pub struct LogEntry {
    /// In which log; the hashed text names only that of drills, so that no entry of it passes for one of a
    /// real election.
    #[serde(default, skip_serializing_if = "LogChain::is_publication")]
    pub log: LogChain,
    /// From 1, without gaps.
    pub seq: u64,
    /// The hash of the entry before; empty for the first.
    pub prev: String,
    /// When, in UTC with microseconds.
    pub at: String,
    /// What changed.
    pub kind: Kind,
    /// Where it changed.
    pub election: ElectionId,
    /// About whom.
    pub candidacy: CandidacyId,
    /// The version of its public record.
    pub version: u32,
    /// The hash of that record; none where nothing is public any more.
    pub record_sha256: Option<String>,
}

impl LogEntry {
    /// The bytes that are stored and hashed.
    ///
    /// # Errors
    /// Never in practice: an entry holds texts and integers.
    pub fn canonical_text(&self) -> Result<String, Failure> {
        canonical(self)
    }
}

/// What is to be logged.
#[derive(Debug, Clone)]
pub struct LoggedChange<'a> {
    /// What changed.
    pub kind: Kind,
    /// Where it changed.
    pub election: &'a ElectionId,
    /// About whom.
    pub candidacy: &'a CandidacyId,
    /// The version of its public record.
    pub version: u32,
    /// The hash of that record; none where nothing is public any more.
    pub record_sha256: Option<&'a str>,
}
