//! Accounts for many actors at once, their sheets, and what became of the delivery.

use super::count;
use crate::i18n::macros::words;

words! {
    Credentials {
        title = "Cuentas de captura";
        about = "Primero se crean las cuentas, sin contraseña. Después se expiden sus hojas de acceso: una página por cuenta, con una contraseña temporal que no se guarda en ninguna otra parte.";
        all_have = "Todos los actores políticos tienen cuenta de captura.";
        missing(n: usize) = format!("Sin cuenta de captura: {}.", count(n, "actor político", "actores políticos"));
        create(n: usize) = format!("Crear {}", count(n, "cuenta", "cuentas"));
        created(n: usize) = format!("Cuentas creadas: {n}. Falta expedir sus hojas de acceso.");
        unused(n: usize) = format!("Sin usar todavía: {}.", count(n, "cuenta", "cuentas"));
        issue(n: usize) = format!("Expedir {} en PDF", count(n, "hoja de acceso", "hojas de acceso"));
        issue_question(n: usize) = format!("¿Expedir {}? El PDF se descarga una sola vez.", count(n, "hoja de acceso", "hojas de acceso"));
        issued = "Las hojas se descargaron. Imprímalas, entréguelas y registre cada entrega en su cuenta.";
        file_name = "hojas-de-acceso.pdf";
        at_once(most: usize) = format!("Se expiden de {most} en {most}.");
        deliveries = "Entregas de la hoja de acceso";
        no_deliveries = "No hay intentos de entrega registrados.";
        way = "Medio de entrega";
        at = "Fecha y hora del intento (hora del centro de México)";
        reached = "Se entregó";
        not_reached = "No se entregó";
        note = "Qué pasó";
        note_hint = "Quién la recibió, o por qué no se pudo entregar.";
        record = "Registrar intento";
        recorded = "El intento quedó registrado.";
        noted_by(who: &str, when: &str) = format!("Registró {who}, {when}.");
    }
}
