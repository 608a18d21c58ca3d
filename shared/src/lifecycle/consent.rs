//! Giving and revoking a consent (`docs/domain/process.md#consents`).

use super::{Action, Consents, Facts, Process, Refusal, State, Who};
use crate::permissions::Role;
use crate::questionnaire::ConsentKind;

impl Process {
    /// The process after a consent was given or revoked: the treatment, given in time, opens
    /// capture. Which states allow it is [`State::takes_consent`].
    ///
    /// # Errors
    /// A [`Refusal`] in any other state, or where capture cannot begin yet or any more.
    pub fn change_consent(
        &self,
        kind: ConsentKind,
        granted: bool,
        who: Who<'_>,
        facts: &Facts<'_>,
    ) -> Result<Self, Refusal> {
        if who.role != Role::Operator {
            return Err(Refusal::WrongRole);
        }
        let next = self.in_force(facts);
        if !next.state.takes_consent(granted) {
            return Err(Refusal::WrongState(next.state));
        }
        if granted && kind == ConsentKind::Treatment && next.state == State::Registered {
            let facts = Facts {
                consents: Consents {
                    treatment: true,
                    ..facts.consents
                },
                ..*facts
            };
            return next.apply(&Action::StartCapture, who, &facts);
        }
        Ok(next)
    }
}

impl State {
    /// Whether a consent may be given in this state, or revoked where not `granted`. Revoking is
    /// possible until an end state, also after the period; giving only while the operator captures
    /// or answers observations, so that what is reviewed is what was agreed.
    #[must_use]
    pub const fn takes_consent(self, granted: bool) -> bool {
        if granted {
            matches!(self, Self::Registered | Self::InCapture | Self::Observed)
        } else {
            !self.is_end()
        }
    }
}

impl Consents {
    /// Whether this one is given.
    #[must_use]
    pub const fn given(self, kind: ConsentKind) -> bool {
        match kind {
            ConsentKind::Treatment => self.treatment,
            ConsentKind::IdentityPublication => self.identity_publication,
            ConsentKind::Statistics => self.statistics,
        }
    }

    /// The consents after one of them was given or revoked.
    #[must_use]
    pub const fn with(mut self, kind: ConsentKind, granted: bool) -> Self {
        match kind {
            ConsentKind::Treatment => self.treatment = granted,
            ConsentKind::IdentityPublication => self.identity_publication = granted,
            ConsentKind::Statistics => self.statistics = granted,
        }
        self
    }
}

#[cfg(test)]
#[path = "consent_tests.rs"]
mod consent_tests;
