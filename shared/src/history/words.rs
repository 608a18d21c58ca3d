//! What happened to a candidacy, in words for whoever reads its history.

use super::{CorrectionStep, Elapsed, Happening, Remedied};
use crate::api::history::HistoryEntry;
use crate::lifecycle::{CorrectionEnd, State};
use crate::notices::Audience;
use crate::questionnaire::Section;
use crate::time::{Instant, spanish_date, spanish_deadline, spanish_moment};

/// An entry of the history.
pub(super) fn entry(at: Instant, by: Option<String>, what: Happening) -> HistoryEntry {
    let (section, version) = about(&what);
    HistoryEntry {
        at,
        kind: what.kind(),
        title: title(&what),
        section,
        version,
        by,
        text: text(what),
    }
}

/// The section and the version that it is about.
fn about(what: &Happening) -> (Option<Section>, Option<u32>) {
    match what {
        Happening::Saved { section, version }
        | Happening::Marked {
            section, version, ..
        }
        | Happening::Observed {
            section, version, ..
        } => (Some(*section), Some(*version)),
        Happening::Answered { section } | Happening::Switched { section, .. } => (*section, None),
        _ => (None, None),
    }
}

fn title(what: &Happening) -> String {
    match what {
        Happening::Registered => "Se registró la candidatura".into(),
        Happening::Saved { .. } => "Se guardó una versión".into(),
        Happening::Sent { again: false } => "Se envió a revisión".into(),
        Happening::Sent { again: true } => {
            "Se envió otra vez, con sus observaciones atendidas".into()
        }
        Happening::Elapsed(it) => elapsed(*it).into(),
        Happening::Claimed => "Se tomó para revisarla".into(),
        Happening::Released => "Se soltó sin concluir".into(),
        Happening::Marked { ground: None, .. } => "Se marcó como aprobada".into(),
        Happening::Marked { .. } => "Se marcó como observada".into(),
        Happening::Concluded { to, correction, .. } => concluded(*to, *correction).into(),
        Happening::Observed { .. } => "Observación entregada".into(),
        Happening::Answered { .. } => "Se respondió la observación sin cambiar la sección".into(),
        Happening::Switched { paused: true, .. } => "Se pausó una sección publicada".into(),
        Happening::Switched { .. } => "Se publicó otra vez una sección pausada".into(),
        Happening::Correction(step) => correction(*step).into(),
        Happening::Ended { state, .. } if *state == State::Substituted => {
            "Se sustituyó la candidatura".into()
        }
        Happening::Ended { .. } => "Se canceló la candidatura".into(),
        Happening::Remedied { how, .. } => remedied(*how).into(),
        Happening::PublicationMoved => "Cambió la fecha de publicación".into(),
        Happening::Extended { .. } => "Se amplió un plazo".into(),
        Happening::Consented { granted: true, .. } => "Se otorgó un consentimiento".into(),
        Happening::Consented { .. } => "Se revocó un consentimiento".into(),
        Happening::SignedCopy { read: false } => "Se entregó el consentimiento firmado".into(),
        Happening::SignedCopy { .. } => "Se consultó el consentimiento firmado".into(),
        Happening::Paper { .. } => "Se registró un escrito".into(),
        Happening::Receipt { kind, .. } => kind.label().into(),
        Happening::Told { title, .. } => title.clone(),
    }
}

const fn elapsed(it: Elapsed) -> &'static str {
    match it {
        Elapsed::Capture => "Terminó el plazo de captura: se envió lo capturado",
        Elapsed::Observation => "Terminó el plazo para atender observaciones",
        Elapsed::Claim => "Venció la reserva de la revisión",
        Elapsed::Correction => "Terminó el tiempo de la corrección",
        Elapsed::PublicationBegan => "Llegó la fecha de publicación: se publicó",
        Elapsed::Closed => "Terminó la publicación de la elección",
    }
}

const fn concluded(to: State, correction: Option<CorrectionEnd>) -> &'static str {
    match (correction, to) {
        (Some(CorrectionEnd::Published), _) => "Se aprobó la corrección y se publicó",
        (Some(_), _) => "Concluyó la revisión de la corrección: se conserva lo publicado",
        (None, State::Observed) => "Concluyó la revisión con observaciones",
        (None, State::Published) => "Concluyó la revisión: se publicó",
        (None, State::Approved) => "Concluyó la revisión: aprobada, por publicarse",
        (None, _) => "Concluyó una primera revisión; falta la de otra persona",
    }
}

const fn correction(step: CorrectionStep) -> &'static str {
    match step {
        CorrectionStep::Requested => "Se solicitó corregir lo publicado",
        CorrectionStep::Opened => "Se abrió la corrección",
        CorrectionStep::Refused => "No se autorizó la corrección",
        CorrectionStep::Sent => "Se envió la corrección a revisión",
    }
}

const fn remedied(how: Remedied) -> &'static str {
    match how {
        Remedied::Reinstated => "Se dejó sin efecto la cancelación o la sustitución",
        Remedied::ReturnedToCapture => "Volvió a captura",
        Remedied::Reopened => "Se reabrió por orden de un tribunal",
    }
}

fn text(what: Happening) -> Option<String> {
    match what {
        Happening::Marked { ground, .. } => ground.map(|it| it.label().to_owned()),
        Happening::Concluded { observed, .. } => {
            let names: Vec<_> = observed.iter().map(|it| it.short_label()).collect();
            (!names.is_empty()).then(|| format!("Observadas: {}.", names.join(", ")))
        }
        Happening::Observed { ground, reason, .. } => Some(format!("{}: {reason}", ground.label())),
        Happening::Switched { basis, .. } => basis.map(|it| format!("Fundamento: {it}")),
        Happening::Ended { acuerdo, .. } => acuerdo.map(|it| format!("Acuerdo: {it}")),
        Happening::Remedied { reference, .. } => reference.map(|it| format!("Referencia: {it}")),
        Happening::Extended { ends, reason } => {
            let ends = ends.map(|it| format!("Termina el {}.", spanish_deadline(it)));
            let reason = reason.map(|it| format!("Motivo: {it}"));
            let parts: Vec<_> = ends.into_iter().chain(reason).collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        }
        Happening::Consented { kind, .. } => Some(kind.label().to_owned()),
        Happening::Paper {
            asks,
            dated,
            reference,
        } => Some(format!(
            "{}. Escrito del {}, referencia {reference}.",
            asks.label(),
            spanish_date(dated)
        )),
        Happening::Receipt { code, annulled, .. } => Some(match annulled {
            Some(at) => format!("Folio {code}. Anulado el {}.", spanish_moment(at)),
            None => format!("Folio {code}."),
        }),
        Happening::Told { audience, text, .. } => Some(match audience {
            Audience::Actor => format!("Aviso al actor político. {text}"),
            Audience::Reviewers | Audience::Validators => format!("Aviso a validación. {text}"),
        }),
        Happening::Registered
        | Happening::Saved { .. }
        | Happening::Sent { .. }
        | Happening::Elapsed(_)
        | Happening::Claimed
        | Happening::Released
        | Happening::Answered { .. }
        | Happening::Correction(_)
        | Happening::PublicationMoved
        | Happening::SignedCopy { .. } => None,
    }
}
