//! Giving and revoking a consent (`docs/domain/process.md#consents`).

use super::{Action, Consents, CorrectionEnd, Facts, Process, Refusal, State, Who};
use crate::permissions::Role;
use crate::questionnaire::ConsentKind;

impl Process {
    /// The process after a consent was given or revoked: the treatment, given in time, opens
    /// capture; revoked, it ends a reviewer's turn and a correction. Which states allow it is
    /// [`State::takes_consent`]. A validator revokes for whoever asked on paper, and gives none.
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
        let on_paper = who.role == Role::Validator && !granted;
        if who.role != Role::Operator && !on_paper {
            return Err(Refusal::WrongRole);
        }
        let mut next = self.in_force(facts);
        let again = ConsentAgain {
            treatment_revoked: next.treatment_revoked(facts),
        };
        if !next.state.takes_consent(kind, granted, again) {
            return Err(Refusal::WrongState(next.state));
        }
        if !granted && kind == ConsentKind::Treatment {
            next.stop_for_revocation(facts);
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
        if granted && kind == ConsentKind::Treatment && next.state == State::Approved {
            // It waits from now on: nothing was public while the consent was not there.
            next.approved_at = Some(facts.now);
        }
        Ok(next)
    }

    /// Whether consent 1 was given once and is not in force: capture had begun without which nothing
    /// is saved. One that was never given stops nothing: there is nothing of the person to treat.
    #[must_use]
    pub fn treatment_revoked(&self, facts: &Facts<'_>) -> bool {
        let captured = || self.sections.values().any(|it| it.version > 0);
        !facts.consents.treatment && (self.state == State::InCapture || captured())
    }

    pub(super) fn treatment_stands(&self, facts: &Facts<'_>) -> Result<(), Refusal> {
        if self.treatment_revoked(facts) {
            Err(Refusal::ConsentRevoked)
        } else {
            Ok(())
        }
    }

    /// What an operator changes or sends stands on consent 1.
    pub(super) fn treatment_given(&self, facts: &Facts<'_>) -> Result<(), Refusal> {
        self.treatment_stands(facts)?;
        if facts.consents.treatment {
            Ok(())
        } else {
            Err(Refusal::ConsentRequired)
        }
    }

    /// Whether it goes nowhere while consent 1 stays revoked: nothing is the operator's to do but to
    /// give it again.
    #[must_use]
    pub fn stands_still(&self, facts: &Facts<'_>) -> bool {
        self.treatment_revoked(facts) && !self.state.is_end()
    }

    /// A reviewer's turn ends, its decisions kept, and so does a correction: what is public stays.
    pub(super) fn stop_for_revocation(&mut self, facts: &Facts<'_>) {
        if let (State::InReview, Some(claim)) = (self.state, self.claim.take()) {
            self.state = claim.from;
        }
        self.end_correction(CorrectionEnd::Void, facts.now);
    }

    /// With consent 1 revoked: what stopped, and what the Unidad de Transparencia does next.
    #[must_use]
    pub fn after_revocation(&self, facts: &Facts<'_>) -> Option<&'static str> {
        if !self.stands_still(facts) {
            return None;
        }
        Some(match self.state {
            State::Published => {
                "Se revocó el consentimiento para el tratamiento. Lo publicado se conserva y ya no se \
                 corrige. Si la persona pidió además retirarlo, pause las secciones con su fundamento."
            }
            State::Approved => {
                "Se revocó el consentimiento para el tratamiento. Lo aprobado no se publica. Confirme la \
                 decisión con el actor político: si autoriza otra vez, se publica en su fecha; si no, \
                 queda así hasta el cierre."
            }
            State::Observed => {
                "Se revocó el consentimiento para el tratamiento. Las observaciones ya no se atienden y \
                 nada se publica. Confirme la decisión con el actor político: si autoriza otra vez, el \
                 trámite sigue donde estaba; si no, queda así hasta el cierre."
            }
            State::Submitted | State::InReview | State::Resubmitted => {
                "Se revocó el consentimiento para el tratamiento. No se revisa ni se publica. Confirme \
                 la decisión con el actor político: si autoriza otra vez, la revisión sigue donde \
                 estaba; si no, queda así hasta el cierre."
            }
            _ => {
                "Se revocó el consentimiento para el tratamiento. Lo capturado no se envía al terminar \
                 el plazo. Confirme la decisión con el actor político: si autoriza otra vez, se envía \
                 lo capturado; si no, queda así hasta el cierre."
            }
        })
    }
}

/// What stands of consent 1 where a consent is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ConsentAgain {
    /// Whether it was given once and is not in force.
    pub treatment_revoked: bool,
}

impl State {
    /// Whether a consent may be given in this state, or revoked where not `granted`. Revoking is
    /// possible until it is closed, also after the period, and after a cancellation or a substitution,
    /// which may be undone; giving only while the operator captures or answers observations, so that
    /// what is reviewed is what was agreed. The treatment that was revoked may be given again until an
    /// end: nothing goes on without it.
    #[must_use]
    pub fn takes_consent(self, kind: ConsentKind, granted: bool, again: ConsentAgain) -> bool {
        if !granted {
            return self != Self::Closed;
        }
        if again.treatment_revoked && kind == ConsentKind::Treatment {
            return !self.is_end();
        }
        matches!(self, Self::Registered | Self::InCapture | Self::Observed)
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
