//! Why an action is refused: a stable code and a Spanish sentence.

use super::{CorrectionState, SectionState, State};
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
    /// The capture period runs until then: more time is an extension.
    CaptureRuns(Instant),
    /// The election's publication ended: what came back would be closed at once.
    PublicationEnded(Instant),
    /// The period begins at this instant.
    PeriodBegins(Instant),
    /// Nothing is captured before then.
    CaptureStarts(Instant),
    /// No candidacy is reviewed before then.
    ReviewStarts(Instant),
    /// No review begins after this second.
    ReviewEnded(Instant),
    /// The period ended at this second.
    PeriodEnded(Instant),
    /// Consent 1 is missing.
    ConsentRequired,
    /// The signed consent form is asked for and was not delivered.
    SignedConsentRequired,
    /// Consent 1 was revoked: nothing is reviewed or published on it.
    ConsentRevoked,
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
    /// A correction is under way, and the section is none that it opens now.
    CorrectionUnderWay(CorrectionState),
    /// The section is one whose publication was never agreed to.
    NeverPublished(Section),
    /// There is no correction in that stage.
    NoSuchCorrection,
}

impl Refusal {
    /// What programs match on; several refusals share one.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::WrongRole => Code::Forbidden,
            Self::WrongState(_)
            | Self::WrongSectionState(..)
            | Self::NotReviewable(_)
            | Self::NoCorrectionsLeft
            | Self::CorrectionUnderWay(_)
            | Self::NeverPublished(_)
            | Self::CaptureRuns(_)
            | Self::PublicationEnded(_)
            | Self::NoSuchCorrection => Code::WrongState,
            Self::PeriodNotStarted
            | Self::PeriodBegins(_)
            | Self::CaptureStarts(_)
            | Self::ReviewStarts(_) => Code::PeriodNotStarted,
            Self::PeriodEnded(_) | Self::ReviewEnded(_) => Code::PeriodEnded,
            Self::ConsentRequired | Self::ConsentRevoked => Code::ConsentRequired,
            Self::SignedConsentRequired => Code::SignedConsentRequired,
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
            Self::WrongState(state) => sentence_on_state(*state).into(),
            Self::WrongSectionState(section, state) => {
                format!(
                    "La sección «{}» {}",
                    section.label(),
                    sentence_on_section(*state)
                )
            }
            Self::PeriodNotStarted => {
                "El plazo comienza cuando se acepta el acuse de recibo de la cuenta.".into()
            }
            Self::PeriodBegins(at) => dated("El plazo comienza", *at, ""),
            Self::CaptureStarts(at) => dated("La captura comienza", *at, ""),
            Self::ReviewStarts(at) => dated("La revisión comienza", *at, ""),
            Self::ReviewEnded(at) => dated("La fase de revisión terminó", *at, AFTER_REVIEW),
            Self::PeriodEnded(at) => dated("El plazo terminó", *at, AFTER_PERIOD),
            Self::CaptureRuns(at) => dated("Su periodo de captura termina", *at, EXTEND_CAPTURE),
            Self::PublicationEnded(at) => {
                dated("La publicación de esta elección terminó", *at, EXTEND_PUBLICATION)
            }
            Self::ConsentRequired => {
                "Acepte primero el consentimiento para el tratamiento de datos personales.".into()
            }
            Self::SignedConsentRequired => UNSIGNED.into(),
            Self::ConsentRevoked => {
                "Se revocó el consentimiento para el tratamiento de datos personales: la candidatura no \
                 se revisa ni se corrige mientras no se autorice otra vez."
                    .into()
            }
            Self::Incomplete(sections) => sentence_on_sections("Falta completar", sections),
            Self::Unanswered(sections) => {
                sentence_on_sections("Falta corregir o responder", sections)
            }
            Self::Undecided(sections) => sentence_on_sections("Falta decidir sobre", sections),
            Self::NotReviewable(section) => {
                format!(
                    "La sección «{}» no se revisa en este turno.",
                    section.label()
                )
            }
            Self::ClaimRequired => "Tome primero la revisión de esta candidatura.".into(),
            Self::ClaimedByOther(until) => dated("Otra persona la revisa; su turno vence", *until, ""),
            Self::SecondPersonRequired => {
                "La segunda revisión corresponde a una persona distinta de la primera.".into()
            }
            Self::DecisionOutdated(section) => format!(
                "La sección «{}» cambió desde que usted la abrió; revise la versión actual.",
                section.label()
            ),
            Self::NoCorrectionsLeft => NONE_LEFT.into(),
            Self::CorrectionUnderWay(state) => sentence_on_correction(*state).into(),
            Self::NeverPublished(section) => sentence_on_unpublished(*section),
            Self::NoSuchCorrection => "No hay una corrección en esa etapa.".into(),
        }
    }
}

const NONE_LEFT: &str = "Ya está publicada y ya se usaron las correcciones permitidas.";
const UNSIGNED: &str = "Falta el consentimiento expreso firmado, que esta elección requiere para publicar. El actor \
     político lo entrega en la página de consentimientos de la candidatura.";
const AFTER_REVIEW: &str =
    " Ya no se toman candidaturas; quien administra la elección puede ampliarla.";
