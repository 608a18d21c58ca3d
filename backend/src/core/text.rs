//! Free texts of requests that are no answers of a questionnaire: reasons, replies, legal bases.

use conoceles_shared::problem::FieldError;
use conoceles_shared::text::{CountingMode, count, has_forbidden_controls, normalise};

use super::error::Failure;

/// A text as it is stored: line ends as LF, outer white space gone, at least `min` characters.
///
/// # Errors
/// The field error at `pointer`: too short once white space is gone, or characters that no text
/// may hold.
pub fn plain_text(pointer: &str, text: &str, min: u64) -> Result<String, FieldError> {
    let text = normalise(text);
    if has_forbidden_controls(&text) {
        return Err(FieldError::new(
            pointer,
            "forbidden_character",
            "El texto tiene caracteres que no se admiten.",
        ));
    }
    if u64::from(count(&text, CountingMode::Total)) < min {
        return Err(FieldError::new(
            pointer,
            "too_short",
            format!("Debe tener al menos {min} caracteres."),
        ));
    }
    Ok(text)
}

impl From<FieldError> for Failure {
    fn from(error: FieldError) -> Self {
        Self::invalid(vec![error])
    }
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod text_tests;
