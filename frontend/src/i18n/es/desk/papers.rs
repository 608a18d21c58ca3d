//! Revocations and papers, on the desk of review.

use crate::i18n::macros::words;

words! {
    Papers {
        stopped = "Detenidas por revocación";
        revoked = "Consentimiento revocado";
        title = "Escritos";
        record = "Registrar un escrito";
        record_hint = "Para lo que la persona pide por escrito y no en la mesa de captura. Una revocación surte efecto al registrarla y se avisa al actor político.";
        record_it = "Registrar";
        kind = "Qué pide";
        dated = "Fecha del escrito";
        reference = "Referencia";
        reference_hint = "El número de oficialía de partes o del expediente. No escriba datos personales.";
        recorded = "El escrito quedó registrado; se avisó al actor político.";
        paper(day: &str, reference: &str) = format!("Escrito del {day}, referencia {reference}.");
        recorded_by(who: &str, when: &str) = format!("Lo registró {who} el {when}.");
    }
}
