//! From the bytes of an upload to the rows of the sheet that has our columns.

use conoceles_shared::problem::{Code, FieldError};

use super::columns::has_header;
use super::neutral;
use super::table::{LIMITS, Table};
use crate::core::error::Failure;
use crate::core::sheets::grid::{Cell, Sheet};
use crate::core::sheets::read_spreadsheet;
use crate::core::sheets::slips::Slip;
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
fn own(sheet: Sheet) -> Table {
    let mut rows = sheet.rows;
    for row in &mut rows {
        for cell in &mut row.cells {
            cell.text = neutral::restored(&cell.text).to_owned();
        }
        let across = sheet
            .merged
            .iter()
            .filter(|it| (it.rows.0..=it.rows.1).contains(&row.number));
        for area in across {
            let wide = usize::try_from(LIMITS.columns).unwrap_or(0);
            let last = area.columns.1.min(wide.saturating_sub(1));
            for at in area.columns.0..=last {
                if !area.covers(row.number, at) {
                    continue;
                }
                if row.cells.len() <= at {
                    row.cells.resize_with(at + 1, Cell::default);
                }
                if let Some(cell) = row.cells.get_mut(at) {
                    cell.slip = Some(Slip::Merged);
                }
            }
        }
    }
    Table {
        rows,
        hidden: sheet.hidden_rows,
        unread: Vec::new(),
    }
}

fn refused(troubles: Vec<Trouble>) -> Failure {
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
