//! What a document holds, in words: two versions of it are put side by side for people, who know no codes.

use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::i18n::desk::texts;

/// What stands at a place of a document: a text, a number, yes or no; nothing where nothing stands.
pub fn told_plainly(document: &Value, pointer: &str) -> String {
    let t = texts().two_versions;
    match document.pointer(pointer) {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => text.clone(),
        Some(Value::Bool(true)) => t.yes.to_owned(),
        Some(Value::Bool(false)) => t.no.to_owned(),
        Some(other) => other.to_string(),
    }
}

/// The same of what has words of its own.
pub fn told_as<T: DeserializeOwned>(
    document: &Value,
    pointer: &str,
    words: impl FnOnce(T) -> String,
) -> String {
    let found = document.pointer(pointer).cloned();
    let read = found.and_then(|it| serde_json::from_value(it).ok());
    read.map_or_else(String::new, words)
}

/// Several in one line.
pub fn told_together<T>(all: Vec<T>, words: impl Fn(T) -> String) -> String {
    let all: Vec<_> = all.into_iter().map(words).collect();
    all.join(", ")
}
