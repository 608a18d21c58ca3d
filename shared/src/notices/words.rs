//! What a notice says: the same words on screen and by e-mail.

use chrono::NaiveDate;

use super::News;
use super::access::access_told;
use super::edits::correction_told;
use super::phrases::{names, sentence_on, sentences, until};
use super::remedies::remedy_told;
use crate::api::notices::Tone;
use crate::paper::PaperRequestKind;
use crate::questionnaire::Section;
use crate::time::{Instant, spanish_date, spanish_deadline};

const CORRECTION_CLOSED: &str = "Se conserva la versión que ya estaba publicada.";
const WITHDRAWN: &str = "Por acuerdo del Consejo General. Su información dejó de mostrarse y ya no \
    puede modificarse.";
const MAIL_GIVEN_UP: &str = "El correo para avisos de esta candidatura no recibió un mensaje después \
    de varios intentos. Confirme el dato con el actor político; el aviso sí está en su mesa de captura.";

// No match below has a rest: a new kind of news does not compile without its words.
impl News {
    /// What happened, in a few words.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        match self {
            Self::Observed { .. } => "Observaciones por atender",
            Self::Approved { .. } => "Secciones aprobadas",
            Self::Held { .. } => "Candidatura aprobada, por publicarse",
            Self::PublicationMoved { .. } => "Cambió la fecha de publicación",
            Self::Published { .. } => "Candidatura publicada",
            Self::NewVersion { .. } => "Corrección publicada",
            Self::Paused { .. } => "Información pausada",
            Self::Resumed { .. } => "Información publicada otra vez",
            Self::CorrectionOpened { .. } => "Corrección autorizada",
            Self::CorrectionRequested { .. } => "Se solicita una corrección",
            Self::CorrectionSent { .. } => "Corrección por revisar",
            Self::CorrectionRefused { .. } => "Corrección no autorizada",
            Self::CorrectionExpired { .. } => "Terminó el plazo para corregir",
            Self::CorrectionObserved { .. } => "Corrección observada",
            Self::CorrectionEnding { .. } => "El plazo para corregir está por terminar",
            Self::CorrectionClosed => "Corrección terminada sin cambios",
            Self::PaperRecorded { .. } => "Se registró un escrito",
            Self::Cancelled => "Candidatura cancelada",
            Self::Substituted => "Candidatura sustituida",
            Self::CaptureEnded { .. } => "Terminó el periodo de captura",
            Self::ObservationEnded { .. } => "Terminó el plazo para atender observaciones",
            Self::AnswersReturned { .. } => "Observaciones atendidas",
            Self::CaptureExtended { .. } => "Plazo de captura ampliado",
            Self::AnswersExtended { .. } => "Plazo para atender observaciones ampliado",
            Self::CorrectionExtended { .. } => "Plazo para corregir ampliado",
            Self::CaptureEnding { .. } => "El periodo de captura está por terminar",
            Self::ObservationEnding { .. } => {
                "El plazo para atender observaciones está por terminar"
            }
            Self::PasswordChanged => "Su contraseña se cambió",
            Self::CredentialIssued => "Se emitió una nueva hoja de acceso",
            Self::ActProposed { .. } => "Un acto espera a una segunda persona",
            Self::ActWaitsAlone { .. } => "Un acto espera un día a la vista de todo el personal",
            Self::RecoveryProposed => "Pidieron recuperar su cuenta",
            Self::OperatorAdded { .. } => "Hay una cuenta de captura más",
            Self::ActorWithdrawn { .. } => "Ya no captura para un actor político",
            Self::PaperReceiptRecorded { .. } => "Se registró su acuse en papel",
            Self::FourEyesOff { .. } => "Basta una sola persona para aprobar",
            Self::WrongCodesAfterPassword => "Alguien conoce su contraseña",
            Self::OldestSessionEnded => "Se cerró su sesión más antigua",
            Self::WrongCodesEndedSession => "Demasiados códigos equivocados",
            Self::AccountSuspended => "Su cuenta se suspendió",
            Self::AccountReactivated => "Su cuenta se reactivó",
            Self::MailGivenUp => "No se pudo entregar un correo",
            Self::EndingUndone { .. } => "Se deshizo la cancelación o la sustitución",
            Self::Reopened { .. } => "Candidatura reabierta por orden de un tribunal",
            Self::ReceiptAnnulled { .. } => "Se anuló el acuse en papel",
            Self::RegistrationCorrected { .. } => "Se corrigieron datos del registro",
            Self::ActorCorrected { .. } => "Se corrigieron datos del actor político",
            Self::LoginChanged { .. } => "Su usuario cambió",
        }
    }

    /// What it means and what can be done, in one or two sentences.
    #[must_use]
    pub fn text(&self) -> String {
        match self {
            Self::Observed {
                sections,
                approved,
                ends,
            } => observed(sections, approved, *ends),
            Self::Approved { sections } => approved(sections),
            Self::Held { from, withheld } => held(*from, withheld),
            Self::PublicationMoved { from } => publication_moved(*from),
            Self::Published { withheld } => published(withheld),
            Self::NewVersion { sections } => new_version(sections),
            Self::Paused { sections } => paused(sections),
            Self::Resumed { sections } => sentence_on("Vuelve a mostrarse en el portal", sections),
            Self::CorrectionOpened { sections, ends } => correction_opened(sections, *ends),
            Self::CorrectionRequested { sections } => correction_requested(sections),
            Self::CorrectionSent { sections } => correction_sent(sections),
            Self::CorrectionRefused { sections } => correction_refused(sections),
            Self::CorrectionExpired { sections } => correction_expired(sections),
            Self::CorrectionObserved { sections } => correction_observed(sections),
            Self::CorrectionEnding { ends } => correction_ending(*ends),
            Self::CorrectionClosed => CORRECTION_CLOSED.into(),
            Self::PaperRecorded {
                asks,
                dated,
                reference,
            } => paper_recorded(*asks, *dated, reference),
            Self::Cancelled | Self::Substituted => WITHDRAWN.into(),
            Self::CaptureEnded { missing } => capture_ended(missing),
            Self::ObservationEnded { withheld } => sentence_on(
                "No se publicará, porque su observación no se atendió",
                withheld,
            ),
            Self::AnswersReturned { sections } => answers_returned(sections),
            Self::CaptureExtended { ends } => until("Puede capturar y enviar", *ends),
            Self::AnswersExtended { ends } => until("Puede corregir, responder y enviar", *ends),
            Self::CorrectionExtended { ends } => until("Puede corregir y enviar", *ends),
            Self::CaptureEnding { ends, unsent } => capture_ending(*ends, *unsent),
            Self::ObservationEnding { ends } => observation_ending(*ends),
            Self::PasswordChanged
            | Self::CredentialIssued
            | Self::ActProposed { .. }
            | Self::ActWaitsAlone { .. }
            | Self::RecoveryProposed
            | Self::OperatorAdded { .. }
            | Self::ActorWithdrawn { .. }
            | Self::PaperReceiptRecorded { .. }
            | Self::FourEyesOff { .. }
            | Self::WrongCodesAfterPassword
            | Self::OldestSessionEnded
            | Self::WrongCodesEndedSession
            | Self::AccountSuspended
            | Self::AccountReactivated => access_told(self),
            Self::MailGivenUp => MAIL_GIVEN_UP.into(),
            Self::EndingUndone { .. } | Self::Reopened { .. } | Self::ReceiptAnnulled { .. } => {
                remedy_told(self)
            }
            Self::RegistrationCorrected { .. }
            | Self::ActorCorrected { .. }
            | Self::LoginChanged { .. } => correction_told(self),
        }
    }

    /// How it is marked on screen.
    #[must_use]
    pub const fn tone(&self) -> Tone {
        match self {
            Self::Observed { .. }
            | Self::CorrectionRequested { .. }
            | Self::CorrectionSent { .. }
            | Self::CorrectionOpened { .. }
            | Self::CorrectionEnding { .. }
            | Self::CaptureEnding { .. }
            | Self::ObservationEnding { .. }
            | Self::AnswersReturned { .. }
            | Self::Reopened { .. }
            | Self::ActProposed { .. }
            | Self::ActWaitsAlone { .. }
            | Self::WrongCodesAfterPassword
            | Self::MailGivenUp => Tone::Act,
            Self::Approved { .. }
            | Self::Held { .. }
            | Self::Published { .. }
            | Self::NewVersion { .. }
            | Self::Resumed { .. } => Tone::Done,
            Self::Paused { .. }
            | Self::PublicationMoved { .. }
            | Self::CorrectionRefused { .. }
            | Self::CorrectionExpired { .. }
            | Self::CorrectionObserved { .. }
            | Self::CorrectionClosed
            | Self::PaperRecorded { .. }
            | Self::Cancelled
            | Self::Substituted
            | Self::CaptureEnded { .. }
            | Self::ObservationEnded { .. }
            | Self::CaptureExtended { .. }
            | Self::AnswersExtended { .. }
            | Self::CorrectionExtended { .. }
            | Self::PasswordChanged
            | Self::CredentialIssued
            | Self::RecoveryProposed
            | Self::OperatorAdded { .. }
            | Self::ActorWithdrawn { .. }
            | Self::PaperReceiptRecorded { .. }
            | Self::FourEyesOff { .. }
            | Self::OldestSessionEnded
            | Self::WrongCodesEndedSession
            | Self::AccountSuspended
            | Self::AccountReactivated
            | Self::EndingUndone { .. }
            | Self::ReceiptAnnulled { .. }
            | Self::RegistrationCorrected { .. }
            | Self::ActorCorrected { .. }
            | Self::LoginChanged { .. } => Tone::Info,
        }
    }
}

