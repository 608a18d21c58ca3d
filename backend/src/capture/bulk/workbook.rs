//! Reading XLSX. A workbook is a ZIP that anyone may have made: it is measured before it is read,
//! and read cell by cell, so that neither what it declares nor where its cells are costs memory.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{DataRef, Reader as _, Xlsx, XlsxError};
use conoceles_shared::problem::Code;
use zip::ZipArchive;

use super::table::{Cell, Fault, Row, Table, check_place, unreadable};
use crate::core::error::Failure;

/// What a workbook may expand to, all its parts together.
const MAX_EXPANDED: u64 = 96 * 1024 * 1024;
/// Text that its cells may hold together: one stored text can be shown by many cells.
const MAX_TEXT: usize = 48 * 1024 * 1024;
/// Parts of the ZIP.
const MAX_PARTS: usize = 1_000;
/// Sheets that are looked at.
const MAX_SHEETS: usize = 10;
/// Stored texts that a workbook may announce; the reader makes room for as many.
const MAX_STRINGS: u64 = 1_000_000;
/// The attribute that announces them.
const ANNOUNCED: &[u8] = b"uniqueCount";

/// The sheets of a workbook.
///
/// # Errors
/// 413 for what expands to too much or has cells too far out, 422 for a broken file.
pub fn read_workbook(bytes: &[u8]) -> Result<Vec<Table>, Failure> {
    measure(bytes, MAX_EXPANDED)?;
    // The reader's arithmetic panics on some row numbers that no sheet has: that is a broken file.
    catch_unwind(AssertUnwindSafe(|| sheets(bytes))).unwrap_or_else(|_| Err(unreadable()))
}

fn sheets(bytes: &[u8]) -> Result<Vec<Table>, Failure> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    let mut left = MAX_TEXT;
    let mut tables = Vec::new();
    for name in book.sheet_names().into_iter().take(MAX_SHEETS) {
        if let Some(table) = sheet(&mut book, &name, &mut left)? {
            tables.push(table);
        }
    }
    Ok(tables)
}

/// Expands every part into nothing, to see how large it really is.
fn measure(bytes: &[u8], limit: u64) -> Result<(), Failure> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| unreadable())?;
    if archive.len() > MAX_PARTS {
        return Err(too_large());
    }
    // What it declares comes first: an honest bomb is refused without expanding a byte of it.
    if archive
        .decompressed_size()
        .is_some_and(|it| it > u128::from(limit))
    {
        return Err(too_large());
    }
    let mut left = limit;
    for at in 0..archive.len() {
        let part = archive.by_index(at).map_err(|_| unreadable())?;
        let name = part.name().map_err(|_| unreadable())?.to_ascii_lowercase();
        let strings = name.ends_with("sharedstrings.xml");
        let mut limited = part.take(left.saturating_add(1));
        let size = if strings {
            let mut content = Vec::new();
            limited
                .read_to_end(&mut content)
                .map_err(|_| unreadable())?;
            check_announced(&content)?;
            content.len() as u64
        } else {
            std::io::copy(&mut limited, &mut std::io::sink()).map_err(|_| unreadable())?
        };
        left = left.checked_sub(size).ok_or_else(too_large)?;
    }
    Ok(())
}

/// Refuses a workbook that announces more stored texts than fit: the reader would believe it. A
/// zero byte is UTF-16, which would hide the announcement and which no spreadsheet writes.
fn check_announced(content: &[u8]) -> Result<(), Failure> {
    if content.contains(&0) {
        return Err(unreadable());
    }
    let mut rest = content;
    while let Some(at) = rest.windows(ANNOUNCED.len()).position(|it| it == ANNOUNCED) {
        rest = rest.get(at + ANNOUNCED.len()..).unwrap_or_default();
        let count = rest
            .iter()
            .skip_while(|it| it.is_ascii_whitespace() || matches!(it, b'=' | b'"' | b'\''))
            .take_while(|it| it.is_ascii_digit())
            .fold(0_u64, |sum, it| {
                sum.saturating_mul(10).saturating_add(u64::from(it - b'0'))
            });
        if count > MAX_STRINGS {
            return Err(too_large());
        }
    }
    Ok(())
}

/// The cells of a sheet that hold anything; `None` for a sheet that is a chart.
fn sheet(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    left: &mut usize,
) -> Result<Option<Table>, Failure> {
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(None),
        Err(_) => return Err(unreadable()),
    };
    let mut rows: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
    while let Some(it) = reader
        .next_cell_with_formula_metadata()
        .map_err(|_| unreadable())?
    {
        let cell = cell(&it.value, it.formula.is_some());
        if cell.is_blank() {
            continue;
        }
        let (row, column) = (it.pos.0.saturating_add(1), it.pos.1);
        check_place(row, column)?;
        *left = left.checked_sub(cell.text.len()).ok_or_else(too_large)?;
        let cells = rows.entry(row).or_default();
        let at = usize::try_from(column).unwrap_or(usize::MAX);
        if cells.len() <= at {
            cells.resize_with(at.saturating_add(1), Cell::default);
        }
        if let Some(place) = cells.get_mut(at) {
            *place = cell;
        }
    }
    let rows = rows
        .into_iter()
        .map(|(number, cells)| Row { number, cells });
    Ok(Some(Table {
        rows: rows.collect(),
    }))
}

/// A cell as it would be typed: whole numbers without decimals.
fn cell(value: &DataRef<'_>, formula: bool) -> Cell {
    let (text, fault) = match value {
        DataRef::Empty => (String::new(), None),
        DataRef::String(text) => return faulty(text, formula.then_some(Fault::Formula)),
        DataRef::SharedString(text) => return faulty(text, formula.then_some(Fault::Formula)),
        DataRef::Int(number) => (number.to_string(), None),
        DataRef::Float(number) if number.fract() == 0.0 => (format!("{number:.0}"), None),
        DataRef::Float(number) => (number.to_string(), None),
        DataRef::Bool(true) => ("VERDADERO".to_owned(), None),
        DataRef::Bool(false) => ("FALSO".to_owned(), None),
        DataRef::DateTime(at) => (at.as_f64().to_string(), Some(Fault::Date)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            (text.clone(), Some(Fault::Date))
        }
        DataRef::Error(error) => (error.to_string(), Some(Fault::Error)),
    };
    faulty(&text, if formula { Some(Fault::Formula) } else { fault })
}

fn faulty(text: &str, fault: Option<Fault>) -> Cell {
    Cell {
        fault,
        ..Cell::of(text)
    }
}

fn too_large() -> Failure {
    Failure::new(
        Code::TooLarge,
        "El archivo se expande a más de lo que se admite. Use la plantilla sin agregar imágenes ni \
         hojas, o divida las candidaturas en varios archivos.",
    )
}

#[cfg(test)]
#[path = "workbook_tests.rs"]
mod workbook_tests;