const AFTER_PERIOD: &str = " Lo capturado hasta entonces se conserva.";
const EXTEND_CAPTURE: &str = " Si necesita más tiempo, amplíelo.";
const EXTEND_PUBLICATION: &str = " Amplíe primero su término en «Datos y ajustes».";

fn dated(what: &str, at: Instant, more: &str) -> String {
    format!("{what} el {}.{more}", spanish_deadline(at))
}

/// Where the candidacy is and what leads on from there, whoever asks.
const fn sentence_on_state(state: State) -> &'static str {
    match state {
        State::Registered => {
            "Su captura no ha comenzado: comienza cuando el actor político acepta el consentimiento \
             para el tratamiento de datos personales."
        }
        State::InCapture => {
            "Sigue en captura: se revisará cuando el actor político la envíe a revisión."
        }
        State::Submitted => {
            "Ya se envió a revisión: no puede cambiarse. Si la Unidad de Transparencia la observa, \
             podrá corregirla."
        }
        State::InReview => {
            "Está en revisión: no puede cambiarse. Si la Unidad de Transparencia la observa, podrá \
             corregirla."
        }
        State::Observed => {
            "Tiene observaciones: se revisará otra vez cuando el actor político las atienda y la \
             envíe."
        }
        State::Resubmitted => {
            "Ya se envió otra vez a revisión: no puede cambiarse. Si la Unidad de Transparencia la \
             observa de nuevo, podrá corregirla."
        }
        State::Approved => {
            "Ya se aprobó y espera la fecha de su publicación: no puede cambiarse. Cuando se publique, \
             podrá solicitar su corrección a la Unidad de Transparencia."
        }
        State::Published => {
            "Ya está publicada. Para corregirla, solicítelo a la Unidad de Transparencia."
        }
        State::Substituted => {
            "Se sustituyó por un acuerdo: ya no puede cambiarse. Si es un error, avise a la Unidad \
             de Transparencia."
        }
        State::Cancelled => {
            "Se canceló por un acuerdo: ya no puede cambiarse. Si es un error, avise a la Unidad de \
             Transparencia."
        }
        State::Closed => {
            "Su publicación terminó: solo puede consultarse. Si necesita algo más, acuda a la Unidad \
             de Transparencia."
        }
    }
}

/// Of a section whose publication was never agreed to.
fn sentence_on_unpublished(section: Section) -> String {
    format!(
        "La sección «{}» no se publica, porque no se autorizó: ya no se revisa ni se corrige.",
        section.label()
    )
}

/// Of a published section that the correction under way does not open now.
const fn sentence_on_correction(state: CorrectionState) -> &'static str {
    match state {
        CorrectionState::Requested => {
            "Ya se solicitó una corrección: no puede cambiarse mientras la Unidad de Transparencia \
             decide si la abre."
        }
        CorrectionState::Open => {
            "Hay una corrección en curso y esta sección no está en ella: no se modifica."
        }
        CorrectionState::Sent | CorrectionState::Claimed => {
            "La Unidad de Transparencia revisa la corrección: mientras tanto no puede cambiarse."
        }
    }
}

/// The same of one section, after its name.
const fn sentence_on_section(state: SectionState) -> &'static str {
    match state {
        SectionState::Empty
        | SectionState::InProgress
        | SectionState::Complete
        | SectionState::NotProvided => "sigue en captura: espere a que se envíe a revisión.",
        SectionState::UnderReview => {
            "está en revisión: no puede cambiarse. Si la Unidad de Transparencia la observa, podrá \
             corregirla."
        }
        SectionState::Approved => {
            "ya se aprobó: no puede cambiarse. Cuando se publique, podrá solicitar su corrección a \
             la Unidad de Transparencia."
        }
        SectionState::Observed => {
            "tiene una observación: debe corregirse o responderse, y enviarse otra vez."
        }
        SectionState::Changed => "ya se corrigió: no necesita respuesta, falta enviarla otra vez.",
        SectionState::Answered => "ya tiene respuesta: falta enviarla otra vez.",
        SectionState::Published => {
            "ya está publicada. Para corregirla, solicítelo a la Unidad de Transparencia."
        }
        SectionState::Paused => {
            "está en pausa con un fundamento: no puede cambiarse hasta que la Unidad de \
             Transparencia vuelva a publicarla. Consúltelo con ella."
        }
        SectionState::Withheld => {
            "no se publicó, porque su observación no se atendió a tiempo. Para corregirla, \
             solicítelo a la Unidad de Transparencia."
        }
        SectionState::Blocked => {
            "ya no puede cambiarse: la candidatura terminó. Si es un error, avise a la Unidad de \
             Transparencia."
        }
    }
}

/// A list of sections as a sentence; an official label that asks ends it by itself.
fn sentence_on_sections(what: &str, sections: &[Section]) -> String {
    let names: Vec<_> = sections.iter().map(|it| it.label()).collect();
    let names = names.join(", ");
    let end = if names.ends_with('?') { "" } else { "." };
    format!("{what}: {names}{end}")
}

#[cfg(test)]
#[path = "refusal_tests.rs"]
mod refusal_tests;