fn observed(sections: &[Section], approved: &[Section], ends: Option<Instant>) -> String {
    sentences([
        format!("La Unidad de Transparencia observó: {}.", names(sections)),
        sentence_on("Se aprobó", approved),
        ends.map_or_else(String::new, |at| until("Responda", at)),
    ])
}

fn approved(sections: &[Section]) -> String {
    sentences([
        sentence_on("Se aprobó", sections),
        "Las demás secciones siguen en revisión.".into(),
    ])
}

fn held(from: Option<Instant>, withheld: &[Section]) -> String {
    sentences([
        match from {
            Some(at) => format!(
                "La Unidad de Transparencia aprobó la información. Se publicará el {}.",
                spanish_deadline(at)
            ),
            None => "La Unidad de Transparencia aprobó la información. Falta publicarla.".into(),
        },
        sentence_on(
            "No se publicará, porque su observación no se atendió",
            withheld,
        ),
    ])
}

fn publication_moved(from: Instant) -> String {
    format!(
        "La información aprobada se publicará el {}.",
        spanish_deadline(from)
    )
}

fn published(withheld: &[Section]) -> String {
    sentences([
        "La información ya puede consultarse en el portal público.".into(),
        sentence_on(
            "No se publicó, porque su observación no se atendió",
            withheld,
        ),
    ])
}

