//! What an edit changes of an election, in words: each change a sentence with what was and what would
//! be, and whether it decides on publication, so that it takes two once something was submitted.

use std::collections::BTreeSet;
use std::fmt::Display;

use crate::catalogues::Office;
use crate::election::{ElectionSetup, PhaseKind, Settings, Territory};
use crate::questionnaire::Limits;
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
    fn value<T: PartialEq + Display>(&mut self, label: &str, old: &T, new: &T, decides: bool) {
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
    let kind = |drill| if drill { "simulacro" } else { "elección real" };
    found.value("Es", &kind(before.drill), &kind(after.drill), true);
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
    let Settings {
        capture_days: _,
        review_days: _,
        observation_days: _,
        correction_days: _,
        corrections_max,
        substitution_days: _,
        four_eyes,
        signed_consent_required,
        claim_minutes,
        suppression_below,
        photo_max_megabytes,
        limits: _,
    } = before;
    of_terms(before, after, found);
    found.value(
        "Correcciones después de publicar",
        corrections_max,
        &after.corrections_max,
        true,
    );
    switched(
        (*four_eyes, after.four_eyes),
        "Cada aprobación necesitará a una segunda persona.",
        "Bastará una sola persona para aprobar y publicar.",
        found,
    );
    switched(
        (*signed_consent_required, after.signed_consent_required),
        "Nada se publicará sin una copia firmada del consentimiento expreso.",
        "Dejará de requerirse una copia firmada del consentimiento expreso.",
        found,
    );
    let minutes = |it: u16| format!("{it} minutos");
    found.value(
        "Reserva de una revisión",
        &minutes(*claim_minutes),
        &minutes(after.claim_minutes),
        false,
    );
    found.value(
        "Cifras que se suprimen en la estadística, por debajo de",
        suppression_below,
        &after.suppression_below,
        false,
    );
    let size = |it: u8| format!("{it} MB");
    let (old, new) = (size(*photo_max_megabytes), size(after.photo_max_megabytes));
    found.value("Tamaño máximo de la fotografía", &old, &new, false);
}

/// What a setting that is on or off brings, once it is switched.
fn switched((old, new): (bool, bool), on: &str, off: &str, found: &mut Changes) {
    if old != new {
        found.add(if new { on } else { off }.to_owned(), true);
    }
}

fn of_terms(before: &Settings, after: &Settings, found: &mut Changes) {
    for (label, old, new) in [
        (
            "Plazo de captura",
            &before.capture_days,
            &after.capture_days,
        ),
        ("Plazo de revisión", &before.review_days, &after.review_days),
        (
            "Plazo para atender observaciones",
            &before.observation_days,
            &after.observation_days,
        ),
        (
            "Plazo de una corrección ya publicada",
            &before.correction_days,
            &after.correction_days,
        ),
        (
            "Plazo de captura de una sustitución",
            &before.substitution_days,
            &after.substitution_days,
        ),
    ] {
        found.value(label, &old.label(), &new.label(), false);
    }
}

fn of_limits(before: &Limits, after: &Limits, found: &mut Changes) {
    let Limits {
        counting,
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
    } = before;
    of_counting(*counting, after.counting, found);
    for (label, old, new) in [
        ("Mínimo de los textos", text_min, after.text_min),
        ("Máximo de los textos", text_max, after.text_max),
        ("Mínimo de las propuestas", proposal_min, after.proposal_min),
        ("Máximo de las propuestas", proposal_max, after.proposal_max),
        ("Máximo por curso", course_max, after.course_max),
        (
            "Número de cursos",
            courses_max_items,
            after.courses_max_items,
        ),
        (
            "Máximo de las direcciones electrónicas",
            url_max,
            after.url_max,
        ),
        ("Máximo del correo electrónico", email_max, after.email_max),
        ("Máximo del domicilio", address_max, after.address_max),
        (
            "Número de correos, teléfonos y domicilios",
            contact_items_max,
            after.contact_items_max,
        ),
        ("Dígitos del teléfono", phone_digits, after.phone_digits),
        (
            "Máximo de «Otra» u «Otro»",
            other_text_max,
            after.other_text_max,
        ),
        (
            "Máximo del motivo sin fotografía",
            reason_max,
            after.reason_max,
        ),
    ] {
        found.value(label, old, &new, false);
    }
}

fn of_counting(old: CountingMode, new: CountingMode, found: &mut Changes) {
    let way = |it: CountingMode| match it {
        CountingMode::WithoutSpaces => "sin espacios en blanco",
        CountingMode::Total => "todos los caracteres",
    };
    found.value("Conteo de caracteres", &way(old), &way(new), false);
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
