//! What an election's setup must hold, across its fields.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Duration;
use conoceles_shared::api::admin::Registration;
use conoceles_shared::catalogues::{Office, TerritoryKind};
use conoceles_shared::election::{CaptureDates, ElectionSetup, Phase, PhaseKind, Territory};
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::FieldError;
use conoceles_shared::time::Instant;

use super::{check, publication_dates};
use crate::publication::store::renewals::NamedInRecords;

/// Longest code of a territory; registrations name it.
const CODE_MAX: usize = 10;
/// Longest name of a territory.
const NAME_MAX: usize = 160;
/// Hours between a change of the end of publication and that end: nothing leads back from it.
const LEAST_NOTICE_HOURS: i64 = 24;

/// Tidies every text.
pub fn tidy(setup: &mut ElectionSetup) {
    check::tidy(&mut setup.name);
    check::tidy(&mut setup.entity);
    for territory in &mut setup.territories {
        check::tidy(&mut territory.code);
        check::tidy(&mut territory.name);
    }
}

/// Every error of a setup.
pub fn errors(setup: &ElectionSetup) -> Vec<FieldError> {
    let mut errors = check::own_errors(setup);
    check::title(&mut errors, "/name", &setup.name);
    check::title(&mut errors, "/entity", &setup.entity);
    if setup.archived {
        errors.push(FieldError::new(
            "/archived",
            "not_allowed",
            "Un archivo histórico solo se crea al importar.",
        ));
    }
    territories(&setup.territories, &mut errors);
    offices(setup, &mut errors);
    phases(&setup.phases, &mut errors);
    publication_dates::errors(setup, &mut errors);
    for (field, sentence) in setup.settings.limits.contradictions() {
        errors.push(FieldError::new(
            format!("/settings/limits/{field}"),
            "contradiction",
            format!("No es posible: {sentence}."),
        ));
    }
    errors
}

fn territories(territories: &[Territory], errors: &mut Vec<FieldError>) {
    let mut seen = BTreeMap::new();
    for (at, it) in territories.iter().enumerate() {
        let code = format!("/territories/{at}/code");
        if let Some(expected) = malformed(it) {
            errors.push(FieldError::new(code.clone(), "invalid_format", expected));
        }
        let name = format!("/territories/{at}/name");
        if it.name.is_empty() || it.name.chars().count() > NAME_MAX {
            errors.push(FieldError::new(
                name.clone(),
                "length",
                format!("Debe tener entre 1 y {NAME_MAX} caracteres."),
            ));
        }
        check::title(errors, &name, &it.name);
        if let Some(first) = seen.insert((it.kind, it.code.as_str()), at) {
            errors.push(FieldError::new(
                code,
                "duplicate",
                format!("Repite la clave del territorio número {}.", first + 1),
            ));
        }
    }
}

/// What the code should look like, if it does not.
fn malformed(territory: &Territory) -> Option<&'static str> {
    let code = territory.code.as_str();
    let digits = !code.is_empty() && code.bytes().all(|it| it.is_ascii_digit());
    match territory.kind {
        TerritoryKind::State if !digits || code.len() != 2 => {
            Some("La clave de una entidad tiene los dos dígitos del INEGI.")
        }
        TerritoryKind::Municipality if !digits || code.len() != 5 => {
            Some("La clave de un municipio tiene los cinco dígitos del INEGI.")
        }
        TerritoryKind::LocalDistrict | TerritoryKind::FederalDistrict
            if !digits || code.len() > 3 || code.starts_with('0') =>
        {
            Some("La clave de un distrito es su número, sin ceros delante.")
        }
        TerritoryKind::Circumscription
            if code.is_empty()
                || code.len() > CODE_MAX
                || !code.bytes().all(|it| it.is_ascii_alphanumeric()) =>
        {
            Some("Escriba una clave de hasta 10 letras sin acentos o números.")
        }
        _ => None,
    }
}

