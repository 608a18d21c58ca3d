//! What every check of this feature shares: texts tidied before they are judged, and every error
//! reported at once.

use conoceles_shared::api::field_errors;
use conoceles_shared::curp;
use conoceles_shared::names::title_trouble;
use conoceles_shared::problem::FieldError;
use conoceles_shared::text::{has_forbidden_controls, single_line};
use validator::Validate;

use crate::core::error::Failure;

/// One line, outer white space gone.
pub fn tidy(text: &mut String) {
    *text = single_line(text);
}

/// The same; a blank text is none.
pub fn tidy_optional(text: &mut Option<String>) {
    *text = text
        .take()
        .map(|it| single_line(&it))
        .filter(|it| !it.is_empty());
}

/// A key such as the CURP: in capitals, without spaces and hyphens; a blank one is none.
pub fn tidy_key(text: &mut Option<String>) {
    *text = text
        .take()
        .map(|it| curp::tidy_key(&it))
        .filter(|it| !it.is_empty());
}

/// The fields' own errors, to be joined by those of the rules across fields.
pub fn own_errors(value: &impl Validate) -> Vec<FieldError> {
    value
        .validate()
        .err()
        .map(|it| field_errors(&it))
        .unwrap_or_default()
}

/// Reports characters that no text may hold.
pub fn characters(errors: &mut Vec<FieldError>, pointer: &str, text: &str) {
    if has_forbidden_controls(text) {
        errors.push(FieldError::new(
            pointer,
            "forbidden_character",
            "Contiene un carácter invisible que no se admite.",
        ));
    }
}

/// Reports what the name of an election or a territory cannot have.
pub fn title(errors: &mut Vec<FieldError>, pointer: &str, text: &str) {
    characters(errors, pointer, text);
    if let Some(why) = title_trouble(text) {
        errors.push(FieldError::new(pointer, "forbidden_character", why));
    }
}

/// Ends the checks.
///
/// # Errors
/// 422 with every error, by pointer.
pub fn finish(mut errors: Vec<FieldError>) -> Result<(), Failure> {
    if errors.is_empty() {
        return Ok(());
    }
    errors.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    Err(Failure::invalid(errors))
}
