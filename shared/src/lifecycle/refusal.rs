//! Why an action is refused: a stable code and a Spanish sentence.

use super::{SectionState, State};
use crate::problem::Code;
use crate::questionnaire::Section;
use crate::time::{Instant, spanish_deadline};

/// A refusal by the lifecycle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// The action belongs to another role.
    WrongRole,
    /// The candidacy is in another state.
    WrongState(State),
    /// The section is in another state.
    WrongSectionState(Section, SectionState),
    /// The receipt is not given yet.
    PeriodNotStarted,
    /// The period ended at this second.
    PeriodEnded(Instant),
    /// Consent 1 is missing.
    ConsentRequired,
    /// These sections are missing.
    Incomplete(Vec<Section>),
    /// These observed sections are neither changed nor answered.
    Unanswered(Vec<Section>),
    /// These sections are not decided.
    Undecided(Vec<Section>),
    /// The section is not one that a reviewer judges here.
    NotReviewable(Section),
    /// The claim is someone else's, or nobody's.
    ClaimRequired,
    /// Someone else holds the claim until then.
    ClaimedByOther(Instant),
    /// Four eyes: the second turn is another person's.
    SecondPersonRequired,
    /// The judged version is not the present one.
    DecisionOutdated(Section),
    /// The corrections are used up.
    NoCorrectionsLeft,
    /// There is no correction in that stage.
    NoSuchCorrection,
}

impl Refusal {
    /// The stable code.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::WrongRole => Code::Forbidden,
            Self::WrongState(_)
            | Self::WrongSectionState(..)
            | Self::NotReviewable(_)
            | Self::NoCorrectionsLeft
            | Self::NoSuchCorrection => Code::WrongState,
            Self::PeriodNotStarted => Code::PeriodNotStarted,
            Self::PeriodEnded(_) => Code::PeriodEnded,
            Self::ConsentRequired => Code::ConsentRequired,
            Self::Incomplete(_) | Self::Unanswered(_) | Self::Undecided(_) => Code::Incomplete,
            Self::ClaimRequired | Self::ClaimedByOther(_) => Code::ClaimRequired,
            Self::SecondPersonRequired => Code::SecondPersonRequired,
            Self::DecisionOutdated(_) => Code::DecisionOutdated,
        }
    }

    /// The sections that something is missing from, where that is the reason.
    #[must_use]
    pub fn sections(&self) -> &[Section] {
        match self {
            Self::Incomplete(sections) | Self::Unanswered(sections) => sections,
            _ => &[],
        }
    }

    /// What happened and what to do, in plain Spanish.
    #[must_use]
    pub fn detail(&self) -> String {
        match self {
            Self::WrongRole => "Esta acción corresponde a otra función.".into(),
            Self::WrongState(state) => {
                format!(
                    "La candidatura está en estado «{}»; esta acción no procede.",
                    state.label()
                )
            }
            Self::WrongSectionState(section, state) => format!(
                "La sección «{}» está en estado «{}»; no se puede modificar.",
                section.label(),
                state.label()
            ),
            Self::PeriodNotStarted => {
                "El plazo comienza cuando se acepta el acuse de recibo de la cuenta.".into()
            }
            Self::PeriodEnded(at) => format!(
                "El plazo terminó el {}. Lo capturado hasta entonces se conserva.",
                spanish_deadline(*at)
            ),
            Self::ConsentRequired => {
                "Acepte primero el consentimiento para el tratamiento de datos personales.".into()
            }
            Self::Incomplete(sections) => sentence("Falta completar", sections),
            Self::Unanswered(sections) => sentence("Falta corregir o responder", sections),
            Self::Undecided(sections) => sentence("Falta decidir sobre", sections),
            Self::NotReviewable(section) => {
                format!(
                    "La sección «{}» no se revisa en este turno.",
                    section.label()
                )
            }
            Self::ClaimRequired => "Tome primero la revisión de esta candidatura.".into(),
            Self::ClaimedByOther(until) => {
                format!(
                    "Otra persona la revisa; su turno vence el {}.",
                    spanish_deadline(*until)
                )
            }
            Self::SecondPersonRequired => {
                "La segunda revisión corresponde a una persona distinta de la primera.".into()
            }
            Self::DecisionOutdated(section) => format!(
                "La sección «{}» cambió desde que usted la abrió; revise la versión actual.",
                section.label()
            ),
            Self::NoCorrectionsLeft => "Ya se usaron las correcciones permitidas.".into(),
            Self::NoSuchCorrection => "No hay una corrección en esa etapa.".into(),
        }
    }
}

/// «Falta completar: Fotografía, Contacto.»; a label that is a question needs no stop of its own.
fn sentence(what: &str, sections: &[Section]) -> String {
    let labels: Vec<_> = sections.iter().map(|it| it.label()).collect();
    let text = format!("{what}: {}", labels.join(", "));
    if text.ends_with('?') {
        text
    } else {
        format!("{text}.")
    }
}
