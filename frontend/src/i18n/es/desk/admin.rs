//! Administration.

use conoceles_shared::api::Length;

use super::{count, range};
use crate::i18n::macros::words;

words! {
    Admin {
        elections = "Elecciones";
        new_election = "Nueva elección";
        no_elections = "Todavía no hay elecciones.";
        first_steps: [&'static str; 4] = [
            "Cree una elección con sus fechas, cargos, territorios y ajustes.",
            "Registre los partidos y, en la elección, los actores políticos que postulan.",
            "Registre las candidaturas de cada actor.",
            "Cree las cuentas de captura y de revisión, y entregue sus hojas de acceso: con el acuse empieza el plazo de captura.",
        ];
        create_election = "Crear elección";
        save_election = "Guardar cambios";
        settings = "Datos y ajustes";
        is_drill = "Simulacro";
        is_archive = "Archivo";
        audited = "Cada cambio queda en la auditoría. Los plazos ya iniciados no se acortan.";
        parties = "Partidos";
        new_party = "Nuevo partido";
        create_party = "Registrar partido";
        party_name = "Nombre del partido";
        acronym = "Siglas";
        colour = "Color";
        colour_hint = "Como #rrggbb. Es el fondo de las siglas donde el partido no tiene emblema; nada depende de él.";
        actors = "Actores políticos";
        actor = "Actor político";
        new_actor = "Nuevo actor político";
        create_actor = "Registrar actor";
        kind = "Tipo";
        actor_name = "Nombre del actor";
        actor_parties = "Partidos que lo integran";
        actor_parties_hint = "Uno si es partido; dos o más si es coalición o candidatura común; ninguno si es independiente.";
        not_received = "Sin acuse de recibo.";
        ends_on = "Último día del plazo";
        ends_on_hint = "Hasta las 23:59:59, hora del centro de México. No puede acortar el plazo.";
        extension_reason = "Motivo de la ampliación";
        extension_reason_hint(length: Length) = format!("De {} caracteres. Aparece en el expediente.", range(length));
        extend = "Ampliar plazo";
        extended = "El plazo se amplió.";
        paper_received = "Fecha y hora del acuse firmado (hora del centro de México)";
        paper_received_hint = "Hora del centro de México. Con ella empieza el plazo de captura.";
        save_paper_receipt = "Registrar acuse en papel";
        candidacies = "Candidaturas";
        new_candidacy = "Nueva candidatura";
        create_candidacy = "Registrar candidatura";
        given_names = "Nombre(s)";
        first_surname = "Primer apellido";
        second_surname = "Segundo apellido";
        nickname = "Sobrenombre (mote)";
        age = "Edad";
        age_hint = "El día de la jornada. Déjela en blanco si da la fecha de nacimiento.";
        sex = "Sexo";
        office = "Cargo";
        office_hint = "Los cargos en juego se eligen en los datos de la elección.";
        territory = "Territorio";
        territory_hint = "Se muestran los que corresponden al cargo elegido.";
        list_position = "Número de lista o fórmula";
        role = "Calidad";
        affirmative_actions = "Acción afirmativa de postulación";
        affirmative_actions_hint = "Es un hecho del registro y siempre es pública. Deje todo en blanco si no hay.";
        private = "Datos que no se publican";
        private_hint = "Se guardan cifrados. Nunca aparecen en el portal.";
        notification_email = "Correo para avisos del Instituto";
        notification_phone = "Teléfono para avisos del Instituto";
        notification_phone_hint = "De México, a 10 dígitos.";
        birth_date = "Fecha de nacimiento";
        curp = "CURP";
        voter_key = "Clave de elector";
        rfc = "RFC";
        own_period = "Plazo de captura propio";
        own_period_hint = "Solo para registro tardío o sustitución. En blanco, rige el del actor; en una sustitución, el que fija la elección.";
        own_starts = "Empieza el día";
        own_ends = "Termina el día";
        substitutes = "Sustituye a";
        substitutes_hint = "Solo en una sustitución: quién dejó el lugar. Al elegirla se llenan arriba su actor, cargo, territorio, posición y calidad, que deben ser los mismos.";
        place_in_list(n: u16) = format!(", lugar {n}");
        acuerdo_on = "Fecha del acuerdo de sustitución";
        acuerdo_on_hint = "Solo en una sustitución sin plazo propio: desde ese día corre el plazo que fija la elección. En blanco, desde el registro.";
        acuerdo = "Acuerdo del Consejo General";
        acuerdo_hint = "Por ejemplo, IEEM/CG/120/2027. Queda en la bitácora.";
        end_warning = "Si está publicada, otra persona que administre debe confirmarlo: deja de publicarse entonces y queda constancia pública del retiro. Si no, termina en el acto. Un error solo puede deshacerse entre dos personas y con un acuerdo.";
        substitute = "Registrar sustitución";
        substituted = "La candidatura quedó como sustituida.";
        cancel = "Cancelar candidatura";
        cancelled = "La candidatura quedó cancelada.";
        accounts = "Cuentas";
        new_account = "Nueva cuenta";
        create_account = "Crear cuenta";
        login = "Usuario";
        login_hint = "Minúsculas sin acentos, números, punto, guion, guion bajo o arroba.";
        person_name = "Nombre de la persona";
        function = "Función";
        never_in = "No ha iniciado sesión.";
        suspend = "Suspender";
        reactivate = "Reactivar";
        sheet = "Hoja de acceso";
        sheet_title = "Hoja de acceso a Conóceles";
        sheet_once = "Esta contraseña se muestra una sola vez";
        sheet_once_text = "Imprima la hoja y entréguela en persona. Si se pierde, expida una nueva: la anterior deja de servir.";
        sheet_name = "Persona";
        sheet_address = "Dirección";
        one_time_password = "Contraseña temporal";
        valid_until = "Sirve hasta el";
        sheet_text = "En el primer acceso se le pedirá crear una contraseña propia y, si captura, aceptar el acuse de recibo, con el que empieza el plazo. No comparta esta hoja.";
        print = "Imprimir";
        sheet_done = "Ya la tengo; quitarla de la pantalla";
        election_saved(name: &str) = format!("{name}: los datos se guardaron.");
        election_settings(name: &str) = format!("Datos y ajustes: {name}");
        draw_seed(seed: &str) = format!("Semilla publicada del orden neutral: {seed}");
        actors_count(n: u64) = count(n, "actor político", "actores políticos");
        candidacies_count(n: u64) = count(n, "candidatura", "candidaturas");
        accounts_count(n: u64) = count(n, "cuenta", "cuentas");
        party_saved(name: &str) = format!("{name} quedó registrado.");
        actor_saved(name: &str) = format!("{name} quedó registrado.");
        actors_of(name: &str) = format!("Actores políticos: {name}");
        received_at(when: &str) = format!("Acuse del {when}.");
        capture_until(when: &str) = format!("Captura hasta el {when}.");
        extend_of(name: &str) = format!("Ampliar plazo: {name}");
        paper_receipt_of(name: &str) = format!("Acuse en papel: {name}");
        candidacies_of(name: &str) = format!("Candidaturas: {name}");
        candidacy_saved(name: &str, remarks: &str) = format!("{name}: la candidatura quedó registrada. {remarks}").trim_end().to_owned();
        last_in(when: &str) = format!("Último acceso: {when}.");
        account_now(login: &str, state: &str) = format!("{login}: {state}.");
    }
}

words! {
    /// Acts that take two administrators, and what is unusual about the installation.
    Proposals {
        title = "Por confirmar por otra persona";
        about = "Lo que ninguna persona que administra puede hacer sola: se propone con sus consecuencias y otra lo confirma o lo rechaza. Sin decisión, vence en siete días.";
        none = "No hay nada por confirmar.";
        consequences = "Qué pasa si se confirma";
        confirm = "Confirmar";
        refuse = "Rechazar";
        withdraw = "Retirar mi propuesta";
        confirmed = "Se confirmó y se llevó a cabo.";
        decided_before = "Decididas";
        console = "la consola del servidor";
        installation = "Sobre esta instalación";
        proposed = "Quedó propuesto en «Por confirmar».";
        awaits_activation = "Por activar";
        ask_activation = "Pedir su activación";
        would(act: &str) = {
            let mut letters = act.chars();
            letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
        };
        by(who: &str, when: &str) = format!("Propuesta por {who} el {when}.");
        until(when: &str) = format!("Vence al terminar el {when}.");
        decided(who: &str, when: &str) = format!("Decidió {who} el {when}.");
        now(state: &str) = format!("La propuesta quedó: {}.", state.to_lowercase());
    }
}
