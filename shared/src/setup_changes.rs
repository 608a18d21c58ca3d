//! What an edit changes of an election, in words: each change a sentence with what was and what would
//! be, and whether it decides on publication, so that it takes two once something was submitted.

use std::collections::BTreeSet;
use std::fmt::Display;

use crate::catalogues::Office;
use crate::election::{ElectionSetup, PhaseKind, Settings, Territory};
use crate::questionnaire::Limits;
use crate::term::Term;
use crate::text::CountingMode;
use crate::time::{Instant, spanish_date, spanish_moment};

/// Names that are spelled out where many come or go.
const MOST_NAMES: usize = 6;

/// One change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetupChange {
    /// What was and what would be.
    pub sentence: String,
    /// Whether it decides on whether, when or by how many something is published.
    pub decides_on_publication: bool,
}

/// Every change between two setups of an election.
#[must_use]
pub fn setup_changes(before: &ElectionSetup, after: &ElectionSetup) -> Vec<SetupChange> {
    let mut found = Changes::default();
    of_election(before, after, &mut found);
    found.deciding(moved_starts(before, after));
    of_phases(before, after, &mut found);
    of_places(before, after, &mut found);
    of_settings(&before.settings, &after.settings, &mut found);
    of_limits(&before.settings.limits, &after.settings.limits, &mut found);
    found.0
}

#[derive(Default)]
struct Changes(Vec<SetupChange>);

impl Changes {
    fn add(&mut self, sentence: String, decides_on_publication: bool) {
        self.0.push(SetupChange {
            sentence,
            decides_on_publication,
        });
    }

    fn deciding(&mut self, sentences: Vec<String>) {
        for it in sentences {
            self.add(it, true);
        }
    }

    /// «Plazo de captura: 20 días naturales; antes, 15 días naturales.»
    fn value(&mut self, label: &str, old: &dyn Display, new: &dyn Display, decides: bool) {
        let (old, new) = (old.to_string(), new.to_string());
        if old != new {
            self.add(format!("{label}: {new}; antes, {old}."), decides);
        }
    }
}

fn of_election(before: &ElectionSetup, after: &ElectionSetup, found: &mut Changes) {
    found.value("Nombre", &before.name, &after.name, false);
    found.value("Entidad", &before.entity, &after.entity, false);
    let (old, new) = (spanish_date(before.date), spanish_date(after.date));
    found.value("Jornada electoral", &old, &new, true);
    let (old, new) = (before.publication_ends(), after.publication_ends());
    if old != new {
        found.add(
            format!(
                "La publicación terminará el {} en vez del {}; al terminar, todo queda cerrado.",
                spanish_moment(new),
                spanish_moment(old)
            ),
            true,
        );
    }
}

/// The dates of phases, less those of publication, which are told by what follows from them.
fn of_phases(before: &ElectionSetup, after: &ElectionSetup, found: &mut Changes) {
    let said = |at: Option<Instant>| at.map_or_else(|| "sin fecha".to_owned(), spanish_moment);
    for kind in PhaseKind::ALL.iter().copied() {
        let (old, new) = (before.window(kind), after.window(kind));
        let decides = kind == PhaseKind::Review;
        let label = kind.label();
        if kind != PhaseKind::Publication {
            let starts = format!("Inicio de «{label}»");
            found.value(&starts, &said(old.starts), &said(new.starts), decides);
            let ends = format!("Término de «{label}»");
            found.value(&ends, &said(old.ends), &said(new.ends), decides);
        }
    }
}

fn of_places(before: &ElectionSetup, after: &ElectionSetup, found: &mut Changes) {
    let offices = |setup: &ElectionSetup| -> BTreeSet<String> {
        setup
            .offices
            .iter()
            .map(|it| it.label().to_owned())
            .collect()
    };
    come_and_go("Cargos en juego", &offices(before), &offices(after), found);
    let places = |setup: &ElectionSetup| -> BTreeSet<String> {
        setup.territories.iter().map(place).collect()
    };
    come_and_go("Territorios", &places(before), &places(after), found);
}

fn place(it: &Territory) -> String {
    format!("{} ({} {})", it.name, it.kind.label(), it.code)
}

fn come_and_go(label: &str, old: &BTreeSet<String>, new: &BTreeSet<String>, found: &mut Changes) {
    for (verb, names) in [
        ("se quita", old.difference(new).collect::<Vec<_>>()),
        ("se agrega", new.difference(old).collect()),
    ] {
        let shown: Vec<&str> = names
            .iter()
            .take(MOST_NAMES)
            .map(|it| it.as_str())
            .collect();
        let rest = names.len().saturating_sub(MOST_NAMES);
        let shown = shown.join(", ");
        match (names.len(), rest) {
            (0, _) => {}
            (_, 0) => found.add(format!("{label}: {verb} {shown}."), false),
            (_, rest) => found.add(format!("{label}: {verb} {shown} y {rest} más."), false),
        }
    }
}

