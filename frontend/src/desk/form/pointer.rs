//! JSON pointers, and the ids of the controls they lead to.

use serde_json::{Map, Value};

/// The id (and name) of the control at a pointer. `/facebook/value` and `/facebook` are the same
/// control; `/courses/value/2` is `courses-2`; the root is the form itself.
pub fn control_id(pointer: &str) -> String {
    let parts: Vec<&str> = pointer
        .split('/')
        .filter(|part| !part.is_empty() && *part != "value")
        .collect();
    if parts.is_empty() {
        "formulario".to_owned()
    } else {
        parts.join("-")
    }
}

/// Whether editing the field at one pointer may mend an error at another: of the same control, of the
/// list or group it belongs to, or of a part of it.
pub fn may_mend(edited: &str, error: &str) -> bool {
    let (edited, error) = (control_id(edited), control_id(error));
    let within = |inner: &str, outer: &str| {
        let rest = inner.strip_prefix(outer);
        rest.is_some_and(|it| it.is_empty() || it.starts_with('-'))
    };
    within(&edited, &error) || within(&error, &edited)
}

/// The text at a pointer; empty where there is none.
pub fn text_at<'v>(value: &'v Value, pointer: &str) -> &'v str {
    value
        .pointer(pointer)
        .and_then(Value::as_str)
        .unwrap_or_default()
}

/// Puts `new` at a pointer, making the objects and lists on the way.
pub fn set_at(root: &mut Value, pointer: &str, new: Value) {
    let mut place = root;
    for key in pointer.split('/').filter(|key| !key.is_empty()) {
        place = match key.parse::<usize>() {
            Ok(index) => item(place, index),
            Err(_) => member(place, key),
        };
    }
    *place = new;
}

fn item(place: &mut Value, index: usize) -> &mut Value {
    if !place.is_array() {
        *place = Value::Array(Vec::new());
    }
    match place {
        Value::Array(items) => {
            if items.len() <= index {
                items.resize(index + 1, Value::Null);
            }
            &mut items[index]
        }
        other => other,
    }
}

fn member<'v>(place: &'v mut Value, key: &str) -> &'v mut Value {
    if !place.is_object() {
        *place = Value::Object(Map::new());
    }
    match place {
        Value::Object(members) => members.entry(key).or_insert(Value::Null),
        other => other,
    }
}

#[cfg(test)]
#[path = "pointer_tests.rs"]
mod pointer_tests;
