//! A correction after publication: none → requested → open → sent → claimed → none.
//!
//! The public keeps the old version until the new one is approved. With four eyes two persons take
//! part: one opens the correction, another one judges it (`docs/decisions/0034-corrections.md`).

use chrono::Duration;

use super::{
    Correction, CorrectionEnd, CorrectionState, EndedCorrection, Facts, ObservedSection, Process,
    Refusal, Remedy, RemedyKind, SectionState, State, Verdict,
};
use crate::ids::AccountId;
use crate::questionnaire::Section;
use crate::time::Instant;

impl Process {
    fn require_published(&self) -> Result<(), Refusal> {
        if self.state == State::Published {
            Ok(())
        } else {
            Err(Refusal::WrongState(self.state))
        }
    }

    fn correction_in(&mut self, state: CorrectionState) -> Result<&mut Correction, Refusal> {
        self.require_published()?;
        self.correction
            .as_mut()
            .filter(|it| it.state == state)
            .ok_or(Refusal::NoSuchCorrection)
    }

    pub(super) fn request_correction(
        &mut self,
        sections: &[Section],
        reason: &str,
        facts: &Facts<'_>,
    ) -> Result<(), Refusal> {
        self.require_published()?;
        if self.correction.is_some() {
            return Err(Refusal::NoSuchCorrection);
        }
        self.treatment_stands(facts)?;
        if self.corrections_used >= facts.settings.corrections_max {
            return Err(Refusal::NoCorrectionsLeft);
        }
        if sections.is_empty() {
            return Err(Refusal::NoSuchCorrection);
        }
        for section in sections {
            self.may_be_corrected(*section, facts)?;
        }
        let sections = Section::REVIEWABLE
            .iter()
            .copied()
            .filter(|it| sections.contains(it))
            .collect();
        self.correction = Some(Correction {
            state: CorrectionState::Requested,
            sections,
            reason: reason.to_owned(),
            requested_at: facts.now,
            opened_by: None,
            period: None,
            sent_at: None,
            claimed_by: None,
            claim_expires: None,
        });
        Ok(())
    }

    pub(super) fn open_correction(
        &mut self,
        by: &AccountId,
        facts: &Facts<'_>,
    ) -> Result<(), Refusal> {
        let correction = self.correction_in(CorrectionState::Requested)?;
        correction.state = CorrectionState::Open;
        correction.opened_by = Some(by.clone());
        correction.period = Some(facts.settings.correction_days.period_after(facts.now));
        self.corrections_used = self.corrections_used.saturating_add(1);
        Ok(())
    }

    /// Whether the operator may ask to correct this section: it was published or withheld, and is
    /// one that a reviewer will judge.
    ///
    /// # Errors
    /// Why not.
    pub fn may_be_corrected(&self, section: Section, facts: &Facts<'_>) -> Result<(), Refusal> {
        if !self.reviewable(facts).any(|it| it == section) {
            return Err(Refusal::NotReviewable(section));
        }
        match self.section(section).state {
            SectionState::Published | SectionState::Withheld => Ok(()),
            state => Err(Refusal::WrongSectionState(section, state)),
        }
    }

    /// Why a published section that no open correction holds cannot be changed, the nearest reason first.
    pub(super) fn why_not_corrected(&self, section: Section, facts: &Facts<'_>) -> Refusal {
        let state = self.section(section).state;
        if state == SectionState::Paused {
            return Refusal::WrongSectionState(section, state);
        }
        if self.stands_still(facts) {
            return Refusal::ConsentRevoked;
        }
        if section == Section::Identity && !facts.consents.identity_publication {
            return Refusal::NeverPublished(section);
        }
        if let Some(correction) = &self.correction {
            return Refusal::CorrectionUnderWay(correction.state);
        }
        if self.corrections_used >= facts.settings.corrections_max {
            return Refusal::NoCorrectionsLeft;
        }
        Refusal::WrongState(self.state)
    }

    /// The order of a tribunal that opened the correction under way, if one did.
    #[must_use]
    pub fn correction_ordered_by(&self) -> Option<&Remedy> {
        let opened = self.correction.as_ref()?.requested_at;
        let mut orders = self.remedies.iter();
        orders.rfind(|it| it.kind == RemedyKind::Reopened && it.at == opened)
    }

    /// One that a tribunal ordered may begin later than it was opened.
    pub(super) fn correction_begun(&self, facts: &Facts<'_>) -> Result<(), Refusal> {
        let period = self.correction.as_ref().and_then(|it| it.period);
        match period.filter(|it| facts.now < it.starts) {
            Some(period) => Err(Refusal::PeriodBegins(period.starts)),
            None => Ok(()),
        }
    }

    /// Refuses a request. What was sent is judged instead, with a ground for what is observed.
    pub(super) fn refuse_correction(
        &mut self,
        reason: &str,
        facts: &Facts<'_>,
    ) -> Result<(), Refusal> {
        self.correction_in(CorrectionState::Requested)?;
        self.end_correction(CorrectionEnd::Refused, facts.now);
        if let Some(ended) = &mut self.ended_correction {
            ended.reason = Some(reason.to_owned());
        }
        Ok(())
    }

