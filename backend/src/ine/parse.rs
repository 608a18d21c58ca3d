//! From the bytes of a file to rows of text: CSV, XLS or XLSX, told apart by their first bytes.

use std::io::Cursor;

use calamine::{Data, Range, Reader as _, Sheets, Xls, Xlsx};

use super::finding::Finding;
use crate::core::delimited::{Decoded, decode, delimiter};

/// The largest file that is opened.
pub const MAX_BYTES: u64 = 50 * 1024 * 1024;

/// How a file was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// CSV in UTF-8 or UTF-16.
    CsvUnicode,
    /// CSV in Windows-1252: whatever is not UTF-8.
    CsvWindows,
    /// XLS or XLSX.
    Sheet,
}

impl Format {
    /// The name on screen.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::CsvUnicode => "CSV en Unicode",
            Self::CsvWindows => "CSV en Windows-1252",
            Self::Sheet => "hoja de cálculo",
        }
    }
}

/// A row of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// In the file, from 1.
    pub number: u32,
    /// As text, without outer white space.
    pub cells: Vec<String>,
}

/// The rows of a file that hold anything.
#[derive(Debug)]
pub struct Table {
    /// How it was written.
    pub format: Format,
    /// The header among them.
    pub rows: Vec<Row>,
}

/// Reads a file.
///
/// # Errors
/// Every error of the file's form; never empty.
pub fn parse(bytes: &[u8]) -> Result<Table, Vec<Finding>> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(vec![Finding::file("es más grande que 50 MB")]);
    }
    let zipped = bytes.starts_with(b"PK\x03\x04");
    let compound = bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]);
    let table = if zipped || compound {
        sheet(bytes, zipped)?
    } else {
        text(bytes)?
    };
    if table.rows.is_empty() {
        return Err(vec![Finding::file("no tiene filas")]);
    }
    Ok(table)
}

fn text(bytes: &[u8]) -> Result<Table, Vec<Finding>> {
    let Decoded { text, unicode } = decode(bytes);
    let format = if unicode {
        Format::CsvUnicode
    } else {
        Format::CsvWindows
    };
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut errors = Vec::new();
    for (number, record) in (1_u32..).zip(reader.records()) {
        match record {
            Ok(record) => push(&mut rows, number, record.iter().map(clean).collect()),
            Err(error) => errors.push(Finding::row(number, format!("no se pudo leer ({error})"))),
        }
    }
    if errors.is_empty() {
        Ok(Table { format, rows })
    } else {
        Err(errors)
    }
}

fn sheet(bytes: &[u8], zipped: bool) -> Result<Table, Vec<Finding>> {
    let failed =
        |error: calamine::Error| vec![Finding::file(format!("no se pudo leer la hoja ({error})"))];
    let bytes = Cursor::new(bytes);
    let mut book = if zipped {
        Sheets::Xlsx(Xlsx::new(bytes).map_err(|it| failed(it.into()))?)
    } else {
        Sheets::Xls(Xls::new(bytes).map_err(|it| failed(it.into()))?)
    };
    for name in book.sheet_names() {
        let range = book.worksheet_range(&name).map_err(failed)?;
        let rows = rows(&range);
        if !rows.is_empty() {
            let format = Format::Sheet;
            return Ok(Table { format, rows });
        }
    }
    Err(vec![Finding::file("ninguna de sus hojas tiene filas")])
}

fn rows(range: &Range<Data>) -> Vec<Row> {
    let (first, left) = range.start().unwrap_or_default();
    let mut rows = Vec::new();
    for (number, cells) in (first.saturating_add(1)..).zip(range.rows()) {
        // Columns count from the sheet's first, also where that one is empty.
        let empty = (0..left).map(|_| String::new());
        push(
            &mut rows,
            number,
            empty.chain(cells.iter().map(cell)).collect(),
        );
    }
    rows
}

/// A cell as it would be typed: whole numbers without decimals.
fn cell(data: &Data) -> String {
    match data {
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        other => clean(&other.to_string()),
    }
}

/// Without outer white space and non-breaking spaces.
fn clean(cell: &str) -> String {
    cell.replace('\u{a0}', " ").trim().to_owned()
}

fn push(rows: &mut Vec<Row>, number: u32, cells: Vec<String>) {
    if cells.iter().any(|it| !it.is_empty()) {
        rows.push(Row { number, cells });
    }
}

#[cfg(test)]
#[path = "parse_tests.rs"]
mod parse_tests;
