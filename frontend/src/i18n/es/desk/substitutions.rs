//! Several substitutions under one acuerdo.

use conoceles_shared::api::Length;

use super::{count, range};
use crate::i18n::macros::words;

words! {
    Substitutions {
        several = "Sustituir varias";
        title = "Sustituciones";
        title_of(name: &str) = format!("Sustituciones: {name}");
        lead = "Marque a quienes dejan su lugar por un mismo acuerdo. Se sustituyen todas las candidaturas o ninguna; si alguna está publicada, otra persona que administre debe confirmarlo. Después registre a quien toma cada lugar.";
        who_leaves = "1. Quiénes dejan su lugar";
        acuerdo = "2. El acuerdo";
        who_comes = "3. Quiénes toman los lugares";
        picked = "Candidaturas que se sustituyen";
        picked_count(n: usize) = if n == 0 { "Ninguna marcada todavía.".to_owned() } else { format!("{}.", count(n, "candidatura marcada", "candidaturas marcadas")) };
        nobody_picked = "Marque al menos una candidatura en la lista.";
        remove = "Quitar";
        acuerdo_on = "Fecha del acuerdo";
        reason = "Motivo";
        reason_hint(length: Length) = format!("Opcional. De {} caracteres; lo lee quien confirma, si alguna está publicada. No queda en la auditoría: lo que debe constar está en el acuerdo.", range(length));
        warning = "Si alguna está publicada, ninguna cambia hasta que otra persona que administre lo confirme; entonces deja de publicarse y queda constancia pública del retiro. Si ninguna lo está, todas terminan en el acto. Un error solo puede deshacerse entre dos personas y con un acuerdo.";
        confirm = "Confirmo que todas las personas de la lista dejan su lugar por este acuerdo.";
        confirm_missing = "Marque que todas las personas de la lista dejan su lugar.";
        substitute = "Sustituir las marcadas";
        substituted(n: usize) = format!("{}.", count(n, "candidatura quedó sustituida", "candidaturas quedaron sustituidas"));
        no_places = "No hay lugares libres por sustitución.";
        places_lead = "Marque cada lugar que va a ocupar alguien y llene sus datos. Actor político, cargo, territorio, posición y calidad son los del lugar. Se registran todas las personas o ninguna.";
        takes_place(who: &str) = format!("Toma el lugar de {who}");
        nobody_filled = "Marque al menos un lugar.";
        register = "Registrar a quienes toman los lugares";
        registered(n: usize) = format!("{}.", count(n, "candidatura registrada", "candidaturas registradas"));
    }
}
