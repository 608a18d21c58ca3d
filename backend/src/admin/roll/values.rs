//! What the cells of a roll mean in the catalogues' terms.

use chrono::{Days, NaiveDate};
use conoceles_shared::catalogues::{AffirmativeAction, Office, Role};
use conoceles_shared::text::{fold, without_enie};

use crate::ine::values::{self, with_principle};

/// How offices are written beside the ways of the INE's files, in the form of [`values::slug`].
const OFFICES: &[(Office, &[&str])] = &[
    (
        Office::Governorship,
        &["gobernador", "gobernadora", "gobernatura"],
    ),
    (
        Office::DeputyMr,
        &[
            "diputacion_mr",
            "diputado_mr",
            "diputada_mr",
            "diputaciones_mr",
            "diputado_local_mr",
            "diputacion_de_mayoria_relativa",
            "diputacion_por_mayoria_relativa",
        ],
    ),
    (
        Office::DeputyRp,
        &[
            "diputacion_rp",
            "diputado_rp",
            "diputada_rp",
            "diputaciones_rp",
            "diputado_local_rp",
            "diputacion_de_representacion_proporcional",
            "diputacion_por_representacion_proporcional",
        ],
    ),
    (
        Office::MunicipalPresidency,
        &[
            "presidencia",
            "presidente_municipal",
            "presidenta_municipal",
            "presidencias_municipales",
        ],
    ),
    (
        Office::Sindicatura,
        &[
            "sindico",
            "sindica",
            "sindicaturas",
            "sindicatura_municipal",
        ],
    ),
    (Office::Regiduria, &["regidor", "regidora", "regidurias"]),
];

/// Words by which an affirmative action is known, folded.
const ACTIONS: &[(AffirmativeAction, &[&str])] = &[
    (AffirmativeAction::Indigenous, &["indigena"]),
    (AffirmativeAction::Disability, &["discapacidad"]),
    (
        AffirmativeAction::Afromexican,
        &["afromexican", "afrodescend"],
    ),
    (
        AffirmativeAction::SexualDiversity,
        &["diversidad sexual", "lgbt"],
    ),
    (
        AffirmativeAction::Migrant,
        &[
            "migrante",
            "residentes en el extranjero",
            "residente en el extranjero",
        ],
    ),
    (AffirmativeAction::Young, &["joven", "jovenes", "juventud"]),
    (AffirmativeAction::Older, &["mayor"]),
];

/// The office that a cell names, with the principle that another says.
#[must_use]
pub fn office(cell: &str, principle: Option<&str>) -> Option<Office> {
    let whole = with_principle(&of_nobody(cell), principle);
    let plain = values::slug(&whole);
    let own = Office::ALL
        .iter()
        .copied()
        .find(|it| it.code() == plain || values::slug(it.label()) == plain);
    own.or_else(|| values::office(&whole).1).or_else(|| {
        let mut known = OFFICES.iter();
        known
            .find(|(_, ways)| ways.contains(&plain.as_str()))
            .map(|(office, _)| *office)
    })
}

/// «Diputada local» as «Diputación local»: the office, not who has it, so that a principle fits.
fn of_nobody(cell: &str) -> String {
    let (first, rest) = cell.split_once(' ').unwrap_or((cell, ""));
    if fold(first).starts_with("diputad") {
        format!("Diputación {rest}").trim_end().to_owned()
    } else {
        cell.to_owned()
    }
}

/// Titular or alternate.
#[must_use]
pub fn role(cell: &str) -> Option<Role> {
    let plain = values::slug(cell);
    let own = Role::ALL
        .iter()
        .copied()
        .find(|it| it.code() == plain || values::slug(it.label()) == plain);
    let short = match plain.as_str() {
        "p" | "prop" | "candidatura_propietaria" => Some(Role::Titular),
        "s" | "sup" | "supl" => Some(Role::Alternate),
        _ => None,
    };
    let said = || values::role(cell, None)?.code.parse().ok();
    own.or(short).or_else(said)
}

/// The affirmative actions that a cell lists.
///
/// # Errors
/// The first that is none.
pub fn affirmative_actions(cell: &str) -> Result<Vec<AffirmativeAction>, String> {
    let parts = cell.split([';', ',', '|', '\n']).map(str::trim);
    let mut found = Vec::new();
    for part in parts.filter(|it| !it.is_empty()) {
        let plain = without_enie(&fold(part));
        if matches!(
            plain.as_str(),
            "no" | "ninguna" | "ninguno" | "sin accion afirmativa"
        ) {
            continue;
        }
        let named = |it: &&AffirmativeAction| it.code() == plain || fold(it.label()) == plain;
        let by_word = || {
            let mut known = ACTIONS.iter();
            known
                .find(|(_, words)| words.iter().any(|it| plain.contains(it)))
                .map(|it| it.0)
        };
        let action = AffirmativeAction::ALL.iter().find(named).copied();
        found.push(action.or_else(by_word).ok_or_else(|| part.to_owned())?);
    }
    Ok(found)
}

/// A day as people and spreadsheets write it: `1985-03-02`, `02/03/1985`, `2-mar-1985`, or the number of
/// days that a spreadsheet keeps. What could be two days is the one with the day first.
#[must_use]
pub fn day(cell: &str) -> Option<NaiveDate> {
    let plain = fold(cell.trim());
    if let Some(serial) = serial_day(&plain) {
        return Some(serial);
    }
    let date = plain.split([' ', 't']).next().unwrap_or_default();
    let parts: Vec<&str> = if date.contains(['/', '-', '.']) {
        date.split(['/', '-', '.']).collect()
    } else {
        // «2 de marzo de 1985»
        plain
            .split(' ')
            .filter(|it| !it.is_empty() && *it != "de" && *it != "del")
            .collect()
    };
    let [first, middle, last] = parts.as_slice() else {
        return None;
    };
    let number = |it: &str| it.parse::<u32>().ok();
    let month = month(middle).or_else(|| number(middle))?;
    let (year, day) = if first.len() == 4 {
        (first.parse().ok()?, number(last)?)
    } else if last.len() == 4 {
        (last.parse().ok()?, number(first)?)
    } else {
        return None;
    };
    NaiveDate::from_ymd_opt(year, month, day)
}

/// A month by its Spanish name or its first letters.
fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ];
    if word.len() < 3 {
        return None;
    }
    let found = (1_u32..).zip(MONTHS).find(|(_, it)| it.starts_with(word));
    found.map(|(number, _)| number)
}

/// The days of a spreadsheet count from 30 December 1899; those of people of age, in five digits.
fn serial_day(plain: &str) -> Option<NaiveDate> {
    let whole = plain.split_once('.').map_or(plain, |(whole, _)| whole);
    let days: u64 = whole.parse().ok().filter(|_| whole.len() >= 4)?;
    let zero = NaiveDate::from_ymd_opt(1899, 12, 30)?;
    (3_000..60_000)
        .contains(&days)
        .then(|| zero.checked_add_days(Days::new(days)))?
}

#[cfg(test)]
#[path = "values_tests.rs"]
mod values_tests;
