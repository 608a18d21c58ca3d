//! The audit, as each role reads it.

use crate::i18n::macros::words;
use crate::i18n::numbers::number;

words! {
    Audit {
        nav = "Auditoría";
        title = "Auditoría";
        lead_admin = "Todo lo que se hizo, quién y cuándo. Nada se borra ni se cambia: cada entrada queda sellada con la anterior.";
        lead_review = "Lo que pasó con las candidaturas. De una revisión que no ha concluido solo se ve lo propio.";
        lead_support = "Accesos y procesos del sistema, sin datos de candidaturas.";
        search = "Buscar en la auditoría";
        who = "Quién";
        who_hint = "Usuario o nombre";
        what = "Qué";
        anything = "Cualquier acción";
        candidacy = "Candidatura";
        candidacy_hint = "Nombre de la persona";
        election = "Elección";
        any_election = "Todas";
        from = "Desde el día";
        until = "Hasta el día";
        find = "Buscar";
        found(n: usize) = match n {
            0 => "Ninguna entrada corresponde a lo que busca.".to_owned(),
            1 => "1 entrada en esta página".to_owned(),
            n => format!("{n} entradas en esta página"),
        };
        col_when = "Cuándo";
        col_what = "Qué";
        col_who = "Quién";
        col_where = "Dónde";
        col_more = "Detalle";
        system = "El sistema";
        more = "Ver detalle";
        more_about(what: &str, when: &str) = format!(": {what}, {when}");
        basis(text: &str) = format!("Fundamento: {text}");
        seal(n: u64) = format!("Sello {}", number(n));
        unsealed = "Espera su sello";
        code = "Código";
        before = "Huella anterior";
        after = "Huella posterior";
        entry = "Entrada";
        data = "Datos";
        newer = "Volver al inicio";
        older = "Entradas anteriores";
        download = "Descargar CSV";
        download_about = "las entradas que corresponden a lo que busca";
        counts_title = "Auditoría en cifras";
        counts_lead = "Cuántas veces se hizo cada cosa. No dice quién ni sobre quién.";
        counts_total(n: u64) = format!("{} entradas en total", number(n));
        col_count = "Veces";
        times(n: u64) = number(n);
    }
}
