//! What is wrong with the parameters of an address, and reading those of an address that has one or
//! none. `pointer` is the parameter's name. Pages read theirs by `query`, which may ignore.

use std::str::FromStr;

use super::query_text::decode_pairs;
use crate::problem::FieldError;

/// A parameter that an address does not have; `allowed` are those that it has.
#[must_use]
pub fn unknown(key: &str, allowed: &[&str]) -> FieldError {
    let bare = bare_name(key);
    let detail = match allowed {
        _ if bare != key && allowed.contains(&bare) => {
            format!("Los parámetros van sin corchetes: {bare}=valor, o {bare}=uno,otro.")
        }
        [] => "Esta dirección no admite parámetros.".to_owned(),
        [one] => format!("No existe este parámetro. Solo se admite: {one}."),
        all => format!("No existe este parámetro. Se admiten: {}.", all.join(", ")),
    };
    FieldError::new(key, "unknown_parameter", detail)
}

/// The name that someone meant who writes lists as `office[]` or `filter[office]`.
fn bare_name(key: &str) -> &str {
    let Some((before, inside)) = key.split_once('[') else {
        return key;
    };
    match inside.strip_suffix(']') {
        Some(inside) if inside.is_empty() || inside.bytes().all(|it| it.is_ascii_digit()) => before,
        Some(inside) => inside,
        None => before,
    }
}

/// A parameter that has one value and was sent several times: which one counts would be a guess.
#[must_use]
pub fn repeated(key: &str) -> FieldError {
    FieldError::new(
        key,
        "repeated",
        "Este parámetro está duplicado: envíelo una sola vez.",
    )
}

/// A parameter that should be an id and is none.
#[must_use]
pub fn not_an_id(key: &str) -> FieldError {
    FieldError::new(
        key,
        "malformed_id",
        "El identificador no tiene la forma esperada.",
    )
}

/// The query of an address that has no parameters.
///
/// # Errors
/// Every parameter that was sent.
pub fn none(query: &str) -> Result<(), Vec<FieldError>> {
    let pairs = decode_pairs(query);
    let errors: Vec<_> = pairs.iter().map(|(key, _)| unknown(key, &[])).collect();
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}

/// The query of an address whose only parameter, `name`, is an id.
///
/// # Errors
/// Every other parameter, and an id that is none.
pub fn one_id<T: FromStr>(query: &str, name: &str) -> Result<Option<T>, Vec<FieldError>> {
    let mut id = None;
    let mut errors = Vec::new();
    let mut is_repeated = false;
    for (key, value) in decode_pairs(query) {
        if key != name {
            errors.push(unknown(&key, &[name]));
            continue;
        }
        if std::mem::replace(&mut is_repeated, true) {
            errors.push(repeated(name));
            continue;
        }
        match value.parse() {
            Ok(read) => id = Some(read),
            Err(_) => errors.push(not_an_id(name)),
        }
    }
    if errors.is_empty() {
        Ok(id)
    } else {
        Err(errors)
    }
}

#[cfg(test)]
#[path = "parameters_tests.rs"]
mod parameters_tests;
