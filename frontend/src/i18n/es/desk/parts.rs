//! The desks' own program, which comes in parts.

use crate::i18n::macros::words;

words! {
    Parts {
        missed_title = "Esta pantalla no se pudo cargar";
        missed = "La conexión falló o el sistema se actualizó hace poco. Intente de nuevo; si se repite, vuelva a cargar la página. Lo que escribió en una sección, salvo en la de identidad, se conserva en este equipo.";
    }
}
