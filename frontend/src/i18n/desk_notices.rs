//! Notices, and the filters of the operator's home.

use super::{count, words};

words! {
    /// The page of notices.
    Notices {
        title = "Avisos";
        lead = "Lo que cambió en sus candidaturas y en su cuenta, lo más reciente primero.";
        none = "No hay avisos.";
        unread_mark = " sin leer";
        mark = "Marcar como leído";
        mark_all = "Marcar todos como leídos";
        is_new = "Nuevo";
        open = "Abrir";
        older = "Anteriores";
        newer = "Más recientes";
        see_all = "Ver todos los avisos";
        @functions
        fn unread(n: u32) = match n {
            0 => "Todos los avisos están leídos.".into(),
            n => count(n as usize, "aviso sin leer", "avisos sin leer"),
        };
    }
}

words! {
    /// Finding one's way among many candidacies.
    Finding {
        pending = "Pendiente";
        pending_any = "Todas";
        pending_missing = "Con secciones faltantes";
        pending_observed = "Con observaciones";
        pending_section = "Falta una sección";
        none = "Su actor político todavía no tiene candidaturas registradas.";
        unfinished = "Por terminar y enviar";
        rest = "Las demás";
        answered = "Todo está atendido; falta reenviarla.";
        totals = "Resumen";
        @functions
        fn shown(shown: usize, all: usize) = if shown == all {
            count(all, "candidatura", "candidaturas")
        } else {
            format!("Se muestran {shown} de {}", count(all, "candidatura", "candidaturas"))
        };
        fn section(name: &str, n: usize) = format!("{name} ({n})");
        fn complete(n: usize, all: usize) = format!("{n} de {all} con todo completo");
        fn total_percent(n: u8) = format!("{n} % de todas las secciones está completo");
    }
}
