//! What a notice says: the same words on screen and by e-mail.

use super::News;
use crate::api::notices::Tone;
use crate::questionnaire::Section;
use crate::time::{Instant, spanish_deadline};

impl News {
    /// What happened, in a few words.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        match self {
            Self::Observed { .. } => "Observaciones por atender",
            Self::Approved { .. } => "Secciones aprobadas",
            Self::Published { .. } => "Candidatura publicada",
            Self::NewVersion { .. } => "Corrección publicada",
            Self::Paused { .. } => "Información pausada",
            Self::Resumed { .. } => "Información publicada otra vez",
            Self::CorrectionOpened { .. } => "Corrección autorizada",
            Self::CorrectionClosed => "Corrección terminada sin cambios",
            Self::Cancelled => "Candidatura cancelada",
            Self::Substituted => "Candidatura sustituida",
            Self::CaptureEnded { .. } => "Terminó el periodo de captura",
            Self::ObservationEnded { .. } => "Terminó el plazo para atender observaciones",
            Self::AnswersReturned { .. } => "Observaciones atendidas",
            Self::CaptureExtended { .. } => "Plazo de captura ampliado",
            Self::CaptureEnding { .. } => "El periodo de captura está por terminar",
            Self::ObservationEnding { .. } => {
                "El plazo para atender observaciones está por terminar"
            }
            Self::PasswordChanged => "Su contraseña se cambió",
            Self::CredentialIssued => "Se emitió una nueva hoja de acceso",
            Self::AccountSuspended => "Su cuenta se suspendió",
            Self::AccountReactivated => "Su cuenta se reactivó",
            Self::MailGivenUp => "No se pudo entregar un correo",
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
            } => sentences([
                format!("La Unidad de Transparencia observó: {}.", names(sections)),
                named("Se aprobó", approved),
                ends.map_or_else(String::new, |at| before("Responda", at)),
            ]),
            Self::Approved { sections } => sentences([
                named("Se aprobó", sections),
                "Las demás secciones siguen en revisión.".into(),
            ]),
            Self::Published { withheld } => sentences([
                "La información ya puede consultarse en el portal público.".into(),
                named(
                    "No se publicó, porque su observación no se atendió",
                    withheld,
                ),
            ]),
            Self::NewVersion { sections } => sentences([
                named("Se publicó la versión corregida de", sections),
                "Las versiones anteriores quedan en el registro público.".into(),
            ]),
            Self::Paused { sections } => sentences([
                named(
                    "Dejó de mostrarse en el portal, con fundamento legal",
                    sections,
                ),
                "Consulte a la Unidad de Transparencia.".into(),
            ]),
            Self::Resumed { sections } => named("Vuelve a mostrarse en el portal", sections),
            Self::CorrectionOpened { sections, ends } => sentences([
                named("Puede corregir", sections),
                ends.map_or_else(String::new, |at| before("Envíe la corrección", at)),
            ]),
            Self::CorrectionClosed => "Se conserva la versión que ya estaba publicada.".into(),
            Self::Cancelled | Self::Substituted => {
                "Por acuerdo del Consejo General. Su información \
                dejó de mostrarse y ya no puede modificarse."
                    .into()
            }
            Self::CaptureEnded { missing } => sentences([
                "Lo capturado se envió a revisión tal como estaba.".into(),
                named("Quedó sin responder", missing),
            ]),
            Self::ObservationEnded { withheld } => named(
                "No se publicará, porque su observación no se atendió",
                withheld,
            ),
            Self::AnswersReturned { sections } => sentences([
                named("El actor político atendió las observaciones de", sections),
                "La candidatura está de nuevo en la cola de revisión.".into(),
            ]),
            _ => self.text_of_time_or_account(),
        }
    }

    /// The rest of [`Self::text`]: periods and accounts.
    fn text_of_time_or_account(&self) -> String {
        match self {
            Self::CaptureExtended { ends } => before("Puede capturar y enviar", *ends),
            Self::CaptureEnding { ends, unsent } => sentences([
                match unsent {
                    1 => "Falta enviar 1 candidatura.".into(),
                    n => format!("Falta enviar {n} candidaturas."),
                },
                before("Envíe", *ends),
                "Después ya no podrá guardar cambios.".into(),
            ]),
            Self::ObservationEnding { ends } => sentences([
                before("Responda", *ends),
                "Lo que no se atienda no se publica.".into(),
            ]),
            Self::PasswordChanged => "Las demás sesiones de su cuenta se cerraron. Si usted no la \
                cambió, avise de inmediato a la Unidad de Transparencia."
                .into(),
            Self::CredentialIssued => "La Unidad de Transparencia emitió una contraseña temporal \
                para su cuenta. Si no la pidió, avísele de inmediato."
                .into(),
            Self::AccountSuspended => "La Unidad de Transparencia suspendió su cuenta y cerró sus \
                sesiones."
                .into(),
            Self::AccountReactivated => "Puede usar su cuenta donde la había dejado.".into(),
            Self::MailGivenUp => "El correo para avisos de esta candidatura no recibió un mensaje \
                después de varios intentos. Confirme el dato con el actor político; el aviso sí \
                está en su mesa de captura."
                .into(),
            _ => String::new(),
        }
    }

    /// How it is marked on screen.
    #[must_use]
    pub const fn tone(&self) -> Tone {
        match self {
            Self::Observed { .. }
            | Self::CorrectionOpened { .. }
            | Self::CaptureEnding { .. }
            | Self::ObservationEnding { .. }
            | Self::AnswersReturned { .. }
            | Self::MailGivenUp => Tone::Act,
            Self::Approved { .. }
            | Self::Published { .. }
            | Self::NewVersion { .. }
            | Self::Resumed { .. } => Tone::Done,
            _ => Tone::Info,
        }
    }
}

fn before(what: &str, at: Instant) -> String {
    let until = spanish_deadline(at);
    format!("{what} antes de que termine el {until}, hora del centro de México.")
}

/// «Se aprobó: Contacto, Formación.»; nothing of no section.
fn named(what: &str, sections: &[Section]) -> String {
    if sections.is_empty() {
        String::new()
    } else {
        format!("{what}: {}.", names(sections))
    }
}

fn names(sections: &[Section]) -> String {
    let names: Vec<_> = sections.iter().map(|it| it.short_label()).collect();
    names.join(", ")
}

fn sentences<const N: usize>(all: [String; N]) -> String {
    let all: Vec<_> = all.into_iter().filter(|it| !it.is_empty()).collect();
    all.join(" ")
}