fn of_settings(before: &Settings, after: &Settings, found: &mut Changes) {
    for ((label, old), (_, new)) in terms_of(before).into_iter().zip(terms_of(after)) {
        found.value(label, &old.label(), &new.label(), false);
    }
    let conditions = |it: &Settings| (it.four_eyes, it.signed_consent_required);
    of_conditions(conditions(before), conditions(after), found);
    for ((label, decides, old), (_, _, new)) in values_of(before).into_iter().zip(values_of(after))
    {
        found.value(label, &old, &new, decides);
    }
}

fn terms_of(it: &Settings) -> [(&'static str, Term); 5] {
    [
        ("Plazo de captura", it.capture_days),
        ("Plazo de revisión", it.review_days),
        ("Plazo para atender observaciones", it.observation_days),
        ("Plazo de una corrección ya publicada", it.correction_days),
        ("Plazo de captura de una sustitución", it.substitution_days),
    ]
}

/// What else there is, whether it decides on publication, and its words.
fn values_of(settings: &Settings) -> [(&'static str, bool, String); 5] {
    let Settings {
        capture_days: _,
        review_days: _,
        observation_days: _,
        correction_days: _,
        corrections_max,
        substitution_days: _,
        four_eyes: _,
        signed_consent_required: _,
        claim_minutes,
        suppression_below,
        report_days,
        photo_max_megabytes,
        limits: _,
    } = settings;
    [
        (
            "Correcciones después de publicar",
            true,
            corrections_max.to_string(),
        ),
        (
            "Reserva de una revisión",
            false,
            format!("{claim_minutes} minutos"),
        ),
        (
            "Cifras que se suprimen en la estadística, por debajo de",
            true,
            suppression_below.to_string(),
        ),
        (
            "Días entre un informe de avance y el siguiente",
            false,
            report_days.to_string(),
        ),
        (
            "Tamaño máximo de la fotografía",
            false,
            format!("{photo_max_megabytes} MB"),
        ),
    ]
}

/// Without what nothing is published: each before and after.
fn of_conditions(before: (bool, bool), after: (bool, bool), found: &mut Changes) {
    let ((eyes, signed), (new_eyes, new_signed)) = (before, after);
    if eyes != new_eyes {
        let sentence = if new_eyes {
            "Cada aprobación necesitará a una segunda persona."
        } else {
            "Bastará una sola persona para aprobar y publicar."
        };
        found.add(sentence.to_owned(), true);
    }
    if signed != new_signed {
        let sentence = if new_signed {
            "Nada se publicará sin una copia firmada del consentimiento expreso."
        } else {
            "Dejará de requerirse una copia firmada del consentimiento expreso."
        };
        found.add(sentence.to_owned(), true);
    }
}

fn of_limits(before: &Limits, after: &Limits, found: &mut Changes) {
    let way = |it: CountingMode| match it {
        CountingMode::WithoutSpaces => "sin espacios en blanco",
        CountingMode::Total => "todos los caracteres",
    };
    let (old, new) = (way(before.counting), way(after.counting));
    found.value("Conteo de caracteres", &old, &new, false);
    for ((label, old), (_, new)) in numbers_of(before).into_iter().zip(numbers_of(after)) {
        found.value(label, &old, &new, false);
    }
}

fn numbers_of(limits: &Limits) -> [(&'static str, u32); 13] {
    let Limits {
        counting: _,
        text_min,
        text_max,
        proposal_min,
        proposal_max,
        course_max,
        courses_max_items,
        url_max,
        email_max,
        address_max,
        contact_items_max,
        phone_digits,
        other_text_max,
        reason_max,
    } = *limits;
    [
        ("Mínimo de los textos", text_min),
        ("Máximo de los textos", text_max),
        ("Mínimo de las propuestas", proposal_min),
        ("Máximo de las propuestas", proposal_max),
        ("Máximo por curso", course_max),
        ("Número de cursos", courses_max_items),
        ("Máximo de las direcciones electrónicas", url_max),
        ("Máximo del correo electrónico", email_max),
        ("Máximo del domicilio", address_max),
        (
            "Número de correos, teléfonos y domicilios",
            contact_items_max,
        ),
        ("Dígitos del teléfono", phone_digits),
        ("Máximo de «Otra» u «Otro»", other_text_max),
        ("Máximo del motivo sin fotografía", reason_max),
    ]
}

/// The offices of which what is approved becomes public at another time.
fn moved_starts(before: &ElectionSetup, after: &ElectionSetup) -> Vec<String> {
    let offices: BTreeSet<Office> = before
        .offices
        .iter()
        .chain(&after.offices)
        .copied()
        .collect();
    let said = |start: Option<Instant>| match start {
        Some(at) => format!("a partir del {}", spanish_moment(at)),
        None => "en cuanto se apruebe".to_owned(),
    };
    offices
        .into_iter()
        .map(|it| {
            (
                it,
                before.publication_starts(it),
                after.publication_starts(it),
            )
        })
        .filter(|(_, old, new)| old != new)
        .map(|(office, old, new)| {
            format!(
                "«{}»: lo aprobado se publicará {}; antes, {}.",
                office.label(),
                said(new),
                said(old)
            )
        })
        .collect()
}

#[cfg(test)]
#[path = "setup_changes_tests.rs"]
mod setup_changes_tests;
