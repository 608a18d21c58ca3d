//! What the cells say, in the catalogues' terms where they fit.

use conoceles_shared::api::Labelled;
use conoceles_shared::catalogues::{ActorKind, Degree, DegreeStatus, Office, Role, Sex};
use conoceles_shared::text::{fold, without_enie};

/// A cell that may be an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said<'a> {
    /// Nothing: «sin captura».
    Blank,
    /// «No proporcionó», «Sin cursos»…: an explicit absence.
    Declined,
    /// An answer.
    Value(&'a str),
}

/// What a cell says.
#[must_use]
pub fn said(cell: &str) -> Said<'_> {
    let plain = fold(cell);
    match plain.trim_matches(['.', ' ']) {
        "" | "-" => Said::Blank,
        "no proporciono" | "no proporciona" | "no proporcionado" | "sin cursos" | "sin curso"
        | "sin informacion" => Said::Declined,
        _ => Said::Value(cell),
    }
}

/// A cell about the candidacy itself: «No aplica» is as good as nothing.
#[must_use]
pub fn given(cell: &str) -> Option<&str> {
    match said(cell) {
        Said::Value(value) if !matches!(fold(value).as_str(), "no aplica" | "n/a" | "na") => {
            Some(value)
        }
        _ => None,
    }
}

/// A cell that names a party: «NA» is one, Nueva Alianza.
#[must_use]
pub fn given_actor(cell: &str) -> Option<&str> {
    match said(cell) {
        Said::Value(value) if fold(value) == "na" => Some(value),
        _ => given(cell),
    }
}

/// A code of the archive's own, from its wording: `Educación básica` is `educacion_basica`.
#[must_use]
pub fn slug(text: &str) -> String {
    let mut out = String::new();
    for character in without_enie(&fold(text)).chars() {
        if character.is_ascii_alphanumeric() {
            out.push(character);
        } else if !out.is_empty() && !out.ends_with('_') {
            out.push('_');
        }
    }
    out.trim_end_matches('_').to_owned()
}

/// The wording with a capital letter at its beginning only, for values in capitals.
#[must_use]
pub fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first
            .to_uppercase()
            .chain(letters.flat_map(char::to_lowercase))
            .collect(),
        None => String::new(),
    }
}

/// A value of a catalogue, or one of the archive's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// Code and wording.
    pub value: Labelled,
    /// Whether the catalogue has it.
    pub known: bool,
}

fn known(code: &str, label: &str) -> Mapped {
    Mapped {
        value: Labelled::new(code, label),
        known: true,
    }
}

fn own(text: &str) -> Mapped {
    Mapped {
        value: Labelled::new(slug(text), text),
        known: false,
    }
}

/// The degree, as one of the catalogue where it is one.
#[must_use]
pub fn degree(text: &str) -> Mapped {
    let degree = match slug(text).as_str() {
        "sin_estudios" | "ninguno" | "ninguna" => Degree::NoStudies,
        "primaria" => Degree::Primary,
        "secundaria" => Degree::Secondary,
        "preparatoria"
        | "bachillerato"
        | "preparatoria_bachillerato"
        | "preparatoria_o_bachillerato"
        | "media_superior" => Degree::HighSchool,
        "tecnica" | "carrera_tecnica" | "tecnico" | "nivel_tecnico" => Degree::Technical,
        "licenciatura" | "ingenieria" => Degree::Bachelor,
        "especialidad" => Degree::Specialty,
        "maestria" => Degree::Master,
        "doctorado" => Degree::Doctorate,
        "posdoctorado" | "postdoctorado" => Degree::Postdoctorate,
        _ => return own(text),
    };
    known(degree.code(), degree.label())
}

/// The status of the degree: `Trunca` is `Trunco`, `Titulado(a)` is `Título`.
#[must_use]
pub fn degree_status(text: &str) -> Mapped {
    let plain = slug(text);
    let status = match plain.trim_end_matches("_a").trim_end_matches("_o") {
        "trunco" | "trunca" => DegreeStatus::Unfinished,
        "cursando" => DegreeStatus::Ongoing,
        "concluido" | "concluida" => DegreeStatus::Concluded,
        "pasante" | "carta_pasante" => DegreeStatus::Graduand,
        "certificado" => DegreeStatus::Certificate,
        "titulo" | "titulado" | "titulada" => DegreeStatus::Title,
        "cedula" | "cedula_profesional" => DegreeStatus::ProfessionalLicence,
        _ => return own(text),
    };
    known(status.code(), status.label())
}

