//! What is undone by two people, and what a tribunal orders to reopen.

use conoceles_shared::api::Length;

use super::range;
use crate::i18n::macros::words;

words! {
    Remedies {
        undo_about = "Solo si la cancelación o la sustitución fue un error. Lo confirma otra persona que administre o, si no hay, espera 24 horas a la vista de todo el personal. La candidatura vuelve a donde estaba, con sus secciones; si era pública, se publica otra vez como una versión siguiente y el retiro queda en la bitácora. No se puede si otra candidatura tiene su lugar.";
        acuerdo = "Acuerdo del Consejo General que lo deja sin efecto";
        acuerdo_hint = "Por ejemplo, IEEM/CG/121/2027. Queda en la auditoría y en el historial de la candidatura.";
        reason = "Motivo";
        reason_hint(length: Length) = format!("De {} caracteres. Lo leerá quien confirme.", range(length));
        propose = "Proponer";
        annul_about = "Solo si el acuse en papel se registró por error. Lo confirma otra persona que administre o, si no hay, espera 24 horas a la vista de todo el personal. El plazo de captura deja de contarse desde él; lo que se envió al terminar ese plazo, y sobre lo que nadie decidió, vuelve a captura, salvo que el plazo que queda también haya terminado. Lo que envió el actor político se conserva.";
        annul_reference = "Oficio o acuerdo";
        annul_reference_hint = "El documento que lo explica. Queda en la auditoría.";
        reopen_about = "Solo por orden de un tribunal. Lo confirma otra persona que administre o, si no hay, espera 24 horas a la vista de todo el personal. Si la candidatura está publicada, se abre una corrección que no cuenta entre las permitidas y el público conserva la versión de ahora; si no, vuelve a captura y se revisa de nuevo.";
        docket = "Expediente";
        docket_hint = "Por ejemplo, TEEM-JDC-12/2027.";
        dated = "Fecha de la resolución";
        starts_on = "Empieza el día";
        ends_on = "Último día del plazo";
        ends_on_hint = "Hasta las 23:59:59, hora del centro de México. No puede pasar del término de la publicación.";
        annul_of(name: &str) = format!("Anular acuse en papel: {name}");
        told(what: &str, reference: &str, when: &str) = format!("{what}: {reference}, {when}.");
    }
}
