//! The frame, failures, forms, signing in.

use super::{count, words};
use crate::i18n::number;

words! {
    /// The frame around every page.
    Shell {
        brand = "Conóceles";
        brand_owner = "Sistema de captura y validación · IEEM";
        manual = "Manual de captura (se abre en otra pestaña)";
        privacy = "Aviso de privacidad (se abre en otra pestaña)";
        skip = "Ir al contenido";
        drill = "Simulacro.";
        drill_text = "Personas, partidos y cifras ficticias.";
        main_nav = "Principal";
        menu = "Menú";
        crumbs = "Ruta";
        sign_out = "Cerrar sesión";
        sign_out_drafts = "En este equipo hay cambios que no han llegado al servidor. Al cerrar la sesión se borran de él. ¿Cerrarla de todos modos?";
        nav_mine = "Mis candidaturas";
        nav_queue = "Cola de revisión";
        nav_elections = "Elecciones";
        nav_parties = "Partidos";
        nav_accounts = "Cuentas";
        nav_notices = "Avisos";
        nav_password = "Contraseña";
        responsibility = "La información es responsabilidad de las candidaturas y de los actores políticos que la proporcionan. El Instituto únicamente apoya para su difusión; no tiene fines de promoción electoral.";
        owner = "Instituto Electoral del Estado de México · Unidad de Transparencia";
        no_desk_title = "Su cuenta no tiene mesa de trabajo";
        no_desk = "Esta función no captura, no revisa ni administra. Consulte a la Unidad de Transparencia si esperaba otra cosa.";
        not_found_title = "No se encontró esta página";
        not_found = "La dirección no existe, o no corresponde a la función de su cuenta.";
        to_start = "Ir al inicio";
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
        unreadable = "El servidor respondió algo inesperado. Intente de nuevo; si se repite, avise a la Unidad de Transparencia.";
    }
}

words! {
    /// The parts of forms.
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
        @functions
        fn problems(n: usize) = count(n, "problema por corregir", "problemas por corregir");
        fn counted(n: u32, max: u32, without_spaces: bool) = format!(
            "{} de {} caracteres{}",
            number(n),
            number(max),
            if without_spaces { " sin espacios" } else { "" }
        );
        fn minimum(min: u32, n: u32) = if n >= min {
            format!("mínimo {} (cumplido)", number(min))
        } else {
            format!("mínimo {} (faltan {})", number(min), number(min - n))
        };
        fn with_spaces(n: u32) = format!("{} con espacios", number(n));
        fn moved(what: &str, to: usize) = format!("{what} pasó al lugar {to}.");
        fn remove(what: &str) = format!("Quitar {what}");
        fn add(what: &str) = format!("Agregar otro: {what}");
        fn at_most(n: u32) = format!("Se admiten hasta {n}.");
    }
}

/// Signing in, first steps, one's own password.
#[derive(Clone, Copy)]
pub struct Account {
    /// The names of an operator's first steps, in order.
    pub steps: [&'static str; 3],
    /// The names of the first steps of the institute's own people.
    pub staff_steps: [&'static str; 3],
    /// The plain texts.
    words: AccountWords,
}

impl std::ops::Deref for Account {
    type Target = AccountWords;

    fn deref(&self) -> &AccountWords {
        &self.words
    }
}

impl Account {
    /// In Spanish.
    pub const ES: Self = Self {
        steps: ["Contraseña propia", "Acuse de recibo", "Listo"],
        staff_steps: ["Contraseña propia", "Segundo factor", "Listo"],
        words: AccountWords::ES,
    };
}

words! {
    /// The plain texts of signing in and of the first steps.
    AccountWords {
        sign_in = "Iniciar sesión";
        sign_in_lead = "Para actores políticos y personal del Instituto. Consultar candidaturas no requiere cuenta.";
        login = "Usuario";
        password = "Contraseña";
        show_password = "Mostrar contraseña";
        signing_in = "Iniciando sesión…";
        login_missing = "Usuario: escríbalo como aparece en la hoja que recibió.";
        password_missing = "Contraseña: escríbala.";
        cannot_enter = "Si no puede entrar, pida a la Unidad de Transparencia que inicie la recuperación de su cuenta.";
        first_time = "Si es su primera vez";
        first_time_text = "Use el usuario y la contraseña temporal de la hoja que le entregó la Unidad de Transparencia. Se le pedirá crear una contraseña propia y firmar el acuse de recibo.";
        sessions = "Sesiones abiertas";
        sessions_hint = "Si no reconoce alguna, ciérrela y cambie su contraseña.";
        session_this = "Esta sesión";
        session_closed = "La sesión se cerró.";
        close_session = "Cerrarla";
        session_ends_text = "Nada de lo que escribió se pierde.";
        stay = "Seguir trabajando";
        session_ended = "Su sesión terminó";
        session_ended_text = "Inicie sesión otra vez. Lo que escribió sigue abajo y no se ha perdido.";
        change_password = "Cambiar contraseña";
        current_password = "Contraseña actual";
        new_password = "Contraseña nueva";
        new_password_hint = "De 12 a 128 caracteres, con espacios si quiere. Lo mejor: tres o más palabras sin relación entre sí; no necesita números ni signos.";
        confirmation = "Repita la contraseña nueva";
        current_missing = "Contraseña actual: escríbala.";
        mismatch = "Las dos contraseñas no son iguales.";
        save_password = "Guardar contraseña";
        password_saved = "La contraseña se guardó.";
        first_password = "Primer acceso: cree su contraseña";
        first_password_text = "La contraseña temporal deja de servir en cuanto guarde la suya. Nadie más la conoce, tampoco el Instituto.";
        receipt_page = "Primer acceso: acuse de recibo";
        receipt = "Acuse de recibo de la cuenta";
        receipt_actor = "Actor político";
        receipt_who = "Recibe";
        receipt_election = "Elección";
        receipt_candidacies = "Candidaturas a capturar";
        receipt_received = "Recibido por primera vez";
        period_starts = "Al aceptar empieza su periodo de captura";
        period_running = "Su periodo de captura ya está en curso";
        accept_first = "Recibí la cuenta y entiendo que inicia mi plazo de captura.";
        accept_later = "Recibí la cuenta y conozco el plazo y las reglas de captura.";
        accept_missing = "Marque la casilla para confirmar que recibió la cuenta.";
        accept = "Aceptar y empezar";
        receipt_accepted = "Listo: el acuse de recibo de la cuenta quedó firmado. Puede descargarlo en «Mis candidaturas».";
        @functions
        fn session_started(when: &str) = format!("Iniciada el {when}");
        fn session_used(when: &str) = format!("Último uso: {when}");
        fn session_ends(minutes: i64) = if minutes <= 1 {
            "Su sesión termina en menos de un minuto".into()
        } else {
            format!("Su sesión termina en {minutes} minutos")
        };
        fn period_text(days: u16, end: &str) = format!(
            "{days} días naturales. Termina el {end}, hora del centro de México."
        );
    }
}
