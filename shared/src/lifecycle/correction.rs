//! A correction after publication: none → requested → open → sent → claimed → none.
//!
//! The public keeps the old version until the new one is approved. With four eyes, whoever opened
//! the correction does not approve it.

use chrono::Duration;

use super::{Correction, CorrectionState, Facts, Process, Refusal, SectionState, State};
use crate::ids::AccountId;
use crate::questionnaire::Section;
use crate::time::Period;

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
        if self.corrections_used >= facts.settings.corrections_max {
            return Err(Refusal::NoCorrectionsLeft);
        }
        if sections.is_empty() {
            return Err(Refusal::NoSuchCorrection);
        }
        for section in sections {
            let state = self.section(*section).state;
            if !matches!(state, SectionState::Published | SectionState::Withheld) {
                return Err(Refusal::WrongSectionState(*section, state));
            }
        }
        self.correction = Some(Correction {
            state: CorrectionState::Requested,
            sections: sections.to_vec(),
            reason: reason.to_owned(),
            requested_at: facts.now,
            opened_by: None,
            period: None,
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
        correction.period = Some(Period::natural_days(
            facts.now,
            facts.settings.correction_days,
        ));
        self.corrections_used = self.corrections_used.saturating_add(1);
        Ok(())
    }

    /// Refuses a request, or what was sent.
    pub(super) fn refuse_correction(&mut self) -> Result<(), Refusal> {
        self.require_published()?;
        match &self.correction {
            Some(it) if it.state != CorrectionState::Open => {
                self.abandon_correction();
                Ok(())
            }
            _ => Err(Refusal::NoSuchCorrection),
        }
    }

    /// Only what was changed is sent; a section saved back to an unfinished state stops it.
    pub(super) fn send_correction(&mut self) -> Result<(), Refusal> {
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
        self.correction_in(CorrectionState::Open)?.state = CorrectionState::Sent;
        Ok(())
    }

    pub(super) fn claim_correction(
        &mut self,
        by: &AccountId,
        facts: &Facts<'_>,
    ) -> Result<(), Refusal> {
        let correction = self.correction_in(CorrectionState::Sent)?;
        if facts.settings.four_eyes && correction.opened_by.as_ref() == Some(by) {
            return Err(Refusal::SecondPersonRequired);
        }
        correction.state = CorrectionState::Claimed;
        correction.claimed_by = Some(by.clone());
        correction.claim_expires =
            Some(facts.now + Duration::minutes(i64::from(facts.settings.claim_minutes)));
        Ok(())
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
        if observed.is_empty() {
            for section in approved {
                let it = self.section_mut(section);
                it.state = SectionState::Published;
                it.published_version = Some(it.version);
            }
        }
        self.abandon_correction();
        Ok(())
    }

    /// Ends the correction; sections that were not published anew return to what they were.
    pub(super) fn abandon_correction(&mut self) {
        let Some(correction) = self.correction.take() else {
            return;
        };
        for section in correction.sections {
            let it = self.section_mut(section);
            if it.state.is_draft() || it.state == SectionState::UnderReview {
                it.state = if it.published_version.is_some() {
                    SectionState::Published
                } else {
                    SectionState::Withheld
                };
            }
        }
    }
}
