//! Findings of a text that has changed since: what can be kept until it is checked again.

use super::finding::Finding;

/// The findings of `before` as they stand in `after`: those before the change stay, those behind it
/// move along, those that it touches are gone until the text is checked again.
#[must_use]
pub fn carried(findings: &[Finding], before: &str, after: &str) -> Vec<Finding> {
    let same = |(one, other): &(char, char)| one == other;
    let (old, new) = (before.chars().count(), after.chars().count());
    let front = before.chars().zip(after.chars()).take_while(same).count();
    let room = old.min(new) - front;
    let ends = before.chars().rev().zip(after.chars().rev());
    let back = ends.take(room).take_while(same).count();
    let changed = front..old - back;
    findings
        .iter()
        .filter_map(|finding| {
            // A letter typed right beside a word makes another word of it.
            if finding.end < changed.start || (before == after) {
                return Some(finding.clone());
            }
            (finding.start > changed.end).then(|| Finding {
                start: finding.start + new - old,
                end: finding.end + new - old,
                ..finding.clone()
            })
        })
        .collect()
}

/// The text with `with` in the place of the span, in characters; `None` where the span is not in it.
#[must_use]
pub fn replaced(text: &str, start: usize, end: usize, with: &str) -> Option<String> {
    let (from, to) = (byte_at(text, start)?, byte_at(text, end)?);
    Some(format!("{}{with}{}", text.get(..from)?, text.get(to..)?))
}

/// What stands in the span, in characters.
#[must_use]
pub fn span(text: &str, start: usize, end: usize) -> Option<&str> {
    text.get(byte_at(text, start)?..byte_at(text, end)?)
}

fn byte_at(text: &str, at: usize) -> Option<usize> {
    let ends = std::iter::once(text.len());
    text.char_indices().map(|(at, _)| at).chain(ends).nth(at)
}

/// A place in characters as UTF-16 units, which is how browsers count.
#[must_use]
pub fn utf16(text: &str, at: usize) -> u32 {
    let units: usize = text.chars().take(at).map(char::len_utf16).sum();
    u32::try_from(units).unwrap_or(u32::MAX)
}

#[cfg(test)]
#[path = "edit_tests.rs"]
mod edit_tests;
