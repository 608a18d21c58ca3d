//! The tools of the review desk.

use conoceles_shared::api::Length;

use super::{count, range};
use crate::i18n::macros::words;
use crate::i18n::numbers::number;

words! {
    DeskTools {
        close = "Cerrar";
        views = "Cómo ver la sección";
        changes_since_judged(version: u32) = format!("Cambios desde la versión {version}, la observada");
        changes_since_public(version: u32) = format!("Cambios desde la versión {version}, la publicada");
        changes_since_seen(version: u32) = format!("Cambios desde la versión {version}, la que usted leyó");
        alone(version: u32) = format!("Solo la versión {version}");
        judged_version(version: u32) = format!("Versión {version}, observada");
        seen_version(version: u32) = format!("Versión {version}, la que usted leyó");
        to_judge(version: u32) = format!("Versión {version}, por revisar");
        added = "agregado";
        removed = "eliminado";
        same = "Sin cambios en el texto.";
        stale = "La sección cambió mientras la revisaba. Lea los cambios y decida otra vez sobre la versión que está a la vista.";
        handle = "Marcar atendida";
        unhandle = "Quitar la marca";
        handled = "Atendida";
        handled_note(note: &str) = format!("Su nota: {note}");
        note = "Nota (opcional)";
        note_hint(length: Length) = format!("De {} caracteres. Solo usted la lee.", range(length));
        save_mark = "Guardar la marca";
        cancel = "Cancelar";
        about(what: &str) = format!(": {what}");
        start_from = "Partir de un motivo";
        start_hint = "Textos de la Unidad de Transparencia para esta causa. Puede cambiarlos antes de guardar.";
        use_it = "Usar este texto";
        replace_reason = "¿Sustituir el motivo que ya escribió?";
        see_large = "Ver en grande";
        photo_large = "La fotografía en grande";
        photo_now(version: u32) = format!("Versión {version}, por revisar");
        photo_before(version: u32) = format!("Versión {version}, la anterior");
        checklist = "Lista de verificación de la fotografía";
        checklist_hint = "Las marcas son solo para usted en esta página; lo que cuenta es su decisión.";
        observe_for = "Observar por esto";
        rules = "Reglas de la sección";
        rule_length(min: u32, max: u32, how: &str) = format!("Extensión: {} a {} caracteres, {how}.", number(min), number(max));
        rule_with_spaces = "contando espacios";
        rule_without_spaces = "sin contar espacios";
        rule_contact = "Al menos un medio de contacto, o decir que no se proporciona ninguno.";
        rule_education = "Grado máximo de estudios y su estatus; los cursos son opcionales.";
        rule_identity = "Solo se leen las respuestas «Sí» que se pide publicar como distintivo.";
        grounds = "No debe contener";
        badges = "Distintivos que se pide publicar";
        no_badges = "No se pide publicar ningún distintivo.";
        not_shown(n: usize) = format!("No se muestra en la revisión: {}", count(n, "pregunta", "preguntas"));
        opens_outside = " (abre otro sitio)";
        shortcuts = "Atajos de teclado";
        shortcuts_lead = "Mientras escribe no actúa ninguno. Fuera de los campos, con Alt actúan siempre; con una sola tecla, solo si los deja encendidos.";
        shortcuts_single = "Usar los atajos con una sola tecla";
        key = "Tecla";
        what_it_does = "Qué hace";
        key_next = "Siguiente sección";
        key_previous = "Sección anterior";
        key_undecided = "Siguiente sección sin decidir";
        key_approve = "Aprobar la sección";
        key_observe = "Observar la sección";
        key_photo = "Ver la fotografía en grande";
        key_conclude = "Concluir la revisión";
        key_help = "Esta lista";
        decided_next(name: &str, state: &str, next: &str) = format!("{name}: {state}. Puede cambiarlo hasta concluir. Sigue: {next}.");
        decided_last(name: &str, state: &str) = format!("{name}: {state}. Puede cambiarlo hasta concluir. Ya no falta ninguna.");
    }
}
