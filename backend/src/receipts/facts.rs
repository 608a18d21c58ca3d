//! The facts of a receipt, as they are stored and hashed.

use conoceles_shared::api::public::LogChain;
use conoceles_shared::ids::{AccountId, ActorId, CandidacyId, ElectionId};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::receipt::{ReceiptCode, ReceiptKind};
use conoceles_shared::time::{Instant, Period};
use serde::{Deserialize, Serialize};

use crate::core::secrets::sha256_hex;

/// Everything that a receipt says, for good: its text as JSON is what is stored and hashed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReceiptFacts {
    /// By which anyone verifies it.
    pub code: ReceiptCode,
    /// What it acknowledges.
    pub kind: ReceiptKind,
    /// When that happened.
    pub at: Instant,
    /// The authority that issues it.
    pub authority: String,
    /// Where it is verified.
    pub address: String,
    /// In which election.
    pub election: Named<ElectionId>,
    /// Whether that election is a drill.
    pub drill: bool,
    /// For which actor.
    pub actor: Named<ActorId>,
    /// Who; the system itself at the end of a period.
    pub account: Option<Named<AccountId>>,
    /// Of which candidacy.
    pub candidacy: Option<CandidacyFacts>,
    /// The capture period that stands, for an account.
    pub capture: Option<Period>,
    /// What was sent.
    pub sections: Vec<SectionFacts>,
    /// Where the publication log of the election stood.
    pub log: LogFacts,
    /// 256 random bits that never leave the database: they keep names and short answers from being
    /// guessed from the hashes that the public sees.
    pub salt: String,
}

/// An id with the name it had.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Named<T> {
    /// Stays when the name changes.
    pub id: T,
    /// As it was when the receipt was issued.
    pub name: String,
}

/// A candidacy as it was registered then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CandidacyFacts {
    /// Under which it is public.
    pub id: CandidacyId,
    /// The candidate's full name.
    pub name: String,
    /// The office's official label.
    pub office: String,
    /// The territory's name.
    pub territory: String,
    /// «Propietaria» or «Suplente».
    pub role: String,
}

/// A section that was sent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SectionFacts {
    /// Which section.
    pub section: Section,
    /// The version that was sent.
    pub version: u32,
    /// SHA-256 of its content; of identity, of a document with a random number.
    pub sha256: String,
}

/// Where the publication log of the election stood.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogFacts {
    /// Which of the two; receipts from before drills had one of their own do not say.
    #[serde(default, skip_serializing_if = "LogChain::is_publication")]
    pub log: LogChain,
    /// The number of its last entry; 0 before the first.
    pub seq: u64,
    /// The hash of that entry; empty before the first.
    pub hash: String,
}

impl ReceiptFacts {
    /// What the public may compare of a section: never the hash of its content, which short answers
    /// could be found from by trying.
    #[must_use]
    pub fn sealed(&self, it: &SectionFacts) -> String {
        sha256_hex(format!("{}/{}/{}", self.salt, it.section, it.sha256).as_bytes())
    }
}
