//! Cells that a spreadsheet would take for a formula: an apostrophe before them, and away again.

use std::borrow::Cow;

/// What a formula may start with, and the white space that programs skip before one.
const STARTS: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// The text as it stands in CSV, where nothing else says that it is text.
pub fn neutralised(text: &str) -> Cow<'_, str> {
    if starts_formula(text.trim_start_matches('\'')) {
        Cow::Owned(format!("'{text}"))
    } else {
        Cow::Borrowed(text)
    }
}

/// The text as it stands in a sheet, whose cells say that they are text: one more apostrophe only
/// where [`restored`] would take one away.
pub fn guarded(text: &str) -> Cow<'_, str> {
    if text.starts_with('\'') {
        neutralised(text)
    } else {
        Cow::Borrowed(text)
    }
}

/// The text as it was before either of them.
pub fn restored(text: &str) -> &str {
    match text.strip_prefix('\'') {
        Some(rest) if starts_formula(rest.trim_start_matches('\'')) => rest,
        _ => text,
    }
}

/// Whether a spreadsheet would take the text for a formula.
pub fn starts_formula(text: &str) -> bool {
    text.starts_with(STARTS)
}

#[cfg(test)]
#[path = "neutral_tests.rs"]
mod neutral_tests;
