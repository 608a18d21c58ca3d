//! The lifecycle of a candidacy and of its sections: who may do what, in which state, when.
//!
//! Both tables (`docs/domain/process.md#candidacy`, `docs/domain/process.md#sections`) as pure
//! functions of the stored process, the facts around it and the instant. What is not written here
//! is refused. The clock's own transitions are [`Process::in_force`]: every reader applies it, so
//! that what the clock has decided holds at once; a sweep stores it later.

mod action;
mod clock;
mod consent;
mod correction;
mod extension;
mod many;
mod process;
mod publication;
mod refusal;
mod reinstatement;
mod remedy;
mod review;
mod states;
mod waiting;

pub use action::Action;
pub use consent::ConsentAgain;
pub use extension::PeriodKind;
pub use process::{
    BeforeEnd, Claim, Correction, Decision, EndedCorrection, FirstDecision, ObservedSection,
    Process, SectionProcess, Verdict,
};
pub use refusal::Refusal;
pub use remedy::{Remedy, RemedyKind};
pub use states::{CorrectionEnd, CorrectionState, SectionState, State};
pub use waiting::{QueueFlag, WaitingAge, WaitsFor};

use serde::{Deserialize, Serialize};

use crate::election::{Settings, Window};
use crate::ids::{AccountId, SessionId};
use crate::permissions::Role;
use crate::time::{Instant, Period};

/// What the lifecycle must know beside the process itself.
#[derive(Debug, Clone, Copy)]
pub struct Facts<'a> {
    /// The instant of the request.
    pub now: Instant,
    /// Those of the election in force now, not when the candidacy began.
    pub settings: &'a Settings,
    /// The capture period in force; `None` until the receipt is given.
    pub capture: Option<Period>,
    /// When a review may begin.
    pub review: Window,
    /// From when on what is approved is public; `None`: at once.
    pub publication_starts: Option<Instant>,
    /// The last second of publication.
    pub publication_ends: Instant,
    /// The consents in force.
    pub consents: Consents,
    /// Whether a signed copy of the consent form was delivered.
    pub signed_consent_delivered: bool,
}

impl Facts<'_> {
    /// Whether the election asks for the signed consent form and nobody delivered it: nothing is
    /// published then.
    #[must_use]
    pub const fn lacks_signed_consent(&self) -> bool {
        self.settings.signed_consent_required && !self.signed_consent_delivered
    }
}

/// The three consents as they stand (`docs/domain/identity.md#consents`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Consents {
    /// Consent 1, treatment: opens capture.
    pub treatment: bool,
    /// Consent 2, publication of identity answers: opens badges.
    pub identity_publication: bool,
    /// Consent 3, statistics.
    pub statistics: bool,
}

/// Who asks for an action.
#[derive(Debug, Clone, Copy)]
pub struct Who<'a> {
    /// Claims and decisions are of one account.
    pub account: &'a AccountId,
    /// Each action belongs to one role: [`Action::role`].
    pub role: Role,
    /// The session it was asked in, for the audit; none outside one.
    pub session: Option<&'a SessionId>,
}

#[cfg(test)]
#[path = "lifecycle_tests.rs"]
mod lifecycle_tests;
