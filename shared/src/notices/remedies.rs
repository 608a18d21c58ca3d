//! The words of what was undone or reopened.

use super::News;
use super::phrases::{sentences, until};
use crate::time::{Instant, local_date, spanish_date, spanish_deadline};

impl News {
    /// What it means, where something is undone or reopened; nothing of other news.
    pub(super) fn text_of_remedy(&self) -> String {
        match self {
            Self::EndingUndone { public, ends } => ending_undone(*public, *ends),
            Self::Reopened {
                docket,
                starts,
                ends,
                public,
            } => reopened(docket, *starts, *ends, *public),
            Self::ReceiptAnnulled {
                ends,
                over,
                returned,
            } => receipt_annulled(*ends, *over, *returned),
            _ => String::new(),
        }
    }
}

/// A cancellation or substitution was undone.
fn ending_undone(public: bool, ends: Option<Instant>) -> String {
    let seen = if public {
        "Su información está a la vista en el portal."
    } else {
        ""
    };
    sentences([
        "La candidatura vuelve a donde estaba antes.".into(),
        seen.into(),
        ends.map_or_else(String::new, |at| {
            until("Complete lo que tenía pendiente", at)
        }),
    ])
}

/// A tribunal ordered to reopen it.
fn reopened(docket: &str, starts: Instant, ends: Instant, public: bool) -> String {
    let from = spanish_date(local_date(starts));
    let (what, after) = if public {
        (
            format!("Puede corregir y enviar a partir del {from}."),
            "Lo que ya está publicado se conserva mientras tanto.",
        )
    } else {
        (
            format!("Vuelve a captura a partir del {from}."),
            "Se revisará de nuevo completa.",
        )
    };
    sentences([
        format!("Expediente {docket}."),
        what,
        until("Envíe", ends),
        after.into(),
    ])
}

/// A paper receipt was annulled: from when the period is counted instead.
fn receipt_annulled(ends: Option<Instant>, over: bool, returned: usize) -> String {
    let period = match ends {
        None => "El plazo de captura no corre mientras no haya otro acuse de recibo.".into(),
        Some(at) if over => format!(
            "El plazo se cuenta desde el acuse que aceptó la primera cuenta de su actor político, y \
             terminó el {}.",
            spanish_deadline(at)
        ),
        Some(at) => until(
            "El plazo se cuenta ahora desde el acuse que aceptó la primera cuenta de su actor \
             político: envíe",
            at,
        ),
    };
    let back = match returned {
        0 => String::new(),
        1 => "1 candidatura que se había enviado al terminar el plazo vuelve a captura.".into(),
        n => format!(
            "{n} candidaturas que se habían enviado al terminar el plazo vuelven a captura."
        ),
    };
    sentences([
        "La Unidad de Transparencia lo había registrado por error.".into(),
        period,
        back,
    ])
}
