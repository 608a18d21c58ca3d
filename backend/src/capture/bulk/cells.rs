//! Between the content of a section and its cells. What may stand in an answer is decided by the
//! questionnaire's own `parse` alone: here cells only become the JSON that it reads.

use conoceles_shared::catalogues::catalogue;
use conoceles_shared::questionnaire::{
    Completeness, FieldKind, FieldSpec, Section, SectionContent, fields,
};
use conoceles_shared::text::{fold, single_line};
use serde_json::{Map, Value, json};

/// The literal text of an explicit «No proporcionó».
pub const fn declined() -> &'static str {
    Completeness::NotProvided.label()
}

/// What the cell of a field shows of a content.
pub fn written(content: Option<&SectionContent>, field: &FieldSpec) -> String {
    let Some(content) = content.map(SectionContent::to_value) else {
        return String::new();
    };
    let (answer, inner) = match field.kind {
        FieldKind::LongText => (&content, "text"),
        _ => (&content[field.id], "value"),
    };
    if answer["not_provided"] == json!(true) {
        return declined().to_owned();
    }
    match (&answer[inner], field.kind) {
        (Value::String(code), FieldKind::Catalogue(name)) => label(name, code),
        (Value::String(text), _) => text.clone(),
        (Value::Array(items), _) => joined(items),
        _ => String::new(),
    }
}

/// The fields that are answered in what is stored and not in what would replace it.
pub fn deleted(
    stored: Option<&SectionContent>,
    content: &SectionContent,
) -> impl Iterator<Item = &'static FieldSpec> {
    let own = move |it: &&FieldSpec| it.section == content.section();
    let gone = move |it: &&FieldSpec| {
        !written(stored, it).is_empty() && written(Some(content), it).is_empty()
    };
    fields().iter().filter(own).filter(gone)
}

/// The body of a section as `parse` reads it: what is stored, with these cells in its place.
pub fn body(
    section: Section,
    stored: Option<&SectionContent>,
    cells: &[(&FieldSpec, &str)],
) -> Value {
    if section.is_text() {
        let answer = cells.first().and_then(|(field, cell)| answer(field, cell));
        return answer.unwrap_or_else(|| json!({ "text": "" }));
    }
    let mut body = match stored.map(SectionContent::to_value) {
        Some(Value::Object(map)) => map,
        _ => Map::new(),
    };
    for (field, cell) in cells {
        match answer(field, cell) {
            Some(answer) => body.insert(field.id.to_owned(), answer),
            None => body.remove(field.id),
        };
    }
    Value::Object(body)
}

/// The answer that a cell gives; `None` where it is blank.
fn answer(field: &FieldSpec, cell: &str) -> Option<Value> {
    let plain = fold(&single_line(cell));
    if plain.is_empty() {
        return None;
    }
    if plain.trim_end_matches('.') == fold(declined()) {
        return Some(json!({ "not_provided": true }));
    }
    Some(match field.kind {
        FieldKind::LongText => json!({ "text": cell }),
        FieldKind::Phones => {
            let phones = items(cell).into_iter().map(without_decimals);
            json!({ "value": phones.collect::<Vec<_>>() })
        }
        FieldKind::Lines | FieldKind::Emails | FieldKind::Addresses => {
            json!({ "value": items(cell) })
        }
        FieldKind::Catalogue(name) => json!({ "value": code(name, &plain, cell) }),
        _ => json!({ "value": cell }),
    })
}

/// Several values in one cell, one a line. A single one that holds a semicolon gets a line break
/// of its own, so that it is not taken apart when it is read back.
fn joined(items: &[Value]) -> String {
    let items: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
    match items.as_slice() {
        [only] if only.contains(';') => format!("{only}\n"),
        all => all.join("\n"),
    }
}

/// The values of a cell: one a line, or in a cell of one line parted by semicolons.
fn items(cell: &str) -> Vec<&str> {
    let sign = if cell.contains(['\n', '\r']) {
        ['\n', '\r']
    } else {
        [';', ';']
    };
    cell.split(sign)
        .filter(|it| !it.trim().is_empty())
        .collect()
}

/// A telephone that a program wrote as a number: `5510000002.0`.
fn without_decimals(phone: &str) -> &str {
    match phone.trim().strip_suffix(".0") {
        Some(digits) if digits.bytes().all(|it| it.is_ascii_digit()) => digits,
        _ => phone,
    }
}

fn label(name: &str, code: &str) -> String {
    let entries = catalogue(name).unwrap_or_default();
    let found = entries.into_iter().find(|(it, _)| it == code);
    found.map_or_else(|| code.to_owned(), |(_, label)| label)
}

/// The code of a label, whatever its accents and case; what is neither goes on as it came, to be
/// refused with the rest.
fn code(name: &str, plain: &str, cell: &str) -> String {
    let entries = catalogue(name).unwrap_or_default();
    let is = |(code, label): &(String, String)| fold(label) == plain || code == plain;
    let found = entries.into_iter().find(is);
    found.map_or_else(|| cell.to_owned(), |(code, _)| code)
}

#[cfg(test)]
#[path = "cells_tests.rs"]
mod cells_tests;