/// The office, as one of the catalogue where it is one.
#[must_use]
pub fn office(text: &str) -> (Mapped, Option<Office>) {
    let office = match slug(text).as_str() {
        "gubernatura" => Office::Governorship,
        "diputacion_local_mr"
        | "diputacion_local_de_mayoria_relativa"
        | "diputacion_local_por_mayoria_relativa"
        | "diputacion_local_por_el_principio_de_mayoria_relativa" => Office::DeputyMr,
        "diputacion_local_rp"
        | "diputacion_local_de_representacion_proporcional"
        | "diputacion_local_por_representacion_proporcional"
        | "diputacion_local_por_el_principio_de_representacion_proporcional" => Office::DeputyRp,
        "presidencia_municipal" | "presidencia_municipal_mr" => Office::MunicipalPresidency,
        "sindicatura" => Office::Sindicatura,
        "regiduria" => Office::Regiduria,
        _ => {
            let mapped = Mapped {
                value: Labelled::new(slug(text), office_wording(text)),
                known: false,
            };
            return (mapped, None);
        }
    };
    (known(office.code(), office.label()), Some(office))
}

/// `DIPUTACIÓN FEDERAL MR` as «Diputación federal MR».
fn office_wording(text: &str) -> String {
    let words: Vec<String> = sentence(text)
        .split_whitespace()
        .map(|word| match word {
            "mr" | "rp" => word.to_uppercase(),
            "república" => "República".to_owned(),
            other => other.to_owned(),
        })
        .collect();
    words.join(" ")
}

/// An office with the principle that a column of its own says.
#[must_use]
pub fn with_principle(office: &str, principle: Option<&str>) -> String {
    let plain = slug(office);
    let said = plain
        .split('_')
        .any(|it| matches!(it, "mr" | "rp" | "relativa" | "proporcional"));
    let by_principle = ["diputac", "senadur", "concejal"];
    if said || !by_principle.iter().any(|it| plain.starts_with(it)) {
        return office.to_owned();
    }
    match principle.map(slug).as_deref() {
        Some("mr" | "mayoria_relativa" | "mayoria") => format!("{office} MR"),
        Some("rp" | "representacion_proporcional" | "proporcional") => format!("{office} RP"),
        _ => office.to_owned(),
    }
}

/// Whether a cell names titular and alternate at once.
#[must_use]
pub fn is_both_roles(text: &str) -> bool {
    let plain = slug(text);
    plain.contains("suplente") && (plain.contains("propietari") || plain.contains("titular"))
}

/// Titular or alternate as the file says, in the form that fits the person: files write one for
/// everybody. Of somebody whose sex the file does not tell its own word stays.
#[must_use]
pub fn role(text: &str, sex: Option<Sex>) -> Option<Labelled> {
    let plain = slug(text);
    let role = match plain.trim_end_matches("_a") {
        "propietaria" | "propietario" | "titular" => Role::Titular,
        "suplente" => Role::Alternate,
        _ => return None,
    };
    let label = sex.map_or_else(|| sentence(text), |it| role.label_for(it).to_owned());
    Some(Labelled::new(role.code(), label))
}

/// How a file writes the sex: `M` says nothing by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SexLetters {
    woman_is_m: bool,
    man_is_m: bool,
}

impl SexLetters {
    /// Learns from all cells of the column: `M` is «Mujer» only where it also shows `H` or words;
    /// where it shows `F`, `M` is «Masculino».
    pub fn learn<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let mut letters = Self::default();
        for cell in cells {
            match slug(cell).as_str() {
                "h" | "mujer" | "hombre" => letters.woman_is_m = true,
                "f" | "femenino" | "masculino" => letters.man_is_m = true,
                _ => {}
            }
        }
        if letters.woman_is_m && letters.man_is_m {
            return Self::default();
        }
        letters
    }

    /// The sex, where the cell says it.
    #[must_use]
    pub fn sex(self, cell: &str) -> Option<Sex> {
        match slug(cell).as_str() {
            "mujer" | "femenino" | "f" => Some(Sex::Woman),
            "hombre" | "masculino" | "h" => Some(Sex::Man),
            "no_binario" | "no_binaria" | "no_binarie" | "persona_no_binaria" | "nb" | "x" => {
                Some(Sex::NonBinary)
            }
            "m" if self.woman_is_m => Some(Sex::Woman),
            "m" if self.man_is_m => Some(Sex::Man),
            _ => None,
        }
    }
}

