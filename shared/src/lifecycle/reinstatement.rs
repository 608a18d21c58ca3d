//! What two administrators may undo, and what a tribunal may order: the only ways back from an end,
//! and from review to capture (`docs/domain/process.md#undoing-and-reopening`).

use chrono::Duration;

use super::review::drafted;
use super::{
    BeforeEnd, Correction, CorrectionEnd, CorrectionState, Facts, Process, Refusal, Remedy,
    RemedyKind, SectionState, State,
};
use crate::ids::AccountId;
use crate::questionnaire::Section;
use crate::time::{Instant, Period, end_of_day, local_date};

/// What a tribunal ordered.
#[derive(Debug, Clone, Copy)]
pub(super) struct Order<'a> {
    /// The docket.
    pub(super) reference: &'a str,
    /// The time that it gives.
    pub(super) period: Period,
    /// Who carries it out.
    pub(super) by: &'a AccountId,
}

impl Process {
    /// Ends a candidacy: everything is blocked. How it stood is kept, so that a mistake can be undone.
    pub(super) fn end(&mut self, state: State, at: Instant) {
        self.before_end = Some(Box::new(BeforeEnd {
            at,
            process: self.clone(),
        }));
        self.state = state;
        self.claim = None;
        self.correction = None;
        for section in self.sections.values_mut() {
            section.state = SectionState::Blocked;
        }
    }

    /// Back to where it was before an acuerdo ended it. The time that it was ended is given back to
    /// whatever its operator was doing.
    pub(super) fn reinstate(&mut self, reference: &str, facts: &Facts<'_>) -> Result<(), Refusal> {
        if !self.state.gave_up_its_place() {
            return Err(Refusal::WrongState(self.state));
        }
        publication_goes_on(facts)?;
        let lost = self.time_ended(facts);
        let mut next = self.before_the_end(facts);
        if next.state == State::Approved {
            // It waits from now on: nothing was public while it was ended.
            next.approved_at = Some(facts.now);
        }
        if next.treatment_revoked(facts) {
            next.stop_for_revocation(facts);
        }
        if let Some(period) = &mut next.observation_period {
            period.ends = later(period.ends, lost);
        }
        if let Some(period) = next.correction.as_mut().and_then(|it| it.period.as_mut()) {
            period.ends = later(period.ends, lost);
        }
        next.note_remedy(RemedyKind::EndingUndone, reference, facts);
        *self = next;
        Ok(())
    }

    /// The end of the capture period that gives back the time in which the candidacy was ended; none
    /// where it was not being captured, or how it stood is not known.
    #[must_use]
    pub fn capture_end_given_back(&self, facts: &Facts<'_>) -> Option<Instant> {
        let before = self.before_end.as_ref()?;
        let period = facts.capture.filter(|it| !it.is_over(before.at))?;
        before
            .process
            .state
            .is_captured()
            .then(|| later(period.ends, self.time_ended(facts)))
    }

    /// Back to capture, because the period that sent it had begun by mistake: only what the end of the
    /// period sent, and only until a turn of its review was concluded.
    pub(super) fn return_to_capture(
        &mut self,
        reference: &str,
        facts: &Facts<'_>,
    ) -> Result<(), Refusal> {
        if !self.was_sent_by_the_clock() {
            return Err(Refusal::WrongState(self.state));
        }
        self.capture_anew(facts);
        self.note_remedy(RemedyKind::ReceiptAnnulled, reference, facts);
        Ok(())
    }

    /// Whether the end of the capture period sent it and nothing was decided on it since.
    #[must_use]
    pub fn was_sent_by_the_clock(&self) -> bool {
        self.incomplete
            && self.resubmitted_at.is_none()
            && self.first_decision.is_none()
            && matches!(self.state, State::Submitted | State::InReview)
    }

