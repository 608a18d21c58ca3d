//! From what a form holds to a request: what is missing first, then the rules of `shared`.

use conoceles_shared::api::field_errors;
use conoceles_shared::problem::{FieldError, Problem};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use validator::Validate;

use crate::desk::client::Failure;
use crate::desk::clock;
use crate::i18n::desk::texts;

/// What a field must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Want {
    Text,
    Choice,
    Number,
    /// A whole number, or nothing.
    MaybeNumber,
    Date,
    /// Anything; only its label is needed here.
    Any,
}

/// A field: its pointer, its label, what it must hold.
pub type WantedField<'a> = (&'a str, &'a str, Want);

/// A refusal with these errors, as the server would send it.
pub fn refusal(errors: Vec<FieldError>) -> Failure {
    Failure::Refused(Box::new(Problem::invalid(errors)))
}

/// Everything that is missing or of the wrong kind.
pub fn missing(value: &Value, fields: &[WantedField<'_>]) -> Vec<FieldError> {
    let t = texts().form;
    let wrong = |pointer: &str, want: Want| {
        let found = value.pointer(pointer);
        let text = found.and_then(Value::as_str).unwrap_or_default().trim();
        let is_number = found.is_some_and(Value::is_number);
        match want {
            Want::Text if text.is_empty() => Some(t.text_wanted),
            Want::Choice if text.is_empty() => Some(t.choice_wanted),
            Want::Number if !is_number => Some(t.number_wanted),
            Want::MaybeNumber if !is_number && !text.is_empty() => Some(t.number_wanted),
            Want::Date if clock::date(text).is_none() => Some(t.date_wanted),
            _ => None,
        }
    };
    fields
        .iter()
        .filter_map(|(pointer, label, want)| {
            wrong(pointer, *want)
                .map(|what| FieldError::new(*pointer, "required", format!("{label}: {what}")))
        })
        .collect()
}

/// The request, or every error with the label of its field.
pub fn parse_request<T: DeserializeOwned + Validate>(
    value: &Value,
    fields: &[WantedField<'_>],
) -> Result<T, Failure> {
    let errors = missing(value, fields);
    if !errors.is_empty() {
        return Err(refusal(errors));
    }
    let request: T = serde_json::from_value(pruned(value)).map_err(|_| Failure::Unreadable)?;
    match request.validate() {
        Ok(()) => Ok(request),
        Err(why) => Err(refusal(labelled(field_errors(&why), fields))),
    }
}

/// Errors with the label of their field before them.
pub fn labelled(errors: Vec<FieldError>, fields: &[WantedField<'_>]) -> Vec<FieldError> {
    errors
        .into_iter()
        .map(|it| {
            let label = fields.iter().find(|(pointer, ..)| *pointer == it.pointer);
            let detail = match label {
                Some((_, label, _)) => format!("{label}: {}", it.detail),
                None => it.detail,
            };
            FieldError { detail, ..it }
        })
        .collect()
}

/// The same value without blanks, so that an empty field is an absent one.
pub fn pruned(value: &Value) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| (key.clone(), pruned(value)))
            .filter(|(_, value)| !value.is_null())
            .collect::<Map<_, _>>()
            .into(),
        Value::Array(items) => Value::Array(
            items
                .iter()
                .map(pruned)
                .filter(|it| !it.is_null())
                .collect(),
        ),
        Value::String(text) if text.trim().is_empty() => Value::Null,
        Value::String(text) => Value::String(text.trim().to_owned()),
        other => other.clone(),
    }
}

#[cfg(test)]
#[path = "request_tests.rs"]
mod request_tests;
