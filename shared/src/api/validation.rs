//! From `validator`'s errors to ours: every one, with its pointer and a Spanish sentence.

use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

use crate::problem::FieldError;

/// Every error of a validated request, in the order of its fields.
#[must_use]
pub fn field_errors(errors: &ValidationErrors) -> Vec<FieldError> {
    let mut found = Vec::new();
    collect("", errors, &mut found);
    found.sort_by(|a, b| a.pointer.cmp(&b.pointer));
    found
}

fn collect(prefix: &str, errors: &ValidationErrors, found: &mut Vec<FieldError>) {
    for (field, kind) in errors.errors() {
        let pointer = format!("{prefix}/{field}");
        match kind {
            ValidationErrorsKind::Field(list) => {
                found.extend(list.iter().map(|it| {
                    let (code, detail) = explain(it);
                    FieldError::new(pointer.clone(), code, detail)
                }));
            }
            ValidationErrorsKind::Struct(inner) => collect(&pointer, inner, found),
            ValidationErrorsKind::List(items) => {
                for (at, inner) in items {
                    collect(&format!("{pointer}/{at}"), inner, found);
                }
            }
        }
    }
}

/// The stable code and the sentence of one error. A rule of our own brings its sentence along.
fn explain(error: &ValidationError) -> (String, String) {
    if let Some(message) = &error.message {
        return (error.code.to_string(), message.to_string());
    }
    let number = |name: &str| error.params.get(name).map(ToString::to_string);
    match (error.code.as_ref(), number("min"), number("max")) {
        ("length", Some(min), Some(max)) => (
            "length".into(),
            format!("Debe tener entre {min} y {max} caracteres."),
        ),
        ("length", Some(min), None) => (
            "too_short".into(),
            format!("Debe tener al menos {min} caracteres."),
        ),
        ("length", None, Some(max)) => (
            "too_long".into(),
            format!("Debe tener a lo más {max} caracteres."),
        ),
        ("range", Some(min), Some(max)) => (
            "out_of_range".into(),
            format!("Debe estar entre {min} y {max}."),
        ),
        ("range", None, Some(max)) => ("out_of_range".into(), format!("Debe ser a lo más {max}.")),
        ("range", Some(min), None) => ("out_of_range".into(), format!("Debe ser al menos {min}.")),
        (code, ..) => (code.to_owned(), "El valor no es válido.".into()),
    }
}
