//! The history of a candidacy, and the reasons that reviewers start from.

use conoceles_shared::api::Length;

use super::{count, range};
use crate::i18n::macros::words;

words! {
    Timeline {
        title = "Historia de la candidatura";
        title_of(name: &str) = format!("Historia: {name}");
        see = "Ver la historia";
        filter = "Mostrar";
        all(n: usize) = format!("Todo ({n})");
        kind(label: &str, n: usize) = format!("{label} ({n})");
        found(total: usize, page: usize, pages: usize) = format!("{} · página {page} de {pages}, lo más reciente primero", count(total, "entrada", "entradas"));
        empty = "Todavía no hay nada que mostrar aquí.";
        by(who: &str) = format!("por {who}");
        version(section: &str, version: u32) = format!("{section}, versión {version}");
    }
}

words! {
    Reasons {
        title = "Motivos de observación";
        edit_from_desk = "Textos de observación de esta elección";
        title_of(name: &str) = format!("Motivos de observación: {name}");
        lead = "Textos de los que parte quien valida al observar una sección, por causa. Cambiarlos no altera lo que ya se observó.";
        none = "Esta elección todavía no tiene textos.";
        ground = "Causa";
        text = "Texto del motivo";
        text_hint(length: Length) = format!("De {} caracteres.", range(length));
        add = "Agregar el texto";
        added = "Se agregó el texto.";
        change = "Cambiar";
        save = "Guardar el texto";
        changed = "Se cambió el texto.";
        remove = "Quitar";
        removed = "Se quitó el texto.";
        new = "Un texto más";
    }
}
