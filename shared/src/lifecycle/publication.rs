//! From approved to published: at once, or when the publication of its office begins.

use super::{Facts, Process, SectionState, State};
use crate::time::Instant;

impl Process {
    /// Everything that is left was approved at `at`: it is published, or waits for its date.
    pub(super) fn approve_whole(&mut self, at: Instant, facts: &Facts<'_>) {
        self.state = State::Approved;
        self.claim = None;
        self.first_decision = None;
        self.approved_at = Some(at);
        self.publication_began(facts);
    }

    /// approved → published when the publication of its office begins. Not with consent 1 revoked,
    /// nor without the signed form where it is asked for.
    pub(super) fn publication_began(&mut self, facts: &Facts<'_>) {
        let begins = facts.publication_starts;
        let waits = begins.is_some_and(|it| facts.now < it)
            || self.treatment_revoked(facts)
            || facts.lacks_signed_consent();
        if self.state == State::Approved && !waits {
            let approved = self.approved_at.unwrap_or(facts.now);
            self.publish(begins.map_or(approved, |it| it.max(approved)));
        }
    }

    /// The same where a moved date frees it: it waits no longer, but it was not public since the date
    /// that counts now, so that its publication is dated `facts.now`.
    #[must_use]
    pub fn freed_by_a_moved_date(&self, facts: &Facts<'_>) -> Option<Self> {
        let is_freed =
            self.state == State::Approved && self.in_force(facts).state == State::Published;
        is_freed.then(|| Self {
            approved_at: Some(facts.now),
            ..self.clone()
        })
    }

    /// Until when it waits to be published, approved as it is. `None` also where nothing but a consent
    /// is missing, since no date publishes it then.
    #[must_use]
    pub fn held_until(&self, facts: &Facts<'_>) -> Option<Instant> {
        let lacks_consent = self.treatment_revoked(facts) || facts.lacks_signed_consent();
        self.would_be_published_at(facts)
            .filter(|_| self.state == State::Approved && !lacks_consent)
    }

    /// When it is published, or would be if everything were approved now; `None`: at once, or it is
    /// published, or ended. One that is captured and reviewed anew waits as any other.
    #[must_use]
    pub fn would_be_published_at(&self, facts: &Facts<'_>) -> Option<Instant> {
        let may_wait = self.state != State::Published && !self.state.is_end();
        facts
            .publication_starts
            .filter(|it| may_wait && facts.now < *it)
    }

    /// The process once a signed copy of the consent form is there, where only that was missing: it
    /// waits from now on, since nothing was public without it. `None`: nothing changes.
    #[must_use]
    pub fn with_the_signed_copy(&self, facts: &Facts<'_>) -> Option<Self> {
        let lacked = self.state == State::Approved && facts.lacks_signed_consent();
        lacked.then(|| Self {
            approved_at: Some(facts.now),
            ..self.clone()
        })
    }

    /// When it is published: what is approved as it waits, anything else if it were approved now.
    #[must_use]
    pub fn publication_expected(&self, facts: &Facts<'_>) -> Option<Instant> {
        match self.state {
            State::Approved => self.held_until(facts),
            _ => self.would_be_published_at(facts),
        }
    }

    /// As it would be if the authority approved every section as it stands now: for a preview. What
    /// is paused stays paused.
    #[must_use]
    pub fn as_if_approved(&self) -> Self {
        let mut process = self.clone();
        for section in process.sections.values_mut() {
            let shown = section.standing_version();
            if section.published_version != Some(shown) {
                section.validated_at = None;
            }
            section.published_version = Some(shown);
        }
        process
    }

    /// Approved sections become published; what is withheld stays withheld.
    fn publish(&mut self, at: Instant) {
        for it in self.sections.values_mut() {
            match it.state {
                SectionState::Approved => {
                    it.publish_version();
                }
                SectionState::Observed => it.state = SectionState::Withheld,
                _ => {}
            }
        }
        self.state = State::Published;
        self.published_at.get_or_insert(at);
    }
}