    /// Only what was changed is sent; a section saved back to an unfinished state stops it.
    pub(super) fn send_correction(&mut self, facts: &Facts<'_>) -> Result<(), Refusal> {
        let sections = self.correction_in(CorrectionState::Open)?.sections.clone();
        let unfinished: Vec<_> = sections
            .iter()
            .copied()
            .filter(|it| self.section(*it).state.is_unfinished())
            .collect();
        if !unfinished.is_empty() {
            return Err(Refusal::Incomplete(unfinished));
        }
        let changed: Vec<_> = sections
            .iter()
            .copied()
            .filter(|it| self.section(*it).state.is_draft())
            .collect();
        if changed.is_empty() {
            return Err(Refusal::Unanswered(sections));
        }
        for section in changed {
            self.section_mut(section).state = SectionState::UnderReview;
        }
        let correction = self.correction_in(CorrectionState::Open)?;
        correction.state = CorrectionState::Sent;
        correction.sent_at = Some(facts.now);
        Ok(())
    }

    pub(super) fn claim_correction(
        &mut self,
        by: &AccountId,
        facts: &Facts<'_>,
    ) -> Result<(), Refusal> {
        self.require_published()?;
        let correction = self.correction.as_mut().ok_or(Refusal::NoSuchCorrection)?;
        match (correction.state, correction.claim_expires) {
            (CorrectionState::Sent, _) => {}
            (CorrectionState::Claimed, _) if correction.claimed_by.as_ref() == Some(by) => {}
            (CorrectionState::Claimed, Some(expires)) => {
                return Err(Refusal::ClaimedByOther(expires));
            }
            _ => return Err(Refusal::NoSuchCorrection),
        }
        if facts.settings.four_eyes && correction.opened_by.as_ref() == Some(by) {
            return Err(Refusal::SecondPersonRequired);
        }
        correction.state = CorrectionState::Claimed;
        correction.claimed_by = Some(by.clone());
        correction.claim_expires =
            Some(facts.now + Duration::minutes(i64::from(facts.settings.claim_minutes)));
        Ok(())
    }

    /// Gives a correction back to the queue, if `by` holds it.
    pub(super) fn release_correction(&mut self, by: &AccountId) -> bool {
        let held = self.correction_claimed_by(by);
        if let Some(correction) = self.correction.as_mut().filter(|_| held) {
            correction.state = CorrectionState::Sent;
            correction.claimed_by = None;
            correction.claim_expires = None;
        }
        held
    }

    /// Whether a correction is the reviewers' to judge.
    #[must_use]
    pub fn correction_is_sent(&self) -> bool {
        self.correction
            .as_ref()
            .is_some_and(|it| matches!(it.state, CorrectionState::Sent | CorrectionState::Claimed))
    }

    pub(super) fn correction_claimed_by(&self, by: &AccountId) -> bool {
        self.state == State::Published
            && self.correction.as_ref().is_some_and(|it| {
                it.state == CorrectionState::Claimed && it.claimed_by.as_ref() == Some(by)
            })
    }

    /// All approved: the new versions are published. Any observation: the old ones stay.
    pub(super) fn conclude_correction(
        &mut self,
        by: &AccountId,
        facts: &Facts<'_>,
    ) -> Result<(), Refusal> {
        self.correction_in(CorrectionState::Claimed)?;
        if !self.correction_claimed_by(by) {
            return Err(Refusal::ClaimRequired);
        }
        let (approved, observed) = self.judged(by, facts)?;
        if observed.is_empty() && !approved.is_empty() {
            for section in approved {
                let it = self.section_mut(section);
                it.publish_version();
            }
            self.end_correction(CorrectionEnd::Published, facts.now);
            return Ok(());
        }
        let observed: Vec<_> = observed
            .into_iter()
            .filter_map(|it| self.observed_by(it, by))
            .collect();
        let how = if observed.is_empty() {
            CorrectionEnd::Void
        } else {
            CorrectionEnd::Observed
        };
        self.end_correction(how, facts.now);
        if let Some(ended) = &mut self.ended_correction {
            ended.observed = observed;
        }
        Ok(())
    }

    fn observed_by(&self, section: Section, by: &AccountId) -> Option<ObservedSection> {
        match self.decision_of(section, by)?.verdict {
            Verdict::Observe { ground, reason } => Some(ObservedSection {
                section,
                ground,
                reason,
            }),
            Verdict::Approve => None,
        }
    }

    /// Ends the correction and notes how; sections that were not published anew return to what they
    /// were.
    pub(super) fn end_correction(&mut self, how: CorrectionEnd, at: Instant) {
        let Some(correction) = self.correction.take() else {
            return;
        };
        for section in &correction.sections {
            let it = self.section_mut(*section);
            if it.state.is_draft() || it.state == SectionState::UnderReview {
                it.state = if it.published_version.is_some() {
                    SectionState::Published
                } else {
                    SectionState::Withheld
                };
            }
        }
        self.ended_correction = Some(EndedCorrection {
            how,
            at,
            sections: correction.sections,
            reason: None,
            observed: Vec::new(),
        });
    }
}
