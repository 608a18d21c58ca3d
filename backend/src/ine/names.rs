//! The name of a person, whole: from one column or from several.

use conoceles_shared::text::{fold, single_line};

use super::columns::{Column, Columns};
use super::file_row::Row;
use super::values::given;

/// What a row says of a name.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Named {
    Whole(String),
    /// This column of it is empty.
    Without(Column),
}

/// The name of a row: given names before surnames.
pub(super) fn name(columns: &Columns, row: &Row) -> Named {
    let cell = |it: Column| given(columns.cell(row, it)).map(single_line);
    let surnames = match cell(Column::Surnames) {
        Some(both) => Some(both),
        None => {
            let parts = [Column::FirstSurname, Column::SecondSurname];
            let parts: Vec<String> = parts.into_iter().filter_map(cell).collect();
            (!parts.is_empty()).then(|| parts.join(" "))
        }
    };
    let apart = [Column::Surnames, Column::FirstSurname]
        .into_iter()
        .find(|it| columns.has(*it));
    let first = [Column::Name, Column::GivenNames]
        .into_iter()
        .find(|it| columns.has(*it))
        .unwrap_or(Column::Name);
    let Some(own) = cell(Column::Name).or_else(|| cell(Column::GivenNames)) else {
        return Named::Without(first);
    };
    match (surnames, apart) {
        (Some(surnames), _) if columns.has(Column::Name) && holds(&own, &surnames) => {
            Named::Whole(own)
        }
        (Some(surnames), _) => Named::Whole(format!("{own} {surnames}")),
        // A person whose surname the file does not have would be published without one.
        (None, Some(_)) if columns.has(Column::Name) && own.split(' ').count() > 2 => {
            Named::Whole(own)
        }
        (None, Some(column)) => Named::Without(column),
        (None, None) => Named::Whole(own),
    }
}

fn holds(name: &str, surnames: &str) -> bool {
    let words = |it: &str| {
        fold(it)
            .split(' ')
            .map(ToOwned::to_owned)
            .collect::<Vec<_>>()
    };
    let name = words(name);
    words(surnames).iter().all(|it| name.contains(it))
}

/// What is doubtful in a name.
pub(super) fn doubt(name: &str) -> Option<&'static str> {
    if is_nobody(name) {
        Some("no parece el nombre de una persona; si el lugar está vacante, quite la fila")
    } else if is_spaced_out(name) {
        Some("parece mal separado; revise los espacios")
    } else if name.split_whitespace().count() < 2 {
        Some("tiene una sola palabra; revise que esté completo")
    } else {
        None
    }
}

/// What lists write where there is no person.
const NOBODY: [&str; 14] = [
    "vacante",
    "vacio",
    "vacia",
    "sin registro",
    "sin candidat",
    "sin nombre",
    "sin dato",
    "sin postul",
    "por definir",
    "por confirmar",
    "pendiente",
    "desierto",
    "cancelad",
    "no registr",
];

/// Whether a name is none: a number, or words that say that nobody stands.
fn is_nobody(name: &str) -> bool {
    let plain = fold(name);
    let plain = plain.trim_matches(|it: char| !it.is_alphanumeric());
    !plain.chars().any(char::is_alphabetic) || NOBODY.iter().any(|it| plain.starts_with(it))
}

/// Letters that were set apart when a page was read by a machine: `G o m ez M o re n o`.
fn is_spaced_out(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let small = |it: &&&str| {
        let letters = it.chars().filter(|it| it.is_alphabetic()).count();
        let usual = ["de", "la", "el", "y", "e", "da", "do", "di", "al", "lo"];
        letters <= 2 && !it.ends_with('.') && !usual.contains(&fold(it).as_str())
    };
    let few = words.iter().filter(small).count();
    let lone = words
        .iter()
        .filter(|it| it.chars().count() == 1 && !matches!(fold(it).as_str(), "y" | "e"))
        .count();
    lone >= 2 || (words.len() > 3 && few * 2 > words.len())
}

#[cfg(test)]
#[path = "names_tests.rs"]
mod names_tests;
