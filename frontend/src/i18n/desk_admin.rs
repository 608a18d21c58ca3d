//! Administration.

use super::words;

/// One of a number of things.
fn of(n: u64, one: &str, many: &str) -> String {
    if n == 1 {
        format!("1 {one}")
    } else {
        format!("{n} {many}")
    }
}

words! {
    /// Administration.
    Admin {
        elections = "Elecciones";
        new_election = "Nueva elección";
        no_elections = "Todavía no hay elecciones.";
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
        colour_hint = "Como #rrggbb. Solo se muestra en la marca pequeña junto al nombre.";
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
        extension_reason_hint = "De 10 a 500 caracteres. Aparece en el expediente.";
        extend = "Ampliar plazo";
        extended = "El plazo se amplió.";
        paper_received = "Fecha y hora del acuse firmado";
        paper_received_hint = "Hora del centro de México. Con ella empieza el plazo de captura.";
        save_paper_receipt = "Registrar acuse en papel";
        paper_receipt_saved = "El acuse en papel quedó registrado.";
        candidacies = "Candidaturas";
        new_candidacy = "Nueva candidatura";
        create_candidacy = "Registrar candidatura";
        search_candidacy = "Nombre, territorio o actor";
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
        notification_phone_hint = "A 10 dígitos, sin espacios.";
        birth_date = "Fecha de nacimiento";
        curp = "CURP";
        voter_key = "Clave de elector";
        rfc = "RFC";
        own_period = "Plazo de captura propio";
        own_period_hint = "Solo para registro tardío o sustitución; en blanco, rige el del actor.";
        own_starts = "Empieza el día";
        own_ends = "Termina el día";
        acuerdo = "Acuerdo del Consejo General";
        acuerdo_hint = "Por ejemplo, IEEM/CG/120/2027. Queda en la bitácora.";
        end_warning = "No se puede deshacer: la candidatura deja de publicarse en el acto y queda constancia pública del retiro.";
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
        @functions
        fn election_saved(name: &str) = format!("{name}: los datos se guardaron.");
        fn election_settings(name: &str) = format!("Datos y ajustes: {name}");
        fn draw_seed(seed: &str) = format!("Semilla publicada del orden neutral: {seed}");
        fn actors_count(n: u64) = of(n, "actor político", "actores políticos");
        fn candidacies_count(n: u64) = of(n, "candidatura", "candidaturas");
        fn accounts_count(n: u64) = of(n, "cuenta", "cuentas");
        fn party_saved(name: &str) = format!("{name} quedó registrado.");
        fn actor_saved(name: &str) = format!("{name} quedó registrado.");
        fn actors_of(name: &str) = format!("Actores políticos: {name}");
        fn received_at(when: &str) = format!("Acuse del {when}.");
        fn capture_until(when: &str) = format!("Captura hasta el {when}.");
        fn extend_of(name: &str) = format!("Ampliar plazo: {name}");
        fn paper_receipt_of(name: &str) = format!("Acuse en papel: {name}");
        fn candidacies_of(name: &str) = format!("Candidaturas: {name}");
        fn candidacy_saved(name: &str) = format!("{name}: la candidatura quedó registrada.");
        fn shown(n: usize, of: usize) = if n == of { format!("{of} candidaturas") } else { format!("Se muestran {n} de {of}; busque para encontrar las demás.") };
        fn substitute_of(name: &str) = format!("Sustituir: {name}");
        fn cancel_of(name: &str) = format!("Cancelar: {name}");
        fn last_in(when: &str) = format!("Último acceso: {when}.");
        fn account_now(login: &str, state: &str) = format!("{login}: {state}.");
    }
}

/// A setting that is a number: where it is in `Settings`, what it is called, what it counts.
#[derive(Clone, Copy)]
pub struct Number {
    /// The JSON path below the settings.
    pub key: &'static str,
    /// Its label.
    pub label: &'static str,
    /// What it counts.
    pub unit: &'static str,
}

const fn number(key: &'static str, label: &'static str, unit: &'static str) -> Number {
    Number { key, label, unit }
}

