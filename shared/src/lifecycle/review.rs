//! From capture to publication: the operator's and the validator's moves.

use super::{
    Claim, CorrectionState, Decision, Facts, FirstDecision, Process, Refusal, SectionState, State,
    Verdict,
};
use crate::ids::AccountId;
use crate::questionnaire::{Completeness, Section};
use chrono::Duration;

/// What a reviewer had in view when deciding on a section.
pub(super) struct JudgedVersion<'a> {
    pub(super) section: Section,
    pub(super) version: u32,
    pub(super) sha256: &'a str,
}

impl Process {
    /// Capture is open: the receipt is given and the period runs.
    pub(super) fn capture_open(facts: &Facts<'_>) -> Result<(), Refusal> {
        let period = facts.capture.ok_or(Refusal::PeriodNotStarted)?;
        if period.is_past_grace(facts.now) {
            return Err(Refusal::PeriodEnded(period.ends));
        }
        if facts.now < period.starts {
            return Err(Refusal::CaptureStarts(period.starts));
        }
        Ok(())
    }

    pub(super) fn start_capture(&mut self, facts: &Facts<'_>) -> Result<(), Refusal> {
        if self.state != State::Registered {
            return Err(self.out_of_capture(facts));
        }
        Self::capture_open(facts)?;
        if !facts.consents.treatment {
            return Err(Refusal::ConsentRequired);
        }
        self.state = State::InCapture;
        Ok(())
    }

    /// The refusal for someone who comes to capture too late or too early.
    fn out_of_capture(&self, facts: &Facts<'_>) -> Refusal {
        match facts.capture {
            Some(period) if self.incomplete && period.is_over(facts.now) => {
                Refusal::PeriodEnded(period.ends)
            }
            _ => Refusal::WrongState(self.state),
        }
    }

    pub(super) fn save(
        &mut self,
        section: Section,
        completeness: Completeness,
        sha256: &str,
        facts: &Facts<'_>,
    ) -> Result<(), Refusal> {
        let state = self.section(section).state;
        let frozen = Refusal::WrongSectionState(section, state);
        let next = match self.state {
            State::Registered => {
                Self::capture_open(facts)?;
                return Err(Refusal::ConsentRequired);
            }
            State::InCapture if state.is_draft() => {
                Self::capture_open(facts)?;
                drafted(completeness)
            }
            State::Observed if state.is_under_observation() => SectionState::Changed,
            State::Published if self.correction_open_for(section) => {
                self.correction_begun(facts)?;
                match state {
                    SectionState::Published | SectionState::Withheld => drafted(completeness),
                    _ if state.is_draft() => drafted(completeness),
                    // Paused on a legal basis: only resuming it, with one, opens it again.
                    _ => return Err(frozen),
                }
            }
            State::InCapture | State::Observed => return Err(frozen),
            State::Published => return Err(self.why_not_corrected(section, facts)),
            _ => return Err(self.out_of_capture(facts)),
        };
        self.treatment_given(facts)?;
        let it = self.section_mut(section);
        it.state = next;
        it.version = it.version.saturating_add(1);
        sha256.clone_into(&mut it.sha256);
        it.completeness = completeness;
        it.decisions.clear();
        Ok(())
    }

    pub(super) fn answer(&mut self, section: Section, facts: &Facts<'_>) -> Result<(), Refusal> {
        if self.state != State::Observed {
            return Err(Refusal::WrongState(self.state));
        }
        self.treatment_given(facts)?;
        let it = self.section_mut(section);
        if !it.state.takes_answer() {
            return Err(Refusal::WrongSectionState(section, it.state));
        }
        it.state = SectionState::Answered;
        it.decisions.clear();
        Ok(())
    }

    pub(super) fn submit(&mut self, facts: &Facts<'_>) -> Result<(), Refusal> {
        match self.state {
            State::InCapture => {
                Self::capture_open(facts)?;
                self.treatment_given(facts)?;
                let missing = self.incomplete_sections();
                if !missing.is_empty() {
                    return Err(Refusal::Incomplete(missing));
                }
                self.freeze();
                self.state = State::Submitted;
                self.submitted_at = Some(facts.now);
                Ok(())
            }
            State::Observed => {
                self.treatment_given(facts)?;
                let open: Vec<_> = self.in_state(SectionState::Observed);
                if !open.is_empty() {
                    return Err(Refusal::Unanswered(open));
                }
                for it in self
                    .sections
                    .values_mut()
                    .filter(|it| it.state.is_under_observation())
                {
                    it.state = SectionState::UnderReview;
                }
                self.observation_period = None;
                self.state = State::Resubmitted;
                self.resubmitted_at = Some(facts.now);
                Ok(())
            }
            _ => Err(self.out_of_capture(facts)),
        }
    }