fn offices(setup: &ElectionSetup, errors: &mut Vec<FieldError>) {
    let mut seen = BTreeSet::new();
    for (at, office) in setup.offices.iter().enumerate() {
        let pointer = format!("/offices/{at}");
        if !seen.insert(*office) {
            errors.push(FieldError::new(
                pointer.clone(),
                "duplicate",
                "El cargo está repetido.",
            ));
        }
        let kind = office.territory_kind();
        if !setup.territories.iter().any(|it| it.kind == kind) {
            errors.push(FieldError::new(
                pointer,
                "territory_missing",
                format!(
                    "«{}» se elige por «{}» y el catálogo no tiene ningún territorio así.",
                    office.label(),
                    kind.label()
                ),
            ));
        }
    }
}

fn phases(phases: &[Phase], errors: &mut Vec<FieldError>) {
    for (at, phase) in phases.iter().enumerate() {
        if let (Some(starts), Some(ends)) = (phase.starts, phase.ends)
            && starts > ends
        {
            errors.push(FieldError::new(
                format!("/phases/{at}/ends"),
                "before_start",
                format!("«{}» termina antes de empezar.", phase.kind.label()),
            ));
        }
    }
    let order = |kind: PhaseKind| PhaseKind::ALL.iter().position(|it| *it == kind);
    let mut starts = None;
    for (at, phase) in phases.iter().enumerate() {
        if let Some(before) = at.checked_sub(1).and_then(|it| phases.get(it))
            && order(before.kind) >= order(phase.kind)
        {
            errors.push(FieldError::new(
                format!("/phases/{at}/kind"),
                "out_of_order",
                format!(
                    "«{}» no puede ir después de «{}».",
                    phase.kind.label(),
                    before.kind.label()
                ),
            ));
        }
        if phase.starts.is_some() && phase.starts < starts {
            errors.push(FieldError::new(
                format!("/phases/{at}/starts"),
                "out_of_order",
                format!(
                    "«{}» empieza antes que una fase anterior.",
                    phase.kind.label()
                ),
            ));
        }
        starts = starts.max(phase.starts);
    }
}

/// What an edit may not do to time that is already running, because nothing leads back: publish
/// nothing any more as of a moment past, end the review as of one, or shorten a capture period that a
/// receipt started.
pub fn running(
    before: &ElectionSetup,
    after: &ElectionSetup,
    dates: &[CaptureDates],
    now: Instant,
) -> Vec<FieldError> {
    let mut errors = Vec::new();
    let ends = after.publication_ends();
    let soonest = now + Duration::hours(LEAST_NOTICE_HOURS);
    if ends != before.publication_ends() && ends < soonest {
        errors.push(FieldError::new(
            end_of_publication(after),
            "too_soon",
            "La publicación terminaría en menos de 24 horas y todo quedaría cerrado sin remedio.",
        ));
    }
    let review = after.window(PhaseKind::Review).ends;
    if review != before.window(PhaseKind::Review).ends && review.is_some_and(|it| it < now) {
        errors.push(FieldError::new(
            phase_end(after, PhaseKind::Review).unwrap_or_else(|| "/phases".to_owned()),
            "in_the_past",
            "La revisión no puede terminar en un momento que ya pasó.",
        ));
    }
    let shortens = |changed: &ElectionSetup| {
        dates
            .iter()
            .any(|it| is_shortened(it, before, changed, now))
    };
    let mut changed = before.clone();
    changed.settings.capture_days = after.settings.capture_days;
    if shortens(&changed) {
        errors.push(FieldError::new(
            "/settings/capture_days",
            "in_use",
            format!(
                "Ya hay acuses con un plazo de {}: puede ampliarse, no reducirse.",
                before.settings.capture_days.label()
            ),
        ));
    }
    changed = before.clone();
    changed.phases.clone_from(&after.phases);
    if shortens(&changed) {
        errors.push(FieldError::new(
            moved_capture_date(before, after),
            "in_use",
            "Acortaría o detendría un plazo de captura que ya corre: puede ampliarse, no reducirse.",
        ));
    }
    errors
}

