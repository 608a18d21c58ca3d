//! What may be asked of a candidacy's process.

use super::reinstatement::Order;
use super::review::JudgedVersion;
use super::{Facts, Process, Refusal, State, Verdict, Who};
use crate::permissions::Role;
use crate::questionnaire::{Completeness, Section};
use crate::time::{Instant, Period};

/// Everything a person can ask for. The clock's transitions are in `clock.rs`.
#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Operator: consent 1 was accepted, capture begins.
    StartCapture,
    /// Operator: a new version of a section.
    Save {
        /// The one that was saved.
        section: Section,
        /// How complete the new version is.
        completeness: Completeness,
        /// Of its canonical JSON, hexadecimal.
        sha256: String,
    },
    /// Operator: answers an observation without changing the section.
    Answer {
        /// The observed one.
        section: Section,
    },
    /// Operator: sends to review, the first time or again.
    Submit,
    /// Operator: asks to correct published sections.
    RequestCorrection {
        /// Those that are to be opened again.
        sections: Vec<Section>,
        /// What is wrong in them, for the validator who decides.
        reason: String,
    },
    /// Operator: sends the correction.
    SendCorrection,
    /// Validator: takes the turn, or renews it.
    Claim,
    /// Validator: gives the turn back.
    Release,
    /// Validator: decides on one section.
    Decide {
        /// One of those under review.
        section: Section,
        /// The version that the reviewer had in view; refused if there is a later one.
        version: u32,
        /// Its hash, as shown to the reviewer.
        sha256: String,
        /// Takes the place of an earlier one by the same person.
        verdict: Verdict,
    },
    /// Validator: ends the turn; what follows is decided by the decisions made.
    Conclude,
    /// Validator: opens a requested correction.
    OpenCorrection,
    /// Validator: refuses a requested correction.
    RefuseCorrection {
        /// Why, for whoever asked.
        reason: String,
    },
    /// Validator: takes a sent correction.
    ClaimCorrection,
    /// Validator: ends the review of a correction.
    ConcludeCorrection,
    /// Validator: pauses a published section, with its legal basis.
    Pause {
        /// One that the public sees.
        section: Section,
    },
    /// Validator: publishes a paused section again.
    Resume {
        /// One that is paused.
        section: Section,
    },
    /// Administrator: substituted by an acuerdo.
    Substitute,
    /// Administrator: cancelled by an acuerdo.
    Cancel,
    /// Administrator, with a second one: undoes either of both.
    Reinstate {
        /// The acuerdo.
        reference: String,
    },
    /// Administrator, with a second one: captured again, since the receipt that began its period was a
    /// mistake.
    ReturnToCapture {
        /// By what the annulment is found again.
        reference: String,
    },
    /// Administrator, with a second one: reopened by order of a tribunal.
    Reopen {
        /// The docket.
        reference: String,
        /// The time that was ordered.
        period: Period,
    },
}

impl Action {
    /// The one role that may ask for it.
    #[must_use]
    pub const fn role(&self) -> Role {
        match self {
            Self::StartCapture
            | Self::Save { .. }
            | Self::Answer { .. }
            | Self::Submit
            | Self::RequestCorrection { .. }
            | Self::SendCorrection => Role::Operator,
            Self::Claim
            | Self::Release
            | Self::Decide { .. }
            | Self::Conclude
            | Self::OpenCorrection
            | Self::RefuseCorrection { .. }
            | Self::ClaimCorrection
            | Self::ConcludeCorrection
            | Self::Pause { .. }
            | Self::Resume { .. } => Role::Validator,
            Self::Substitute
            | Self::Cancel
            | Self::Reinstate { .. }
            | Self::ReturnToCapture { .. }
            | Self::Reopen { .. } => Role::Admin,
        }
    }

    /// Whether it may lead on from an end.
    const fn leads_back(&self) -> bool {
        matches!(self, Self::Reinstate { .. } | Self::Reopen { .. })
    }
}

impl Process {
    /// The process after `action`, or why not. The clock's transitions are applied first.
    ///
    /// # Errors
    /// Whatever the tables of `docs/domain/process.md` do not list, as a [`Refusal`].
    pub fn apply(&self, action: &Action, who: Who<'_>, facts: &Facts<'_>) -> Result<Self, Refusal> {
        if action.role() != who.role {
            return Err(Refusal::WrongRole);
        }
        let mut next = self.in_force(facts);
        if next.state.is_end() && !action.leads_back() {
            return Err(Refusal::WrongState(next.state));
        }
        match action {
            Action::StartCapture => next.start_capture(facts)?,
            Action::Save {
                section,
                completeness,
                sha256,
            } => {
                next.save(*section, *completeness, sha256, facts)?;
            }
            Action::Answer { section } => next.answer(*section, facts)?,
            Action::Submit => next.submit(facts)?,
            Action::RequestCorrection { sections, reason } => {
                next.request_correction(sections, reason, facts)?;
            }
            Action::SendCorrection => next.send_correction(facts)?,
            Action::Claim => next.claim(who.account, facts)?,
            Action::Release => next.release(who.account)?,
            Action::Decide {
                section,
                version,
                sha256,
                verdict,
            } => {
                let judged = JudgedVersion {
                    section: *section,
                    version: *version,
                    sha256,
                };
                next.decide(judged, verdict, who.account, facts)?;
            }
            Action::Conclude => next.conclude(who.account, facts)?,
            Action::OpenCorrection => next.open_correction(who.account, facts)?,
            Action::RefuseCorrection { reason } => next.refuse_correction(reason, facts)?,
            Action::ClaimCorrection => next.claim_correction(who.account, facts)?,
            Action::ConcludeCorrection => next.conclude_correction(who.account, facts)?,
            Action::Pause { section } => next.pause(*section)?,
            Action::Resume { section } => next.resume(*section)?,
            Action::Substitute => next.end(State::Substituted, facts.now),
            Action::Cancel => next.end(State::Cancelled, facts.now),
            Action::Reinstate { reference } => next.reinstate(reference, facts)?,
            Action::ReturnToCapture { reference } => next.return_to_capture(reference, facts)?,
            Action::Reopen { reference, period } => {
                let order = Order {
                    reference,
                    period: *period,
                    by: who.account,
                };
                next.reopen(order, facts)?;
            }
        }
        Ok(next)
    }

    /// Whether `action` would be accepted now: what the client greys out by.
    ///
    /// # Errors
    /// The refusal that the server would answer with.
    pub fn check(&self, action: &Action, who: Who<'_>, facts: &Facts<'_>) -> Result<(), Refusal> {
        self.apply(action, who, facts).map(|_| ())
    }

    /// When the operator's time begins, where it is given and has not begun.
    #[must_use]
    pub fn operator_opens(&self, facts: &Facts<'_>) -> Option<Instant> {
        let (_, period) = self.operator_period(facts)?;
        let waits = facts.now < period.starts && !self.stands_still(facts);
        waits.then_some(period.starts)
    }

    /// When the time of whatever the operator can do now runs out; none while a revocation holds
    /// everything up.
    #[must_use]
    pub fn operator_deadline(&self, facts: &Facts<'_>) -> Option<Instant> {
        let period = self.operator_period(facts);
        let ends = period.map(|(_, period)| period.ends);
        ends.filter(|_| !self.stands_still(facts))
    }
}
