//! From the bytes of an upload to rows of cells: XLSX or CSV, told apart by their content.

use conoceles_shared::problem::Code;

use super::columns::has_header;
use super::table::{Cell, Row, Table, check_place, unreadable};
use super::workbook::read_workbook;
use crate::core::delimited::{decode, delimiter};
use crate::core::error::Failure;

/// Reads an upload: of a workbook the first sheet that has the columns.
///
/// # Errors
/// 415 for anything but XLSX and CSV, 413 for too many rows or columns, 422 for a broken file.
pub fn read_sheet(bytes: &[u8]) -> Result<Table, Failure> {
    if bytes.starts_with(b"PK\x03\x04") {
        let tables = read_workbook(bytes)?;
        let at = tables.iter().position(has_header).unwrap_or(0);
        return Ok(tables.into_iter().nth(at).unwrap_or_default());
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Err(Failure::new(
            Code::UnsupportedMediaType,
            "El archivo es un XLS o tiene contraseña. Guárdelo como XLSX sin contraseña, o como CSV.",
        ));
    }
    let wide = bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]);
    let binary = bytes.starts_with(b"%PDF") || (!wide && bytes.contains(&0));
    if bytes.is_empty() || binary {
        return Err(Failure::new(
            Code::UnsupportedMediaType,
            "El archivo no es una hoja de cálculo. Suba la plantilla como XLSX o CSV.",
        ));
    }
    read_csv(bytes)
}

fn read_csv(bytes: &[u8]) -> Result<Table, Failure> {
    let text = decode(bytes).text.replace("\r\n", "\n").replace('\r', "\n");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut table = Table::default();
    let mut number: u32 = 0;
    let mut record = csv::StringRecord::new();
    loop {
        let from = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        if !reader.read_record(&mut record).map_err(|_| unreadable())? {
            return Ok(table);
        }
        // The reader skips empty lines; a spreadsheet counts them.
        let ahead = text.get(from..).unwrap_or_default();
        let skipped = ahead.bytes().take_while(|it| *it == b'\n').count();
        number = number
            .saturating_add(u32::try_from(skipped).unwrap_or(u32::MAX))
            .saturating_add(1);
        let cells: Vec<Cell> = record.iter().map(Cell::of).collect();
        if cells.iter().all(Cell::is_blank) {
            continue;
        }
        let width = cells.iter().rposition(|it| !it.is_blank()).unwrap_or(0);
        check_place(number, u32::try_from(width).unwrap_or(u32::MAX))?;
        table.rows.push(Row { number, cells });
    }
}

#[cfg(test)]
#[path = "reading_tests.rs"]
mod reading_tests;