/// Whether a name says that nobody but the person runs.
#[must_use]
pub fn is_independent(name: &str) -> bool {
    let plain = fold(name);
    plain.contains("independiente") || plain == "sin partido"
}

/// The kind of an actor, where its name tells.
#[must_use]
pub fn actor_kind(name: &str) -> Option<ActorKind> {
    let plain = fold(name);
    let starts = |with: &str| plain.starts_with(with);
    if is_independent(name) {
        Some(ActorKind::Independent)
    } else if starts("candidatura comun") {
        Some(ActorKind::CommonCandidacy)
    } else if starts("coalicion") || !acronyms(name).is_empty() {
        Some(ActorKind::Coalition)
    } else if starts("partido ") {
        Some(ActorKind::Party)
    } else {
        None
    }
}

/// The names that a cell lists.
#[must_use]
pub fn listed(cell: &str) -> Vec<String> {
    cell.split([',', ';', '/', '-', '–', '_', '|'])
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

/// The parties of a name that is nothing but their acronyms: `PRI-PVEM`.
#[must_use]
pub fn acronyms(name: &str) -> Vec<String> {
    let parts = listed(name);
    if parts.len() > 1 && parts.iter().all(|it| is_acronym(it)) {
        parts
    } else {
        Vec::new()
    }
}

/// Whether a name may be nothing but the acronym of a party.
#[must_use]
pub fn is_acronym(name: &str) -> bool {
    (2..=9).contains(&name.chars().count())
        && name
            .chars()
            .all(|it| it.is_uppercase() || it.is_ascii_digit())
}

/// What to write in place of a cell that is no age.
#[must_use]
pub fn age_advice(cell: &str) -> String {
    let numbers: Vec<&str> = cell
        .split(|it: char| !it.is_ascii_digit())
        .filter(|it| !it.is_empty())
        .collect();
    // Of `4S` nobody knows what it was, nor of `2O5`.
    let only = match numbers.as_slice() {
        [only] => *only,
        _ => "",
    };
    match only.parse::<u32>() {
        Ok(age @ 18..=120) if cell != only && !touches_a_letter(cell, only) => {
            format!("escriba solo el número: {age}")
        }
        Ok(1900..=2100) => "parece un año de nacimiento: escriba la edad en años".to_owned(),
        _ => "escriba los años cumplidos, solo con números".to_owned(),
    }
}

/// Whether a letter that is taken for a digit stands beside a number: `1O5`, `45S`.
fn touches_a_letter(cell: &str, number: &str) -> bool {
    const LIKE_DIGITS: &str = "oOsSlLiIbBzZ";
    let (before, after) = cell.split_once(number).unwrap_or_default();
    let beside = [before.chars().next_back(), after.chars().next()];
    beside
        .into_iter()
        .flatten()
        .any(|it| LIKE_DIGITS.contains(it))
}

/// A whole number, also as a sheet writes it (`37.0`).
#[must_use]
pub fn whole(text: &str) -> Option<u32> {
    text.strip_suffix(".0").unwrap_or(text).trim().parse().ok()
}

/// The courses: one a line, or joined by commas without a space as the INE joins its lists.
#[must_use]
pub fn courses(text: &str) -> Vec<String> {
    let mut items = vec![String::new()];
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let next_begins = letters
            .peek()
            .is_some_and(|it| it.is_uppercase() || *it == '¿');
        if letter == '\n' || (letter == ',' && next_begins) {
            items.push(String::new());
        } else if let Some(last) = items.last_mut() {
            last.push(letter);
        }
    }
    items
        .iter()
        .map(|it| conoceles_shared::text::single_line(it))
        .filter(|it| !it.is_empty())
        .collect()
}

#[cfg(test)]
#[path = "values_tests.rs"]
mod values_tests;
