//! Logos of parties.

use crate::i18n::macros::words;

words! {
    Logos {
        title = "Emblema";
        stands = "Así se muestra, del mismo tamaño para todos los partidos.";
        none = "Sin emblema: en su lugar se muestran las siglas sobre el color del partido, del mismo tamaño.";
        file = "Archivo del emblema";
        file_hint = "PNG, JPEG o WebP de hasta 2 MB. Se ajusta a un cuadrado sobre fondo blanco, sin recortarlo.";
        missing = "Elija el archivo del emblema.";
        too_large = "El archivo del emblema puede pesar hasta 2 MB.";
        changed = "El archivo cambió desde que lo eligió. Elíjalo de nuevo.";
        save = "Guardar emblema";
        saved = "El emblema se guardó.";
        remove = "Quitar emblema";
        remove_about = "En su lugar se mostrarán las siglas sobre el color del partido.";
        removed = "El emblema se quitó.";
    }
}