/// The field that the end of publication comes from.
fn end_of_publication(setup: &ElectionSetup) -> String {
    phase_end(setup, PhaseKind::Publication).unwrap_or_else(|| "/date".to_owned())
}

/// The field of the end of a phase that has one.
fn phase_end(setup: &ElectionSetup, kind: PhaseKind) -> Option<String> {
    let ends = |it: &Phase| it.kind == kind && it.ends.is_some();
    let at = setup.phases.iter().position(ends)?;
    Some(format!("/phases/{at}/ends"))
}

/// The field of the capture phase that an edit changed.
fn moved_capture_date(before: &ElectionSetup, after: &ElectionSetup) -> String {
    let kind = PhaseKind::Capture;
    match after.phases.iter().position(|it| it.kind == kind) {
        Some(at) if after.window(kind).ends != before.window(kind).ends => {
            format!("/phases/{at}/ends")
        }
        Some(at) => format!("/phases/{at}/starts"),
        None => "/phases".to_owned(),
    }
}

/// Whether a capture period would get worse: one that runs would end earlier or be held up, one that has
/// not begun would be over at once.
fn is_shortened(
    dates: &CaptureDates,
    before: &ElectionSetup,
    after: &ElectionSetup,
    now: Instant,
) -> bool {
    let unended = dates.period(before).filter(|it| !it.is_over(now));
    let Some((old, new)) = unended.zip(dates.period(after)) else {
        return false;
    };
    let runs = old.starts <= now;
    let is_worse = new.ends < old.ends || new.starts > now;
    runs && is_worse || new.is_over(now) || new.ends < new.starts
}

/// Whether an edit takes away an office or a territory, so that its use must be looked up.
pub fn removes(before: &ElectionSetup, after: &ElectionSetup) -> bool {
    before.offices.iter().any(|it| !after.offices.contains(it))
        || before
            .territories
            .iter()
            .any(|it| after.territory(it.kind, &it.code).is_none())
}

/// The offices and territories that registered candidacies need and `setup` lacks.
pub fn missing(setup: &ElectionSetup, registered: &[Registration]) -> Vec<FieldError> {
    let offices: BTreeSet<Office> = registered.iter().map(|it| it.office).collect();
    let territories: BTreeSet<(TerritoryKind, &str)> = registered
        .iter()
        .map(|it| (it.territory_kind, it.territory_code.as_str()))
        .collect();
    let mut errors = Vec::new();
    for office in offices.into_iter().filter(|it| !setup.offices.contains(it)) {
        errors.push(FieldError::new(
            "/offices",
            "in_use",
            format!("Hay candidaturas registradas para «{}».", office.label()),
        ));
    }
    for (kind, code) in territories {
        if setup.territory(kind, code).is_none() {
            errors.push(FieldError::new(
                "/territories",
                "in_use",
                format!("Hay candidaturas registradas en «{} {code}».", kind.label()),
            ));
        }
    }
    errors
}

/// What public records repeat of a setup and an edit changes. Its day as well, which ages follow.
pub fn renamed_in_records(
    id: &ElectionId,
    before: &ElectionSetup,
    after: &ElectionSetup,
) -> Vec<NamedInRecords> {
    if before.name != after.name || before.date != after.date {
        return vec![NamedInRecords::Election(id.clone())];
    }
    let renamed = after.territories.iter().filter(|it| {
        let old = before.territory(it.kind, &it.code);
        old.is_some_and(|old| old.name != it.name)
    });
    renamed
        .map(|it| NamedInRecords::Territory {
            election: id.clone(),
            kind: it.kind,
            code: it.code.clone(),
        })
        .collect()
}

#[cfg(test)]
#[path = "setup_rules_tests.rs"]
mod setup_rules_tests;
