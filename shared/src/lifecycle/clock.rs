//! What the clock decides by itself, as a pure function of the stored process and `now`.

use super::{CorrectionEnd, CorrectionState, Facts, Process, SectionState, State};
use crate::time::{Instant, is_past_grace, past_grace_at};

impl Process {
    /// The process as it stands at `facts.now`: periods that ended, each with its grace, and claims
    /// that expired are applied. Idempotent.
    #[must_use]
    pub fn in_force(&self, facts: &Facts<'_>) -> Self {
        let mut next = self.clone();
        next.capture_ended(facts);
        next.claim_expired(facts);
        next.observation_period_ended(facts);
        next.publication_began(facts);
        next.correction_ended(facts);
        if !next.state.is_end() && is_past_grace(facts.publication_ends, facts.now) {
            next.end(State::Closed, facts.publication_ends);
        }
        next
    }

    /// The next instant at which the clock may decide something of it: until then [`Self::in_force`]
    /// gives what it gives now.
    #[must_use]
    pub fn next_decision_of_the_clock(&self, facts: &Facts<'_>) -> Option<Instant> {
        let correction = self.correction.as_ref();
        let ends = [
            facts.capture.map(|it| it.ends),
            self.observation_period.map(|it| it.ends),
            correction.and_then(|it| it.period).map(|it| it.ends),
            Some(facts.publication_ends),
        ];
        let at_once = [
            self.claim.as_ref().map(|it| it.expires),
            correction.and_then(|it| it.claim_expires),
            facts.publication_starts,
        ];
        let after_grace = ends.into_iter().flatten().map(past_grace_at);
        after_grace
            .chain(at_once.into_iter().flatten())
            .filter(|it| *it > facts.now)
            .min()
    }

    /// registered, in_capture → submitted (incomplete) when the capture period ends. With consent 1
    /// revoked nothing is sent.
    fn capture_ended(&mut self, facts: &Facts<'_>) {
        let Some(period) = facts.capture else { return };
        if self.treatment_revoked(facts) {
            return;
        }
        if matches!(self.state, State::Registered | State::InCapture)
            && period.is_past_grace(facts.now)
        {
            self.freeze();
            self.state = State::Submitted;
            self.submitted_at = Some(period.ends);
            self.incomplete = true;
        }
    }

    /// in_review → where it came from when the claim expires; decisions made are kept.
    fn claim_expired(&mut self, facts: &Facts<'_>) {
        if self.state == State::InReview
            && let Some(claim) = &self.claim
            && claim.expires <= facts.now
        {
            self.state = claim.from;
            self.claim = None;
        }
    }

    /// observed → published without the observed sections, or back to the queue where the rest
    /// lacks its second approval. With consent 1 revoked nothing is published for the first time.
    fn observation_period_ended(&mut self, facts: &Facts<'_>) {
        let Some(period) = self.observation_period else {
            return;
        };
        let over = self.state == State::Observed && period.is_past_grace(facts.now);
        if !over || self.treatment_revoked(facts) {
            return;
        }
        for section in self
            .sections
            .values_mut()
            .filter(|it| it.state.is_under_observation())
        {
            section.state = SectionState::Withheld;
        }
        self.observation_period = None;
        let pending = self
            .reviewable(facts)
            .any(|it| self.section(it).state == SectionState::UnderReview);
        // Without the signed form it waits in the queue until somebody concludes with it.
        if pending || facts.lacks_signed_consent() {
            self.state = State::Resubmitted;
            self.resubmitted_at = Some(period.ends);
        } else {
            self.approve_whole(period.ends, facts);
        }
    }

    /// A correction that nobody finished in time: the public keeps what it saw.
    fn correction_ended(&mut self, facts: &Facts<'_>) {
        let Some(correction) = &mut self.correction else {
            return;
        };
        if correction.state == CorrectionState::Claimed
            && correction.claim_expires.is_some_and(|it| it <= facts.now)
        {
            correction.state = CorrectionState::Sent;
            correction.claimed_by = None;
            correction.claim_expires = None;
        }
        let over = correction.period.filter(|it| it.is_past_grace(facts.now));
        if let Some(period) = over
            && correction.state == CorrectionState::Open
        {
            self.end_correction(CorrectionEnd::Expired, period.ends);
        }
    }
}
