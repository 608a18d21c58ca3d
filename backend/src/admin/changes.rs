//! What differs between two versions of a document, for the audit.

use serde_json::Value;

/// Pointers to every value that differs between two versions of a document; lists are compared whole.
pub fn changed_pointers(before: &Value, after: &Value) -> Vec<String> {
    let mut found = Vec::new();
    collect_changes(String::new(), before, after, &mut found);
    found
}

fn collect_changes(at: String, before: &Value, after: &Value, found: &mut Vec<String>) {
    match (before, after) {
        (Value::Object(old), Value::Object(new)) => {
            let removed = old.keys().filter(|it| !new.contains_key(*it));
            for key in new.keys().chain(removed) {
                let nothing = Value::Null;
                let old = old.get(key).unwrap_or(&nothing);
                let new = new.get(key).unwrap_or(&nothing);
                collect_changes(format!("{at}/{key}"), old, new, found);
            }
        }
        (old, new) if old != new => found.push(at),
        _ => {}
    }
}

#[cfg(test)]
#[path = "changes_tests.rs"]
mod changes_tests;
