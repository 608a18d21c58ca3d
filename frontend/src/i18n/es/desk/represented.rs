//! Several actors of one representative.

use crate::i18n::macros::words;

words! {
    Represented {
        works_for = "Captura para";
        title = "Otros actores políticos para los que captura";
        lead = "Una persona que representa a varios actores políticos tiene una sola cuenta y elige para cuál captura. Acepta el acuse de recibo de cada uno.";
        none = "Solo captura para el actor político con el que se creó la cuenta.";
        add = "Agregar actor político";
        add_one = "Agregar";
        added(name: &str) = format!("La cuenta captura también para {name}.");
        remove = "Retirar";
        remove_question(name: &str) = format!("¿Retirar a {name} de esta cuenta? La persona ya no podrá capturar para ese actor político. Lo capturado se conserva.");
        removed = "La cuenta ya no captura para ese actor político. Lo capturado se conserva.";
        accepted(when: &str) = format!("Aceptó el acuse de recibo el {when}.");
        not_accepted = "Todavía no acepta su acuse de recibo.";
    }
}
