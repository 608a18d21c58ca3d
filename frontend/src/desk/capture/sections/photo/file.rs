//! What is wrong with a chosen picture that can be seen without reading it.

use chrono::NaiveDate;
use conoceles_shared::problem::FieldError;
use conoceles_shared::questionnaire::photo_day_ahead;
use leptos::web_sys::File;
use serde_json::Value;

use crate::i18n::desk::texts;

/// The field of a chosen picture: the form has it, the section does not.
pub const FILE: &str = "/file";

/// The media types of pictures that are accepted, as a file input lists them.
pub const PICTURES: &str = "image/jpeg,image/png,image/webp";

/// What is wrong with a file that can be seen without reading it.
pub fn check_file(file: &File, max_megabytes: u8) -> Result<(), Vec<FieldError>> {
    let t = texts().sections;
    let mut errors = Vec::new();
    if !PICTURES.split(',').any(|it| it == file.type_()) {
        errors.push(FieldError::new(FILE, "invalid_format", t.file_type));
    }
    if file.size() > f64::from(max_megabytes) * 1_048_576.0 {
        errors.push(FieldError::new(
            FILE,
            "too_large",
            (t.file_size)(max_megabytes),
        ));
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors)
    }
}

/// The same of a picture that is sent today with its day, which would be refused only after the
/// picture went.
pub fn check_picture(
    file: &File,
    max_megabytes: u8,
    content: &Value,
    today: NaiveDate,
) -> Result<(), Vec<FieldError>> {
    let file = check_file(file, max_megabytes);
    let Some(ahead) = photo_day_ahead(content, today) else {
        return file;
    };
    let mut errors = file.err().unwrap_or_default();
    errors.push(ahead.into());
    Err(errors)
}
