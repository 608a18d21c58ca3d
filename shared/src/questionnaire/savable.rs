//! What of a section can be saved while some of its fields are wrong: saving without being asked takes
//! the rest, and leaves the wrong ones as they were stored last.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::{Map, Value};

use super::{FieldIssue, Limits, Section, parse_on};

/// What can be saved of what was typed, and everything that is wrong with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Savable {
    /// What was typed, each wrong field as it is stored, or without an answer; none where the section
    /// is wrong as a whole.
    pub content: Option<Value>,
    /// Every issue of what was typed; none where all of it can be saved.
    pub issues: Vec<FieldIssue>,
}

/// How far a wrong field was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Retreat {
    /// The wrong items of its list.
    Items,
    /// All of it, to what is stored.
    Stored,
    /// All of it, to no answer.
    Unanswered,
}

impl Retreat {
    /// Farther than before, as far as it goes; what is in no list goes back whole.
    fn after(before: Option<Self>, in_list: bool) -> Option<Self> {
        match before {
            None if in_list => Some(Self::Items),
            None | Some(Self::Items) => Some(Self::Stored),
            Some(Self::Stored) => Some(Self::Unanswered),
            Some(Self::Unanswered) => None,
        }
    }
}

/// What of `typed` can be saved today over `stored`, the content that the server has.
#[must_use]
pub fn savable(
    today: NaiveDate,
    section: Section,
    typed: &Value,
    stored: &Value,
    limits: &Limits,
) -> Savable {
    let wrong = |content: &Value| parse_on(today, section, content, limits).err();
    let Some(issues) = wrong(typed) else {
        return Savable {
            content: Some(typed.clone()),
            issues: Vec::new(),
        };
    };
    let mut retreats = BTreeMap::new();
    let mut content = typed.clone();
    let mut left = Some(issues.clone());
    while let Some(open) = left {
        if !take_back(&mut content, stored, &open, &mut retreats) {
            return Savable {
                content: None,
                issues,
            };
        }
        left = wrong(&content);
    }
    Savable {
        content: Some(content),
        issues,
    }
}

/// Takes each field with an issue one step back; false where there is none left, or no field.
fn take_back(
    content: &mut Value,
    stored: &Value,
    open: &[FieldIssue],
    retreats: &mut BTreeMap<String, Retreat>,
) -> bool {
    let Value::Object(members) = content else {
        return false;
    };
    let fields: BTreeSet<&str> = open.iter().map(FieldIssue::field).collect();
    fields.into_iter().all(|field| {
        let items: BTreeSet<usize> = open
            .iter()
            .filter(|it| it.field() == field)
            .filter_map(|it| it.pointer.rsplit('/').next()?.parse().ok())
            .collect();
        let next = Retreat::after(retreats.get(field).copied(), !items.is_empty());
        let Some(retreat) = next.filter(|_| members.contains_key(field)) else {
            return false;
        };
        retreats.insert(field.to_owned(), retreat);
        match (retreat, stored.get(field)) {
            (Retreat::Items, before) => take_back_items(members, field, &items, before),
            (Retreat::Stored, Some(before)) => {
                members.insert(field.to_owned(), before.clone());
            }
            (Retreat::Stored, None) | (Retreat::Unanswered, _) => {
                members.insert(field.to_owned(), Value::Null);
            }
        }
        true
    })
}

/// Puts what is stored at the place of each wrong item, or nothing.
fn take_back_items(
    members: &mut Map<String, Value>,
    field: &str,
    wrong: &BTreeSet<usize>,
    stored: Option<&Value>,
) {
    let list = members.get_mut(field).and_then(|it| it.get_mut("value"));
    let Some(Value::Array(items)) = list else {
        return;
    };
    for index in wrong {
        let before = stored.and_then(|it| it.get("value")?.get(index));
        if let Some(item) = items.get_mut(*index) {
            *item = before.cloned().unwrap_or(Value::Null);
        }
    }
}

#[cfg(test)]
#[path = "savable_tests.rs"]
mod savable_tests;
