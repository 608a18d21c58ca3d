//! What stands in the way of an act on many candidacies: everything of each, because whoever prepares
//! two thousand of them cannot find out one by one.

use super::{Action, ConsentAgain, Facts, Process, Refusal, State, Who};
use crate::questionnaire::ConsentKind;

impl Process {
    /// Whether consent 1 is what this candidacy waits for.
    #[must_use]
    pub fn waits_for_treatment(&self, facts: &Facts<'_>) -> bool {
        let now = self.in_force(facts);
        let again = ConsentAgain {
            treatment_revoked: now.treatment_revoked(facts),
        };
        !facts.consents.treatment && now.state.takes_consent(ConsentKind::Treatment, true, again)
    }

    /// Why consent 1 is not given to this candidacy together with others, a sentence each. The rule of
    /// the single act holds; beside it, one that was revoked is given again on its own page, where what
    /// was asked for is told, and the signed copy comes first where the election asks for it.
    #[must_use]
    pub fn against_treatment_in_many(&self, who: Who<'_>, facts: &Facts<'_>) -> Vec<String> {
        if facts.consents.treatment {
            return vec![ALREADY_GIVEN.to_owned()];
        }
        let refused = self.change_consent(ConsentKind::Treatment, true, who, facts);
        let mut reasons: Vec<String> = refused.err().iter().map(Refusal::detail).collect();
        if self.in_force(facts).treatment_revoked(facts) {
            reasons.push(REVOKED.to_owned());
        }
        if facts.lacks_signed_consent() {
            reasons.push(Refusal::SignedConsentRequired.detail());
        }
        reasons
    }

    /// Whether this candidacy is to be sent, or sent again, by its operator.
    #[must_use]
    pub fn waits_to_be_sent(&self, facts: &Facts<'_>) -> bool {
        matches!(
            self.in_force(facts).state,
            State::Registered | State::InCapture | State::Observed
        )
    }

    /// Everything that stands in the way of sending this candidacy: nothing exactly where it can be
    /// sent.
    #[must_use]
    pub fn obstacles_to_sending(&self, who: Who<'_>, facts: &Facts<'_>) -> Vec<Refusal> {
        let Err(first) = self.check(&Action::Submit, who, facts) else {
            return Vec::new();
        };
        let now = self.in_force(facts);
        let mut all = Vec::new();
        match now.state {
            State::Registered => {
                all.extend(Self::capture_open(facts).err());
                all.extend(now.treatment_given(facts).err());
            }
            State::InCapture => {
                all.extend(Self::capture_open(facts).err());
                all.extend(now.treatment_given(facts).err());
                let missing = now.incomplete_sections();
                all.extend((!missing.is_empty()).then_some(Refusal::Incomplete(missing)));
            }
            State::Observed => {
                all.extend(now.treatment_given(facts).err());
                let open = now.in_state(super::SectionState::Observed);
                all.extend((!open.is_empty()).then_some(Refusal::Unanswered(open)));
            }
            _ => {}
        }
        if all.is_empty() {
            all.push(first);
        }
        all
    }
}

const ALREADY_GIVEN: &str =
    "El consentimiento para el tratamiento de datos personales ya estaba autorizado.";
const REVOKED: &str = "Se revocó: se autoriza otra vez solo en la página de consentimientos de la candidatura, si la \
     persona lo pidió.";

#[cfg(test)]
#[path = "many_tests.rs"]
mod many_tests;
