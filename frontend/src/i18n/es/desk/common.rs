//! The frame, failures, forms, notices.

use super::count;
use crate::i18n::macros::words;
use crate::i18n::numbers::number;

words! {
    /// The frame around every page.
    Shell {
        brand = "Conóceles";
        brand_owner = "Sistema de captura y validación · IEEM";
        manual = "Manual (se abre en otra pestaña)";
        manual_capture = "Manual de captura (se abre en otra pestaña)";
        manual_review = "Manual de revisión (se abre en otra pestaña)";
        manual_admin = "Manual de administración (se abre en otra pestaña)";
        manual_boards = "Manual del tablero (se abre en otra pestaña)";
        manual_support = "Manual de soporte técnico (se abre en otra pestaña)";
        privacy = "Aviso de privacidad (se abre en otra pestaña)";
        skip = "Ir al contenido";
        drill = "Simulacro.";
        drill_text = "No es una elección real.";
        main_nav = "Principal";
        menu = "Menú";
        crumbs = "Ruta";
        sign_out = "Cerrar sesión";
        sign_out_drafts = "En este equipo hay cambios que no han llegado al servidor. Al cerrar la sesión se borran de él. ¿Cerrarla de todos modos?";
        nav_mine = "Mis candidaturas";
        nav_queue = "Cola de revisión";
        nav_published = "Ya revisadas";
        nav_elections = "Elecciones";
        nav_parties = "Partidos";
        nav_proposals = "Por confirmar";
        nav_accounts = "Cuentas";
        nav_notices = "Avisos";
        nav_password = "Contraseña";
        responsibility = "La información es responsabilidad de las candidaturas y de los actores políticos que la proporcionan. El Instituto únicamente apoya para su difusión; no tiene fines de promoción electoral.";
        owner = "Instituto Electoral del Estado de México · Unidad de Transparencia";
        not_found_title = "No se encontró esta página";
        not_found = "La dirección no existe, o no corresponde a la función de su cuenta.";
        to_start = "Ir al inicio";
        dismiss = "Entendido";
    }
}

words! {
    /// What goes wrong between here and the server.
    Failure {
        title = "No se pudo completar";
        loading = "Cargando…";
        retry = "Intentar de nuevo";
        network = "No hay conexión con el servidor. Lo que escribió sigue aquí; intente de nuevo cuando vuelva la conexión.";
        signed_out = "Su sesión terminó. Inicie sesión arriba; lo que escribió sigue aquí.";
        broken = "A esta página le falta una parte. Vuelva a cargarla; si se repite, avise a la Unidad de Transparencia.";
        unreadable = "El servidor respondió algo inesperado. Intente de nuevo; si se repite, avise a la Unidad de Transparencia.";
    }
}

words! {
    Form {
        error_prefix = "Error: ";
        not_provided = "No proporcionó";
        choose = "Elija una opción";
        leave = "Hay cambios sin guardar. ¿Quiere salir de esta página y perderlos?";
        cancel = "Cancelar";
        save = "Guardar";
        saving = "Guardando…";
        number_wanted = "Escriba un número entero.";
        date_wanted = "Escriba la fecha.";
        text_wanted = "Escriba el dato.";
        choice_wanted = "Elija una opción.";
        move_up = "Subir";
        move_down = "Bajar";
        problems(n: usize) = count(n, "problema por corregir", "problemas por corregir");
        counted(n: u32, max: u32, without_spaces: bool) = format!(
            "{} de {} caracteres{}",
            number(n),
            number(max),
            if without_spaces { " sin espacios" } else { "" }
        );
        minimum(min: u32, n: u32) = if n >= min {
            format!("mínimo {} (cumplido)", number(min))
        } else {
            format!("mínimo {} (faltan {})", number(min), number(min - n))
        };
        over(n: u32) = if n == 1 { "Sobra 1 carácter:".into() } else { format!("Sobran {} caracteres:", number(n)) };
        with_spaces(n: u32) = format!("{} con espacios", number(n));
        moved(what: &str, to: usize) = format!("{what} pasó al lugar {to}.");
        remove(what: &str) = format!("Quitar {what}");
        add(what: &str) = format!("Agregar otro: {what}");
        at_most(n: u32) = format!("Se admiten hasta {n}.");
    }
}

words! {
    Notices {
        title = "Avisos";
        lead_capture = "Lo que cambió en sus candidaturas y en su cuenta, lo más reciente primero.";
        lead_review = "Lo que cambió en las candidaturas que se revisan y en su cuenta, lo más reciente primero.";
        lead_admin = "Lo que cambió en lo que usted administra y en su cuenta, lo más reciente primero.";
        lead_account = "Lo que cambió en su cuenta, lo más reciente primero.";
        none = "No hay avisos.";
        unread_mark = " sin leer";
        mark = "Marcar como leído";
        mark_all = "Marcar todos como leídos";
        is_new = "Nuevo";
        open = "Abrir";
        older = "Anteriores";
        newer = "Más recientes";
        see_all = "Ver todos los avisos";
        unread(n: u32) = match n {
            0 => "Todos los avisos están leídos.".into(),
            n => count(n as usize, "aviso sin leer", "avisos sin leer"),
        };
    }
}
