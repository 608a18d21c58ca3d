//! Several actors of one representative.

use crate::i18n::macros::words;

words! {
    Represented {
        works_for = "Trabaja por";
        title = "Otros actores políticos que captura";
        lead = "Una persona que representa a varios actores políticos tiene una sola cuenta y elige por cuál trabaja. Acepta el acuse de recibo de cada uno.";
        none = "Solo captura para el actor político con el que se creó la cuenta.";
        add = "Agregar actor político";
        added(name: &str) = format!("La cuenta captura también para {name}.");
        remove = "Retirar";
        removed = "La cuenta ya no captura para ese actor político. Lo capturado se conserva.";
        accepted(when: &str) = format!("Aceptó el acuse de recibo el {when}.");
        not_accepted = "Todavía no acepta su acuse de recibo.";
    }
}