/// An election's data and settings.
#[derive(Clone, Copy)]
pub struct Settings {
    /// The settings that are numbers, in order.
    pub numbers: &'static [Number],
    /// The plain texts.
    words: SettingWords,
}

impl std::ops::Deref for Settings {
    type Target = SettingWords;

    fn deref(&self) -> &SettingWords {
        &self.words
    }
}

impl Settings {
    /// In Spanish.
    pub const ES: Self = Self {
        numbers: NUMBERS_ES,
        words: SettingWords::ES,
    };
}

const NUMBERS_ES: &[Number] = &[
    number("capture_days", "Plazo de captura", "días naturales"),
    number("review_days", "Plazo de revisión", "días naturales"),
    number(
        "observation_days",
        "Plazo para atender observaciones",
        "días naturales",
    ),
    number(
        "correction_days",
        "Plazo de una corrección ya publicada",
        "días naturales",
    ),
    number(
        "corrections_max",
        "Correcciones después de publicar",
        "por candidatura",
    ),
    number(
        "substitution_days",
        "Plazo de captura de una sustitución",
        "días naturales",
    ),
    number("claim_minutes", "Reserva de una revisión", "minutos"),
    number(
        "suppression_below",
        "Reserva en estadísticas de identidad",
        "personas",
    ),
    number(
        "photo_max_megabytes",
        "Tamaño máximo de la fotografía",
        "MB",
    ),
    number("limits/text_min", "Mínimo de los textos", "caracteres"),
    number("limits/text_max", "Máximo de los textos", "caracteres"),
    number(
        "limits/proposal_min",
        "Mínimo de las propuestas",
        "caracteres",
    ),
    number(
        "limits/proposal_max",
        "Máximo de las propuestas",
        "caracteres",
    ),
    number("limits/course_max", "Máximo por curso", "caracteres"),
    number("limits/courses_max_items", "Número de cursos", "registros"),
    number(
        "limits/url_max",
        "Máximo de las direcciones electrónicas",
        "caracteres",
    ),
    number(
        "limits/email_max",
        "Máximo del correo electrónico",
        "caracteres",
    ),
    number("limits/address_max", "Máximo del domicilio", "caracteres"),
    number(
        "limits/contact_items_max",
        "Número de correos, teléfonos y domicilios",
        "de cada uno",
    ),
    number("limits/phone_digits", "Dígitos del teléfono", "dígitos"),
    number(
        "limits/other_text_max",
        "Máximo de «Otra» u «Otro»",
        "caracteres",
    ),
    number(
        "limits/reason_max",
        "Máximo del motivo sin fotografía",
        "caracteres",
    ),
];

words! {
    /// The plain texts of an election's data and settings.
    SettingWords {
        title = "Plazos y reglas";
        name = "Nombre";
        name_hint = "Por ejemplo, Gubernatura 2029.";
        entity = "Entidad";
        entity_name = "Estado de México";
        circumscription_name = "Circunscripción única";
        date = "Jornada electoral";
        drill = "Es un simulacro";
        drill_hint = "Personas y partidos inventados: todas las páginas lo dicen.";
        offices = "Cargos en juego";
        territories = "Territorios";
        include_all = "Incluir los 125 municipios y 45 distritos locales del Estado de México y la entidad";
        include_all_hint = "También la circunscripción única de representación proporcional. Al quitarla se quitan todos.";
        phases = "Fases";
        phases_hint = "Cada fase va de las 00:00:00 del primer día a las 23:59:59 del último. Puede dejar en blanco lo que no se sabe.";
        four_eyes = "Exigir segunda revisión";
        four_eyes_hint = "Una segunda persona validadora decide sin ver la primera decisión. Valor inicial: sí.";
        counting = "Conteo de caracteres";
        counting_hint = "Vale para mínimos y máximos de los seis textos. Valor inicial: sin espacios en blanco.";
        without_spaces = "Sin espacios en blanco";
        total = "Todos los caracteres";
        @functions
        fn phase_starts(phase: &str) = format!("{phase}: primer día");
        fn phase_ends(phase: &str) = format!("{phase}: último día");
        fn territories_count(n: usize) = format!("{n} territorios incluidos.");
        fn default(value: &str, unit: &str) = format!("Valor inicial: {value} {unit}");
    }
}