    /// Sections that stop a submission. The consents are a ledger, not a section to fill in.
    #[must_use]
    pub fn incomplete_sections(&self) -> Vec<Section> {
        Section::REVIEWABLE
            .iter()
            .copied()
            .filter(|it| self.section(*it).state.is_unfinished())
            .collect()
    }

    pub(super) fn in_state(&self, state: SectionState) -> Vec<Section> {
        self.sections
            .iter()
            .filter(|(_, it)| it.state == state)
            .map(|(id, _)| *id)
            .collect()
    }

    /// Sends every draft section to review: frozen.
    pub(super) fn freeze(&mut self) {
        for section in Section::REVIEWABLE {
            let it = self.section_mut(*section);
            if it.state.is_draft() {
                it.state = SectionState::UnderReview;
            }
        }
    }

    /// A candidacy is taken for review only while the review phase is open. Whoever holds it goes on
    /// beyond its end.
    fn review_open(facts: &Facts<'_>) -> Result<(), Refusal> {
        if let Some(at) = facts.review.opens_later(facts.now) {
            return Err(Refusal::ReviewStarts(at));
        }
        match facts.review.closed_at(facts.now) {
            Some(at) => Err(Refusal::ReviewEnded(at)),
            None => Ok(()),
        }
    }

    pub(super) fn claim(&mut self, by: &AccountId, facts: &Facts<'_>) -> Result<(), Refusal> {
        self.treatment_stands(facts)?;
        let from = match (self.state, &self.claim) {
            (State::Submitted | State::Resubmitted, _) => self.state,
            (State::InReview, Some(claim)) if claim.by == *by => claim.from,
            (State::InReview, Some(claim)) => return Err(Refusal::ClaimedByOther(claim.expires)),
            _ => return Err(Refusal::WrongState(self.state)),
        };
        if self.state != State::InReview {
            Self::review_open(facts)?;
        }
        if facts.settings.four_eyes && self.first_decision.as_ref().is_some_and(|it| it.by == *by) {
            return Err(Refusal::SecondPersonRequired);
        }
        self.state = State::InReview;
        self.claim = Some(Claim {
            by: by.clone(),
            at: facts.now,
            expires: facts.now + Duration::minutes(i64::from(facts.settings.claim_minutes)),
            from,
        });
        Ok(())
    }

    fn held_claim(&self, by: &AccountId) -> Result<&Claim, Refusal> {
        if self.state != State::InReview {
            return Err(match self.state {
                State::Submitted | State::Resubmitted => Refusal::ClaimRequired,
                // A correction that waits for a reviewer, or is another one's.
                State::Published if self.correction_is_sent() => Refusal::ClaimRequired,
                state => Refusal::WrongState(state),
            });
        }
        self.claim
            .as_ref()
            .filter(|it| it.by == *by)
            .ok_or(Refusal::ClaimRequired)
    }

    pub(super) fn release(&mut self, by: &AccountId) -> Result<(), Refusal> {
        if self.release_correction(by) {
            return Ok(());
        }
        self.state = self.held_claim(by)?.from;
        self.claim = None;
        Ok(())
    }

    pub(super) fn decide(
        &mut self,
        JudgedVersion {
            section,
            version,
            sha256,
        }: JudgedVersion<'_>,
        verdict: &Verdict,
        by: &AccountId,
        facts: &Facts<'_>,
    ) -> Result<(), Refusal> {
        if !self.correction_claimed_by(by) {
            self.held_claim(by)?;
        }
        self.treatment_stands(facts)?;
        if !self.reviewable(facts).any(|it| it == section) {
            return Err(Refusal::NotReviewable(section));
        }
        let it = self.section_mut(section);
        if it.state != SectionState::UnderReview {
            return Err(Refusal::WrongSectionState(section, it.state));
        }
        if it.version != version || it.sha256 != sha256 {
            return Err(Refusal::DecisionOutdated(section));
        }
        it.decisions.retain(|decision| decision.by != *by);
        it.decisions.push(Decision {
            by: by.clone(),
            at: facts.now,
            version,
            verdict: verdict.clone(),
        });
        Ok(())
    }