    /// By order of a tribunal: what is public is corrected, which counts against nobody's corrections;
    /// anything else is captured again. An end is undone first.
    pub(super) fn reopen(&mut self, order: Order<'_>, facts: &Facts<'_>) -> Result<(), Refusal> {
        publication_goes_on(facts)?;
        if self.state.is_captured()
            && let Some(period) = facts.capture.filter(|it| !it.is_over(facts.now))
        {
            return Err(Refusal::CaptureRuns(period.ends));
        }
        if self.state.is_end() {
            *self = self.before_the_end(facts);
        }
        if self.state == State::Published {
            self.correct_by_order(order, facts)?;
        } else {
            self.capture_anew(facts);
        }
        self.note_remedy(RemedyKind::Reopened, order.reference, facts);
        Ok(())
    }

    /// Opens all that may be corrected; a correction under way ends, since this one holds its sections.
    fn correct_by_order(&mut self, order: Order<'_>, facts: &Facts<'_>) -> Result<(), Refusal> {
        self.treatment_stands(facts)?;
        self.end_correction(CorrectionEnd::Void, facts.now);
        let sections: Vec<_> = Section::REVIEWABLE
            .iter()
            .copied()
            .filter(|it| self.may_be_corrected(*it, facts).is_ok())
            .collect();
        if sections.is_empty() {
            return Err(Refusal::NoSuchCorrection);
        }
        self.correction = Some(Correction {
            state: CorrectionState::Open,
            sections,
            reason: format!("Por orden de un tribunal, expediente {}.", order.reference),
            requested_at: facts.now,
            opened_by: Some(order.by.clone()),
            period: Some(order.period),
            sent_at: None,
            claimed_by: None,
            claim_expires: None,
        });
        Ok(())
    }

    /// The process as it was before the end, in nobody's turn. Where that was not kept, it is captured
    /// anew: what was paused on a legal basis must not become public by it.
    fn before_the_end(&self, facts: &Facts<'_>) -> Self {
        let Some(before) = &self.before_end else {
            let mut next = self.clone();
            next.capture_anew(facts);
            return next;
        };
        let mut next = before.process.clone();
        if let Some(claim) = next.claim.take() {
            next.state = claim.from;
        }
        if let Some(correction) = &mut next.correction
            && correction.state == CorrectionState::Claimed
        {
            correction.state = CorrectionState::Sent;
            correction.claimed_by = None;
            correction.claim_expires = None;
        }
        next
    }

    fn time_ended(&self, facts: &Facts<'_>) -> Duration {
        self.before_end
            .as_ref()
            .map_or_else(Duration::zero, |it| facts.now - it.at)
    }

    /// As if it had never been sent: its answers stay, each as complete as it is, and whatever others
    /// decided on them is void.
    fn capture_anew(&mut self, facts: &Facts<'_>) {
        let captured = self.sections.values().any(|it| it.version > 0);
        let begun = captured || facts.consents.treatment || self.state == State::InCapture;
        let mut next = Self {
            state: if begun {
                State::InCapture
            } else {
                State::Registered
            },
            published_at: self.published_at,
            ended_correction: self.ended_correction.clone(),
            corrections_used: self.corrections_used,
            remedies: std::mem::take(&mut self.remedies),
            ..Self::registered()
        };
        for (section, it) in &self.sections {
            let now = next.section_mut(*section);
            now.state = drafted(it.completeness);
            now.version = it.version;
            now.sha256.clone_from(&it.sha256);
            now.completeness = it.completeness;
        }
        *self = next;
    }

    fn note_remedy(&mut self, kind: RemedyKind, reference: &str, facts: &Facts<'_>) {
        self.remedies.push(Remedy {
            kind,
            at: facts.now,
            reference: reference.to_owned(),
        });
    }
}

/// Whether the election still publishes: what comes back after it would be closed at once.
fn publication_goes_on(facts: &Facts<'_>) -> Result<(), Refusal> {
    let last = facts.publication_ends;
    if facts.now >= last + Duration::seconds(1) {
        return Err(Refusal::PublicationEnded(last));
    }
    Ok(())
}

/// The last second of the day on which `end` falls when so much time is added.
fn later(end: Instant, by: Duration) -> Instant {
    end_of_day(local_date(end + by)).max(end)
}
