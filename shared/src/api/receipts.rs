//! Receipts as they travel. [`ReceiptCheck`] is public and, like everything in `public`, an
//! allow-list: it names no person, no candidacy and no actor.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::Labelled;
use super::public::{ElectionRef, LogChain};
use crate::questionnaire::Section;
use crate::receipt::{ReceiptCode, ReceiptKind};

/// What anyone who has the code may know of a receipt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReceiptCheck {
    /// The one in its address, however it was typed.
    pub code: ReceiptCode,
    /// What it acknowledges.
    pub kind: Labelled,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// The election.
    pub election: ElectionRef,
    /// SHA-256 of the stored facts, which hold a random number: nothing can be guessed from it.
    pub sha256: String,
    /// The sections that were received; none for an account.
    pub sections: Vec<SealedSection>,
    /// The log that the next two speak of.
    pub log: LogChain,
    /// The last number of that log at that time; 0 before its first entry.
    pub log_seq: u64,
    /// The hash of that entry; empty before the first.
    pub log_head: String,
    /// When it was annulled: what it states of a period holds no more.
    pub annulled_at: Option<DateTime<Utc>>,
}

/// A section of a receipt, as the public may compare it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SealedSection {
    /// Code and official name.
    pub section: Labelled,
    /// SHA-256 of the receipt's secret random number, the section's code and the hash of its
    /// content, so that short answers cannot be found by trying.
    pub sha256: String,
}

/// A receipt in its owner's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ReceiptSummary {
    /// By which the PDF is had, and by which anyone verifies it.
    pub code: ReceiptCode,
    /// What it acknowledges.
    pub kind: ReceiptKind,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
    /// The sections that were received.
    pub sections: Vec<Section>,
}

/// A signed consent form that was delivered: that it is there, never what it shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedConsent {
    /// Its number among those of the candidacy, from 1.
    pub number: u32,
    /// When it was delivered.
    pub delivered_at: DateTime<Utc>,
    /// Its size in bytes.
    pub bytes: u32,
    /// The media type: PDF, JPEG or PNG.
    pub media_type: String,
}

impl SignedConsent {
    /// The end of its file's name, which tells people its kind.
    #[must_use]
    pub fn extension(&self) -> &'static str {
        match self.media_type.as_str() {
            "application/pdf" => "pdf",
            "image/png" => "png",
            _ => "jpg",
        }
    }
}