fn new_version(sections: &[Section]) -> String {
    sentences([
        sentence_on("Se publicó la versión corregida de", sections),
        "Las versiones anteriores quedan en el registro público.".into(),
    ])
}

fn paused(sections: &[Section]) -> String {
    sentences([
        sentence_on(
            "Dejó de mostrarse en el portal, con fundamento legal",
            sections,
        ),
        "Abra la sección para leer el fundamento, y consulte a la Unidad de Transparencia.".into(),
    ])
}

fn correction_opened(sections: &[Section], ends: Option<Instant>) -> String {
    sentences([
        sentence_on("Puede corregir", sections),
        ends.map_or_else(String::new, |at| until("Envíe la corrección", at)),
    ])
}

fn correction_refused(sections: &[Section]) -> String {
    sentences([
        sentence_on("No se abrió la corrección de", sections),
        "El motivo está en la página de la candidatura.".into(),
        CORRECTION_CLOSED.into(),
    ])
}

fn correction_expired(sections: &[Section]) -> String {
    sentences([
        sentence_on("No se envió la corrección de", sections),
        CORRECTION_CLOSED.into(),
    ])
}

fn correction_requested(sections: &[Section]) -> String {
    sentence_on("El actor político pide corregir", sections)
}

fn correction_sent(sections: &[Section]) -> String {
    sentence_on("El actor político envió corregido", sections)
}

fn correction_observed(sections: &[Section]) -> String {
    sentences([
        sentence_on(
            "La Unidad de Transparencia observó la corrección de",
            sections,
        ),
        "El motivo está en la página de la candidatura.".into(),
        CORRECTION_CLOSED.into(),
    ])
}

fn correction_ending(ends: Instant) -> String {
    sentences([
        until("Envíe la corrección", ends),
        "Si no la envía, se conserva la versión publicada.".into(),
    ])
}

fn paper_recorded(kind: PaperRequestKind, dated: NaiveDate, reference: &str) -> String {
    let day = spanish_date(dated);
    let what = format!(
        "{}. Escrito del {day}, referencia {reference}.",
        kind.label()
    );
    let effect = match kind.revokes() {
        Some(_) => "La Unidad de Transparencia lo registró y ya surtió efecto.",
        None => "La Unidad de Transparencia lo registró y responderá por escrito.",
    };
    sentences([what, effect.into()])
}

fn capture_ended(missing: &[Section]) -> String {
    sentences([
        "Lo capturado se envió a revisión tal como estaba.".into(),
        sentence_on("Quedó sin responder", missing),
    ])
}

fn answers_returned(sections: &[Section]) -> String {
    sentences([
        sentence_on("El actor político atendió las observaciones de", sections),
        "La candidatura está de nuevo en la cola de revisión.".into(),
    ])
}

fn capture_ending(ends: Instant, unsent: usize) -> String {
    let lacking = match unsent {
        1 => "Falta enviar 1 candidatura.".into(),
        n => format!("Falta enviar {n} candidaturas."),
    };
    let after = "Después ya no podrá guardar cambios.".into();
    sentences([lacking, until("Envíe", ends), after])
}

fn observation_ending(ends: Instant) -> String {
    sentences([
        until("Responda", ends),
        "Lo que no se atienda no se publica.".into(),
    ])
}
