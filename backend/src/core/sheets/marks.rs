//! What the XML of a sheet says beside its cells: what is hidden, what was made one cell, and how
//! large it claims to be.

use std::collections::BTreeSet;

use super::grid::Area;
use super::trouble::Trouble;

/// The most merged areas of a sheet; sheets have been seen with thousands in one row.
pub const MAX_MERGED: usize = 20_000;
/// The last column of a sheet, counted from 1.
const LAST_COLUMN: usize = 16_384;

/// The marks of one sheet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Marks {
    /// By number.
    pub hidden_rows: BTreeSet<u32>,
    /// Counted from 0.
    pub hidden_columns: BTreeSet<usize>,
    pub merged: Vec<Area>,
}

impl Marks {
    /// Keeps merged areas: so many that one too many can be told, and no more.
    pub fn add_merged(&mut self, areas: impl IntoIterator<Item = Area>) {
        let room = (MAX_MERGED + 1).saturating_sub(self.merged.len());
        self.merged.extend(areas.into_iter().take(room));
    }

    /// The merged areas of the sheet of this name.
    ///
    /// # Errors
    /// There are more than are taken: what the others cover could not be told from empty cells.
    pub fn all_merged(&self, sheet: &str) -> Result<Vec<Area>, Trouble> {
        if self.merged.len() > MAX_MERGED {
            return Err(Trouble::many_merged(sheet, MAX_MERGED));
        }
        Ok(self.merged.clone())
    }
}

/// An element's start: its attributes as they stand.
#[derive(Debug, Clone, Copy)]
pub struct Element<'a> {
    attributes: &'a str,
    start: usize,
    end: usize,
}

impl Element<'_> {
    /// The value of an attribute, whatever its prefix.
    pub fn value(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        while let Some((before, after)) = rest.split_once('=') {
            let found = before.trim().rsplit([':', ' ', '\n', '\t']).next()?;
            let after = after.trim_start();
            let quote = after.chars().next().filter(|it| matches!(it, '"' | '\''))?;
            let (value, next) = after.get(1..)?.split_once(quote)?;
            if found == name {
                return Some(unescaped(value));
            }
            rest = next;
        }
        None
    }

    fn is(&self, name: &str) -> bool {
        self.value(name).is_some_and(|it| it == "1" || it == "true")
    }

    fn number(&self, name: &str) -> Option<u32> {
        self.value(name)?.parse().ok()
    }
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&")
}

/// The starts of the elements of a name, whatever its prefix.
pub fn elements<'a>(xml: &'a [u8], wanted: &'a str) -> impl Iterator<Item = Element<'a>> {
    all_elements(xml).filter_map(move |(name, element)| (name == wanted).then_some(element))
}

fn all_elements(xml: &[u8]) -> impl Iterator<Item = (&str, Element<'_>)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = xml.get(at..)?;
            let start = at + rest.iter().position(|it| *it == b'<')?;
            let inner = xml.get(start + 1..)?;
            let length = inner.iter().position(|it| *it == b'>')?;
            let end = start + 1 + length;
            at = end + 1;
            let Ok(tag) = std::str::from_utf8(inner.get(..length)?) else {
                continue;
            };
            if tag.starts_with('/') {
                continue;
            }
            let tag = tag.trim_end_matches('/');
            let (name, attributes) = tag.split_once([' ', '\n', '\t', '\r']).unwrap_or((tag, ""));
            let name = name.rsplit(':').next().unwrap_or(name);
            return Some((
                name,
                Element {
                    attributes,
                    start,
                    end: at,
                },
            ));
        }
    })
}

/// The marks of a sheet, and its XML without a size that no sheet has.
pub fn of_sheet(xml: &[u8]) -> (Marks, Option<Vec<u8>>) {
    let mut marks = Marks::default();
    let mut resized = None;
    let mut row = 0_u32;
    for (name, element) in all_elements(xml) {
        match name {
            "row" => {
                row = element.number("r").unwrap_or(row.saturating_add(1));
                if element.is("hidden") {
                    marks.hidden_rows.insert(row);
                }
            }
            "col" if element.is("hidden") => {
                let place = |it: u32| usize::try_from(it).unwrap_or(LAST_COLUMN).min(LAST_COLUMN);
                let first = element.number("min").map_or(1, place).max(1);
                let last = element.number("max").map_or(first, place);
                marks.hidden_columns.extend(first - 1..last);
            }
            "mergeCell" => marks.add_merged(element.value("ref").and_then(|it| area(&it))),
            "dimension" if resized.is_none() => {
                let sound = element.value("ref").is_some_and(|it| is_sound(&it));
                if !sound {
                    resized = Some(without(xml, element.start, element.end));
                }
            }
            _ => {}
        }
    }
    (marks, resized)
}

/// The XML with spaces in place of an element.
fn without(xml: &[u8], start: usize, end: usize) -> Vec<u8> {
    let mut xml = xml.to_vec();
    if let Some(element) = xml.get_mut(start..end) {
        element.fill(b' ');
    }
    xml
}

/// Whether the size that a sheet announces is one that its reader can calculate with.
fn is_sound(text: &str) -> bool {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    match (cell(first), cell(last)) {
        (Some(first), Some(last)) => first.0 <= last.0 && first.1 <= last.1,
        _ => false,
    }
}

fn area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':')?;
    let (first, last) = (cell(first)?, cell(last)?);
    Some(Area {
        rows: (first.0, last.0),
        columns: (first.1, last.1),
    })
}

/// Row from 1 and column from 0 of `C7`.
fn cell(text: &str) -> Option<(u32, usize)> {
    let text = text.replace('$', "");
    let digits = text.find(|it: char| it.is_ascii_digit())?;
    let (letters, row) = text.split_at_checked(digits)?;
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut column = 0_usize;
    for letter in letters.chars() {
        let place = letter.to_ascii_uppercase();
        if !place.is_ascii_uppercase() {
            return None;
        }
        let value = usize::try_from(u32::from(place) - u32::from('A')).ok()?;
        column = column * 26 + value + 1;
    }
    let row: u32 = row.parse().ok()?;
    (row > 0).then(|| (row, column.saturating_sub(1)))
}

#[cfg(test)]
#[path = "marks_tests.rs"]
mod marks_tests;