    /// Ends the turn: observed, first decision recorded, or approved and so published, at once or
    /// when its publication begins.
    pub(super) fn conclude(&mut self, by: &AccountId, facts: &Facts<'_>) -> Result<(), Refusal> {
        let from = self.held_claim(by)?.from;
        self.treatment_stands(facts)?;
        let (approved, observed) = self.judged(by, facts)?;
        self.claim = None;
        if !observed.is_empty() {
            for section in observed {
                self.section_mut(section).state = SectionState::Observed;
            }
            self.approve_those_with_enough(&approved, facts);
            self.first_decision = None;
            self.observation_period = Some(facts.settings.observation_days.period_after(facts.now));
            self.state = State::Observed;
            return Ok(());
        }
        self.approve_those_with_enough(&approved, facts);
        if self
            .reviewable(facts)
            .any(|it| self.section(it).state == SectionState::UnderReview)
        {
            self.first_decision = Some(FirstDecision {
                by: by.clone(),
                at: facts.now,
            });
            self.state = from;
        } else if facts.lacks_signed_consent() {
            return Err(Refusal::SignedConsentRequired);
        } else {
            self.approve_whole(facts.now, facts);
        }
        Ok(())
    }

    /// The holder's approvals and observations of everything under review, once all are decided.
    pub(super) fn judged(
        &self,
        by: &AccountId,
        facts: &Facts<'_>,
    ) -> Result<(Vec<Section>, Vec<Section>), Refusal> {
        let (mut approved, mut observed, mut undecided) = (vec![], vec![], vec![]);
        let under_review = self
            .reviewable(facts)
            .filter(|it| self.section(*it).state == SectionState::UnderReview);
        for section in under_review {
            match self.decision_of(section, by).map(|it| it.verdict) {
                Some(Verdict::Approve) => approved.push(section),
                Some(Verdict::Observe { .. }) => observed.push(section),
                None => undecided.push(section),
            }
        }
        if undecided.is_empty() {
            Ok((approved, observed))
        } else {
            Err(Refusal::Undecided(undecided))
        }
    }

    fn approve_those_with_enough(&mut self, sections: &[Section], facts: &Facts<'_>) {
        for section in sections {
            if self.is_approved(*section, facts) {
                self.section_mut(*section).state = SectionState::Approved;
            }
        }
    }

    /// Also while a correction of it is under way: what the public sees is the old version, and a
    /// legal basis does not wait. What was typed stays behind.
    pub(super) fn pause(&mut self, section: Section) -> Result<(), Refusal> {
        let it = self.section(section);
        let corrected = it.state.is_draft() || it.state == SectionState::UnderReview;
        if corrected && it.published_version.is_some() && self.state == State::Published {
            self.section_mut(section).state = SectionState::Published;
        }
        self.move_published(section, SectionState::Published, SectionState::Paused)
    }

    pub(super) fn resume(&mut self, section: Section) -> Result<(), Refusal> {
        self.move_published(section, SectionState::Paused, SectionState::Published)
    }

    fn move_published(
        &mut self,
        section: Section,
        from: SectionState,
        to: SectionState,
    ) -> Result<(), Refusal> {
        if self.state != State::Published {
            return Err(Refusal::WrongState(self.state));
        }
        let it = self.section_mut(section);
        if it.state != from {
            return Err(Refusal::WrongSectionState(section, it.state));
        }
        it.state = to;
        Ok(())
    }

    pub(super) fn correction_open_for(&self, section: Section) -> bool {
        self.correction
            .as_ref()
            .is_some_and(|it| it.state == CorrectionState::Open && it.sections.contains(&section))
    }
}

pub(super) const fn drafted(completeness: Completeness) -> SectionState {
    match completeness {
        Completeness::Empty => SectionState::Empty,
        Completeness::InProgress => SectionState::InProgress,
        Completeness::Complete => SectionState::Complete,
        Completeness::NotProvided => SectionState::NotProvided,
    }
}
