//! The history of a candidacy: what happened to it, and which of it each role may see.
//!
//! The server keeps [`PastEvent`]s; [`timeline`] alone decides what of them a reader is told, and in
//! which words (`docs/decisions/0045-histories-and-own-marks.md`). No event holds an answer: sections, versions, grounds and references are all there is.

mod sight;
mod words;

pub use sight::{is_mark_in_force, timeline};

use chrono::NaiveDate;

use crate::api::history::HistoryKind;
use crate::ids::AccountId;
use crate::lifecycle::{CorrectionEnd, State};
use crate::notices::Audience;
use crate::paper::PaperRequestKind;
use crate::permissions::Role;
use crate::questionnaire::{ConsentKind, Ground, Section};
use crate::receipt::ReceiptKind;
use crate::time::Instant;

/// Something that happened to a candidacy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastEvent {
    /// When; what a deadline decided, at the deadline.
    pub at: Instant,
    /// Who did it; `None` is the system itself.
    pub by: Option<Author>,
    /// What it was.
    pub what: Happening,
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// By which one's own acts are known.
    pub account: AccountId,
    /// As the account has it now.
    pub name: String,
    /// The role of the account.
    pub role: Role,
}

/// What can happen to a candidacy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// Entered by the administrator.
    Registered,
    /// A version of a section was saved.
    Saved {
        /// Which.
        section: Section,
        /// Its number.
        version: u32,
    },
    /// Sent to review by its operator.
    Sent {
        /// Whether after observations.
        again: bool,
    },
    /// A deadline or an expiry that the system stored.
    Elapsed(Elapsed),
    /// A reviewer took the turn.
    Claimed,
    /// A reviewer gave the turn back.
    Released,
    /// A reviewer's mark on a section, which only ending the turn delivers.
    Marked {
        /// Which.
        section: Section,
        /// The version judged.
        version: u32,
        /// The ground; none of an approval.
        ground: Option<Ground>,
    },
    /// A reviewer ended the turn.
    Concluded {
        /// To this state.
        to: State,
        /// Those observed.
        observed: Vec<Section>,
        /// Of a correction: how it ended.
        correction: Option<CorrectionEnd>,
    },
    /// An observation, as it was delivered.
    Observed {
        /// On which section.
        section: Section,
        /// On which version.
        version: u32,
        /// On which ground.
        ground: Ground,
        /// The reasoning.
        reason: String,
    },
    /// The operator answered an observation without a change.
    Answered {
        /// On which section.
        section: Option<Section>,
    },
    /// A published section was taken from the public, or given back.
    Switched {
        /// Whether it was paused.
        paused: bool,
        /// Which.
        section: Option<Section>,
        /// The legal basis.
        basis: Option<String>,
    },
    /// A step of a correction of what is published.
    Correction(CorrectionStep),
    /// Cancelled or substituted.
    Ended {
        /// Which of both.
        state: State,
        /// The acuerdo.
        acuerdo: Option<String>,
    },
    /// What an end, a sending or a publication led to was undone.
    Remedied {
        /// How.
        how: Remedied,
        /// By what it is found again.
        reference: Option<String>,
    },
    /// The date on which it is published was moved.
    PublicationMoved,
    /// A period was extended.
    Extended {
        /// Its new end.
        ends: Option<Instant>,
        /// Why.
        reason: Option<String>,
    },
    /// A consent was given or revoked.
    Consented {
        /// Which.
        kind: ConsentKind,
        /// Whether it was given.
        granted: bool,
    },
    /// A signed copy of the consent form was delivered, or read by somebody.
    SignedCopy {
        /// Whether it was read.
        read: bool,
    },
    /// A paper of the person's was recorded.
    Paper {
        /// What it asks for.
        asks: PaperRequestKind,
        /// Its own date.
        dated: NaiveDate,
        /// By which it is found again.
        reference: String,
    },
    /// A receipt was issued.
    Receipt {
        /// For what.
        kind: ReceiptKind,
        /// By which anybody can check it.
        code: String,
        /// When it was annulled.
        annulled: Option<Instant>,
    },
    /// Somebody was told.
    Told {
        /// Whom.
        audience: Audience,
        /// What the notice is called.
        title: String,
        /// What it says.
        text: String,
    },
}

/// What time decided alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Elapsed {
    /// The capture period ended.
    Capture,
    /// The time to answer observations ended.
    Observation,
    /// A reviewer's turn expired.
    Claim,
    /// The time to correct, or the turn on it, ended.
    Correction,
    /// The date of publication came.
    PublicationBegan,
    /// The publication of the election ended.
    Closed,
}

/// The steps of a correction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CorrectionStep {
    /// Asked for by the operator.
    Requested,
    /// Opened by a validator.
    Opened,
    /// Refused by a validator.
    Refused,
    /// Sent by the operator.
    Sent,
}

/// What two administrators do together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedied {
    /// An end was undone.
    Reinstated,
    /// It is captured again.
    ReturnedToCapture,
    /// Reopened by order of a tribunal.
    Reopened,
}

impl Happening {
    /// The kind by which it is filtered.
    #[must_use]
    pub const fn kind(&self) -> HistoryKind {
        match self {
            Self::Saved { .. } => HistoryKind::Version,
            Self::Sent { .. } => HistoryKind::Sending,
            Self::Claimed | Self::Released | Self::Elapsed(Elapsed::Claim) => HistoryKind::Turn,
            Self::Marked { .. }
            | Self::Concluded { .. }
            | Self::Observed { .. }
            | Self::Answered { .. } => HistoryKind::Decision,
            Self::Switched { .. } => HistoryKind::Pause,
            Self::Correction(_) | Self::Elapsed(Elapsed::Correction) => HistoryKind::Correction,
            Self::Registered | Self::Ended { .. } => HistoryKind::Acuerdo,
            Self::Remedied { .. } => HistoryKind::Remedy,
            Self::PublicationMoved | Self::Elapsed(Elapsed::PublicationBegan | Elapsed::Closed) => {
                HistoryKind::Publication
            }
            Self::Extended { .. } | Self::Elapsed(Elapsed::Capture | Elapsed::Observation) => {
                HistoryKind::Period
            }
            Self::Consented { .. } | Self::SignedCopy { .. } => HistoryKind::Consent,
            Self::Paper { .. } => HistoryKind::Paper,
            Self::Receipt { .. } => HistoryKind::Receipt,
            Self::Told { .. } => HistoryKind::Notice,
        }
    }
}

#[cfg(test)]
#[path = "history_tests.rs"]
mod history_tests;
