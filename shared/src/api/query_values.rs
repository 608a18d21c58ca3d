//! The values of the list's parameters: lists, codes of catalogues, codes of places.

use std::collections::BTreeSet;

use crate::catalogues::CatalogueRow;
use crate::problem::FieldError;

/// The values of a list; a space after a comma is none of it.
pub(super) fn listed(value: &str) -> impl Iterator<Item = &str> {
    value.split(',').map(str::trim)
}

/// Codes of a catalogue.
pub(super) fn add_codes<T: Ord + std::str::FromStr>(
    set: &mut BTreeSet<T>,
    key: &str,
    value: &str,
    rows: &'static [CatalogueRow],
) -> Result<(), FieldError> {
    for code in listed(value) {
        match code.parse() {
            Ok(found) => {
                set.insert(found);
            }
            Err(_) => return Err(not_allowed(key, rows.iter().map(|it| it.code))),
        }
    }
    Ok(())
}

/// Codes of places: digits, or an archive's own with the state before them (`15_2`).
pub(super) fn add_places(
    set: &mut BTreeSet<String>,
    key: &str,
    value: &str,
    length: std::ops::RangeInclusive<usize>,
) -> Result<(), FieldError> {
    for code in listed(value) {
        let is_number = length.contains(&code.len()) && code.bytes().all(|it| it.is_ascii_digit());
        if !is_number && !is_code_of_archive(code) {
            let (from, to) = (length.start(), length.end());
            let digits = if from == to {
                from.to_string()
            } else {
                format!("{from} a {to}")
            };
            return Err(FieldError::new(
                key,
                "invalid_format",
                format!("Escriba {digits} dígitos."),
            ));
        }
        set.insert(code.to_owned());
    }
    Ok(())
}

/// Whether a text is an archive's code of a place.
fn is_code_of_archive(code: &str) -> bool {
    const LONGEST: usize = 80;
    let is_state = |it: &str| it.len() == 2 && it.bytes().all(|it| it.is_ascii_digit());
    code.len() <= LONGEST
        && code.split_once('_').is_some_and(|(state, place)| {
            let plain = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'_';
            is_state(state) && !place.is_empty() && place.bytes().all(plain)
        })
}

/// A value that is none of those that are allowed.
pub(super) fn not_allowed<'a>(key: &str, allowed: impl Iterator<Item = &'a str>) -> FieldError {
    let allowed = allowed.collect::<Vec<_>>().join(", ");
    FieldError::new(key, "not_allowed", format!("Valores admitidos: {allowed}."))
}

/// A municipality whose ballot is asked for.
pub(super) fn ballot_code(value: &str) -> Result<String, FieldError> {
    const DIGITS: usize = 5;
    let is_number = value.len() == DIGITS && value.bytes().all(|it| it.is_ascii_digit());
    if !is_number && !is_code_of_archive(value) {
        return Err(FieldError::new(
            "ballot",
            "invalid_format",
            format!("Escriba los {DIGITS} dígitos del municipio en el INEGI."),
        ));
    }
    Ok(value.to_owned())
}
