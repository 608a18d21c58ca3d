//! Where each key of a record stands in its bytes, found once, so that a list of some keys is put
//! together by copying bytes.

use std::ops::Range;

use conoceles_shared::api::query::{CandidacyQuery, FIELDS};
use serde::de::IgnoredAny;

use crate::core::error::Failure;

/// Which keys of a record a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChosenKeys([bool; FIELDS.len()]);

impl ChosenKeys {
    /// Those that `fields` names; none where the list shows summaries.
    #[must_use]
    pub fn of(query: &CandidacyQuery) -> Option<Self> {
        let named = FIELDS.map(|key| query.fields.contains(key));
        (!query.fields.is_empty()).then_some(Self(named))
    }
}

/// The keys of one record that `fields` can name, in the order of its bytes: twelve bytes each, 240 a
/// record at most.
#[derive(Debug, Clone)]
pub struct KeyPlaces(Box<[KeyPlace]>);

#[derive(Debug, Clone)]
struct KeyPlace {
    /// Which of `FIELDS`.
    field: u8,
    /// Where `"key":value` begins and ends.
    start: u32,
    end: u32,
}

impl KeyPlaces {
    /// Finds the keys of a stored record.
    ///
    /// # Errors
    /// It is not a JSON object without white space, as records are stored.
    pub fn find(text: &str) -> Result<Self, Failure> {
        let unreadable = || Failure::internal("a stored record is not canonical JSON");
        let mut places = Vec::with_capacity(FIELDS.len());
        for (key, place) in members(text).ok_or_else(unreadable)? {
            let field = FIELDS.iter().position(|it| *it == key);
            if let Some(field) = field.and_then(|it| u8::try_from(it).ok()) {
                places.push(KeyPlace {
                    field,
                    start: u32::try_from(place.start).map_err(|_| unreadable())?,
                    end: u32::try_from(place.end).map_err(|_| unreadable())?,
                });
            }
        }
        Ok(Self(places.into()))
    }

    /// Adds the object with the chosen keys of `text`, the record that these places were found in.
    pub fn write_chosen(&self, text: &str, chosen: ChosenKeys, out: &mut String) {
        let mut before = '{';
        for place in &self.0 {
            if !chosen.0.get(usize::from(place.field)).is_some_and(|it| *it) {
                continue;
            }
            out.push(before);
            before = ',';
            // Places are found in this text, at the ends of JSON values.
            out.push_str(text.get(place.bytes()).unwrap_or_default());
        }
        if before == '{' {
            out.push(before);
        }
        out.push('}');
    }
}

impl KeyPlace {
    fn bytes(&self) -> Range<usize> {
        let at = |it: u32| usize::try_from(it).unwrap_or(usize::MAX);
        at(self.start)..at(self.end)
    }
}

/// The members of a JSON object without white space: key, and where `"key":value` stands.
fn members(text: &str) -> Option<Vec<(&str, Range<usize>)>> {
    let mut found = Vec::new();
    let mut at = text.starts_with('{').then_some(1)?;
    if text.get(at..)? == "}" {
        return Some(found);
    }
    loop {
        let start = at;
        at += value_length(text.get(at..)?)?;
        let key = text.get(start..at)?.strip_prefix('"')?.strip_suffix('"')?;
        at += text.get(at..)?.starts_with(':').then_some(1)?;
        at += value_length(text.get(at..)?)?;
        found.push((key, start..at));
        match text.get(at..)? {
            "}" => return Some(found),
            rest => at += rest.starts_with(',').then_some(1)?,
        }
    }
}

/// How long the JSON value at the start of `text` is.
fn value_length(text: &str) -> Option<usize> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<IgnoredAny>();
    values.next()?.ok()?;
    Some(values.byte_offset())
}

#[cfg(test)]
#[path = "fragments_tests.rs"]
mod fragments_tests;
