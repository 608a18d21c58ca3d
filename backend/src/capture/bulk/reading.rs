//! From the bytes of an upload to the rows of the sheet that has our columns.

use conoceles_shared::problem::{Code, FieldError};

use super::columns::has_header;
use super::neutral;
use super::table::{LIMITS, Table};
use crate::core::error::Failure;
use crate::core::sheets::grid::Sheet;
use crate::core::sheets::read_spreadsheet;
use crate::core::sheets::trouble::{Reason, Trouble};

/// Reads an upload: of a workbook the first sheet that has the columns.
///
/// # Errors
/// 415 for anything but XLSX and CSV, 413 for too many rows or columns, 422 for a broken file.
pub fn read_sheet(bytes: &[u8]) -> Result<Table, Failure> {
    let book = read_spreadsheet(bytes, &LIMITS).map_err(refused)?;
    let mut found: Option<Table> = None;
    let mut first = None;
    for sheet in book.sheets {
        let name = sheet.name.clone().unwrap_or_default();
        let table = own(sheet);
        match &mut found {
            Some(found) if has_header(&table) => found.unread.push(name),
            None if has_header(&table) => found = Some(table),
            _ => first = first.or(Some(table)),
        }
    }
    Ok(found.or(first).unwrap_or_default())
}

/// A sheet with its cells as they were before they were neutralised, and those that a merged one
/// covers marked.
fn own(mut sheet: Sheet) -> Table {
    for cell in sheet.rows.iter_mut().flat_map(|it| &mut it.cells) {
        cell.text = neutral::restored(&cell.text).to_owned();
    }
    sheet.mark_covered_cells(LIMITS.columns);
    Table {
        rows: sheet.rows,
        hidden: sheet.hidden_rows,
        unread: Vec::new(),
    }
}

/// What a file is refused with that cannot be read.
pub fn refused(troubles: Vec<Trouble>) -> Failure {
    let reason = troubles.first().map(|it| it.reason);
    let told = |it: Trouble| match it.cell {
        Some(cell) => format!("{cell}: {}", it.text),
        None => it.text,
    };
    let mut texts = troubles.into_iter().map(told);
    let code = match reason {
        Some(Reason::TooLarge) => Code::TooLarge,
        Some(Reason::WrongKind) => Code::UnsupportedMediaType,
        _ => {
            let errors = texts.map(|it| FieldError::new("", "unreadable", it));
            return Failure::invalid(errors.collect());
        }
    };
    Failure::new(code, texts.next().unwrap_or_default())
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod reading_tests;
