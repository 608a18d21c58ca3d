//! Correcting what is published, on both desks.

use conoceles_shared::api::Length;

use super::range;
use crate::i18n::macros::words;

words! {
    Corrections {
        title = "Corregir lo publicado";
        lead = "Lo publicado sigue a la vista hasta que la Unidad de Transparencia apruebe la versión corregida.";
        last = "La última corrección";
        sections = "Secciones por corregir";
        sections_missing = "Secciones por corregir: elija al menos una.";
        reason = "Qué está mal y por qué";
        reason_hint(length: Length) = format!("De {} caracteres. Lo lee la Unidad de Transparencia, que decide si abre la corrección.", range(length));
        ask = "Solicitar corrección";
        asked = "Se envió la solicitud de corrección. Su acuse está en esta página.";
        opens_later = "Corrección ordenada";
        requested = "La Unidad de Transparencia decidirá si abre la corrección. Mientras tanto no puede cambiar nada.";
        open = "Corrija estas secciones y envíelas. Las demás no se modifican.";
        in_review = "La Unidad de Transparencia revisa la corrección. Mientras tanto se muestra la versión publicada.";
        your_reason = "Su motivo";
        send = "Enviar la corrección";
        send_hint = "Después de enviarla no podrá cambiarla.";
        sent = "La corrección se envió a revisión. Su acuse está en esta página.";
        refused_because = "Motivo";
        left(n: u8) = match n {
            0 => "No quedan correcciones.".into(),
            1 => "Queda 1 corrección.".into(),
            n => format!("Quedan {n} correcciones."),
        };
        send_before(at: &str) = format!("Envíela antes de que termine el {at}.");
        correct_before(at: &str) = format!("Corrija y envíe antes de que termine el {at}.");
        correct_between(from: &str, until: &str) = format!("Podrá corregir desde el {from} y hasta que termine el {until}.");
        not_yet(from: &str) = format!("La corrección empieza el {from}; hasta entonces no puede cambiar nada.");
        not_counted = "No cuenta entre las correcciones que admite la elección.";
        ordered_on(docket: &str, when: &str) = format!("Se abrió el {when} por orden de un tribunal, expediente {docket}.");
        ordered = "Orden que la abre";
        ordered_by(docket: &str) = format!("de un tribunal, expediente {docket}. No cuenta entre las correcciones permitidas.");
        ended(how: &str, when: &str) = format!("{how} ({when}).");
        tag_requested = "Corrección solicitada";
        tag_open = "Corrección abierta";
        tag_sent = "Corrección por revisar";
        see_request = "Ver solicitud";
        on_desk = "Corrección de lo publicado";
        asked_for(when: &str) = format!("El actor político pidió esta corrección el {when}.");
        number(n: u8, of: u8) = format!("Sería la corrección {n} de {of} que admite la elección.");
        number_now(n: u8, of: u8) = format!("Es la corrección {n} de {of} que admite la elección.");
        who_opens = "Si la abre, la revisará otra persona: así intervienen dos.";
        open_it = "Abrir la corrección";
        opened = "La corrección quedó abierta; se avisó al actor político.";
        refuse_it = "No autorizar";
        refuse_reason = "Motivo que leerá el actor político";
        refuse_hint(length: Length) = format!("De {} caracteres.", range(length));
        refused = "La corrección no se autorizó; se avisó al actor político.";
        operator_turn(at: &str) = format!("El actor político la prepara; su plazo termina el {at}.");
        published_now(version: u32) = format!("Versión {version}, la que ve la ciudadanía");
        pause_title = "Pausar o reanudar la sección";
    }
}
