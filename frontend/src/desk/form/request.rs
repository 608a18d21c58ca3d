//! From what a form holds to a request: what is missing first, then the rules of `shared`.

use conoceles_shared::api::field_errors;
use conoceles_shared::problem::{FieldError, Problem};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use validator::Validate;

use super::set_at;
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

/// The fields that cannot be left blank, for their marks.
pub fn required(fields: &[WantedField<'_>]) -> Vec<String> {
    fields
        .iter()
        .filter(|(_, _, want)| !matches!(want, Want::Any | Want::MaybeNumber))
        .map(|(pointer, ..)| (*pointer).to_owned())
        .collect()
}

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
    parse_request_with(value, fields, Vec::new())
}

/// The same with what else is wrong, in one round: what is missing does not hide what is wrong elsewhere.
pub fn parse_request_with<T: DeserializeOwned + Validate>(
    value: &Value,
    fields: &[WantedField<'_>],
    more: Vec<FieldError>,
) -> Result<T, Failure> {
    let mut errors = missing(value, fields);
    let told: Vec<_> = errors.iter().map(|it| it.pointer.clone()).collect();
    errors.extend(more);
    let filled = with_stand_ins(value, fields, &told);
    match serde_json::from_value::<T>(pruned(&filled)) {
        Ok(request) => {
            let own = request.validate().err();
            let own = own.map(|it| field_errors(&it)).unwrap_or_default();
            let is_told = |it: &FieldError| errors.iter().any(|told| told.pointer == it.pointer);
            let own: Vec<_> = own.into_iter().filter(|it| !is_told(it)).collect();
            errors.extend(labelled(own, fields));
            if errors.is_empty() {
                return Ok(request);
            }
        }
        Err(_) if errors.is_empty() => return Err(Failure::Unreadable),
        // A choice that is missing has no stand-in: what is known is told.
        Err(_) => {}
    }
    let place = |error: &FieldError| {
        let found = fields.iter().position(|(at, ..)| *at == error.pointer);
        found.unwrap_or(fields.len())
    };
    errors.sort_by_key(place);
    Err(refusal(errors))
}

/// The same value with something that reads at the fields that were told already.
fn with_stand_ins(value: &Value, fields: &[WantedField<'_>], told: &[String]) -> Value {
    let mut filled = value.clone();
    for (pointer, _, want) in fields {
        if !told.iter().any(|it| it == pointer) {
            continue;
        }
        let stand_in = match want {
            Want::Text => Value::from("pendiente"),
            Want::Number => Value::from(1),
            Want::Date => Value::from("2000-01-01"),
            Want::Choice | Want::MaybeNumber | Want::Any => Value::Null,
        };
        set_at(&mut filled, pointer, stand_in);
    }
    filled
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
