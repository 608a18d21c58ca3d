//! An election's data and settings.

use crate::i18n::macros::words;

/// A setting that is a number: where it is in `Settings`, what it is called, what it counts.
#[derive(Clone, Copy)]
pub struct Number {
    /// The JSON path below the settings.
    pub key: &'static str,
    pub label: &'static str,
    /// What it counts.
    pub unit: &'static str,
}

const fn number(key: &'static str, label: &'static str, unit: &'static str) -> Number {
    Number { key, label, unit }
}

words! {
    /// An election's data and settings.
    Settings {
        numbers: &'static [Number] = &[
            number("corrections_max", "Correcciones después de publicar", "por candidatura"),
            number("claim_minutes", "Reserva de una revisión", "minutos"),
            number("report_days", "Días entre informes de avance (0: solo el final)", "días"),
            number("suppression_below", "Reserva en la estadística de identidad: grupos menores de", "candidaturas"),
            number("photo_max_megabytes", "Tamaño máximo de la fotografía", "MB"),
            number("limits/text_min", "Mínimo de los textos", "caracteres"),
            number("limits/text_max", "Máximo de los textos", "caracteres"),
            number("limits/proposal_min", "Mínimo de las propuestas", "caracteres"),
            number("limits/proposal_max", "Máximo de las propuestas", "caracteres"),
            number("limits/course_max", "Máximo por curso", "caracteres"),
            number("limits/courses_max_items", "Número de cursos", "registros"),
            number("limits/url_max", "Máximo de las direcciones electrónicas", "caracteres"),
            number("limits/email_max", "Máximo del correo electrónico", "caracteres"),
            number("limits/address_max", "Máximo del domicilio", "caracteres"),
            number("limits/contact_items_max", "Número de correos, teléfonos y domicilios", "de cada uno"),
            number("limits/phone_digits", "Dígitos del teléfono", "dígitos"),
            number("limits/other_text_max", "Máximo de «Otra» u «Otro»", "caracteres"),
            number("limits/reason_max", "Máximo del motivo sin fotografía", "caracteres"),
        ];
        terms: &'static [Number] = &[
            number("capture_days", "Plazo de captura", "Desde el acuse de recibo."),
            number("review_days", "Plazo de revisión", "Desde el envío; la cola lo muestra."),
            number("observation_days", "Plazo para atender observaciones", "Desde que se concluye la revisión."),
            number("correction_days", "Plazo de una corrección ya publicada", "Desde que se autoriza."),
            number("substitution_days", "Plazo de captura de una sustitución", "Desde el acuerdo, si no se fija otro al registrar."),
        ];
        terms_hint = "Los días naturales terminan a las 23:59:59 del último; las horas corren desde el momento, al segundo.";
        title = "Plazos y reglas";
        name = "Nombre";
        name_hint = "Por ejemplo, Gubernatura 2029.";
        entity = "Entidad";
        entity_name = "Estado de México";
        circumscription_name = "Circunscripción única";
        date = "Jornada electoral";
        drill = "Es un simulacro";
        offices = "Cargos en juego";
        territories = "Territorios";
        include_all(municipalities: usize, districts: usize) = format!("Incluir los {municipalities} municipios y {districts} distritos locales del Estado de México y la entidad");
        include_all_hint = "También la circunscripción única de representación proporcional. Al quitarla se quitan los del Estado de México.";
        territories_some = "No son todos los del Estado de México: marque la casilla para incluir los que faltan.";
        hour_kept(hour: &str) = format!("Está fijada a las {hour}. Se conserva mientras no cambie el día.");
        phases = "Fases";
        phases_hint = "Cada fase va de las 00:00:00 del primer día a las 23:59:59 del último. Puede dejar en blanco lo que no se sabe.";
        capture_phase = "Antes no se captura nada. Al terminar, terminan también los plazos que vienen de un acuse; los propios y las ampliaciones siguen.";
        review_phase = "Antes y después nadie toma candidaturas para revisar. Las correcciones de lo publicado siguen.";
        publication_phase = "Lo que se aprueba antes espera al primer día para publicarse. Al terminar el último, todo queda cerrado.";
        informative_phase = "Solo informa: no abre ni cierra nada.";
        embargoes = "Publicación por cargo";
        embargoes_hint = "Solo si un cargo se publica en otra fecha que la fase, por ejemplo cuando empiezan sus campañas. Nada de lo aprobado es público antes de las 00:00:00 de ese día.";
        embargo_from(office: &str) = format!("{office}: se publica a partir del");
        term_unit(label: &str) = format!("{label}: unidad");
        four_eyes = "Exigir segunda revisión";
        four_eyes_hint = "Una segunda persona validadora decide sin ver la primera decisión. Valor inicial: sí.";
        signed_consent = "Requerir el consentimiento expreso firmado";
        signed_consent_hint = "Sin una copia firmada del formato, entregada por el actor político, la candidatura no se publica. Valor inicial: no.";
        counting = "Conteo de caracteres";
        counting_hint = "Vale para mínimos y máximos de los seis textos. Valor inicial: sin espacios en blanco.";
        without_spaces = "Sin espacios en blanco";
        total = "Todos los caracteres";
        phase_starts(phase: &str) = format!("{phase}: primer día");
        phase_ends(phase: &str) = format!("{phase}: último día");
        territories_count(n: usize) = format!("{n} territorios incluidos.");
        default(value: &str, unit: &str) = format!("Valor inicial: {value} {unit}");
    }
}
