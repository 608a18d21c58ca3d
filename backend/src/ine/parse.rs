//! From the bytes of a file to its sheets.

use super::finding::Finding;
use crate::core::sheets::grid::Book;
use crate::core::sheets::limits::Limits;
use crate::core::sheets::read_spreadsheet;

/// The largest file that is opened.
pub const MAX_BYTES: u64 = 50 * 1024 * 1024;

/// How much it may hold: every list of a federal election in one sheet.
const LIMITS: Limits = Limits {
    rows: 100_000,
    columns: 256,
    expanded: 192 * 1024 * 1024,
    text: 96 * 1024 * 1024,
    old_workbooks: true,
};

/// Reads a file.
///
/// # Errors
/// Every error of the file's form; never empty.
pub fn parse(bytes: &[u8]) -> Result<Book, Vec<Finding>> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(vec![Finding::file("es más grande que 50 MB")]);
    }
    let book = read_spreadsheet(bytes, &LIMITS)
        .map_err(|troubles| troubles.into_iter().map(Finding::from).collect::<Vec<_>>())?;
    if book.sheets.iter().all(|it| it.rows.is_empty()) {
        return Err(vec![Finding::file("no tiene filas")]);
    }
    Ok(book)
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod parse_tests;
