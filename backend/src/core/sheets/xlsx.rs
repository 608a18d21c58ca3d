//! Reading XLSX cell by cell, so that neither what it declares nor where its cells are costs memory.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{DataRef, Reader as _, SheetVisible, Xlsx, XlsxError};

use super::grid::{Book, Cell, Row, Sheet, Writing};
use super::letters;
use super::limits::Limits;
use super::package::measured;
use super::slips::Slip;
use super::trouble::Trouble;

/// Sheets that are looked at.
const MAX_SHEETS: usize = 64;

/// The sheets of a workbook.
///
/// # Errors
/// It expands to too much, has cells too far out, or is damaged.
pub fn sheets(bytes: &[u8], limits: &Limits) -> Result<Book, Trouble> {
    let mut package = measured(bytes, limits)?;
    let rewritten = package.rewritten.take();
    let bytes = rewritten.as_deref().unwrap_or(bytes);
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(|_| Trouble::broken())?;
    let tabs: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|it| (it.name.clone(), it.visible != SheetVisible::Visible))
        .collect();
    if tabs.len() > MAX_SHEETS {
        return Err(Trouble::expands());
    }
    let mut left = limits.text;
    let mut sheets = Vec::new();
    for (name, hidden) in tabs {
        let Some(rows) = rows(&mut book, &name, &mut left, limits)? else {
            continue;
        };
        let marks = package.marks.remove(&name).unwrap_or_default();
        let holds = |number: &u32| rows.binary_search_by_key(number, |it| it.number).is_ok();
        sheets.push(Sheet {
            hidden,
            merged: marks.all_merged(&name)?,
            hidden_rows: marks.hidden_rows.into_iter().filter(holds).collect(),
            hidden_columns: marks.hidden_columns,
            name: Some(name),
            rows,
        });
    }
    Ok(Book {
        writing: Writing::Workbook,
        sheets,
    })
}

/// The rows of a sheet that hold anything; `None` for a sheet that is a chart.
fn rows(
    book: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    left: &mut usize,
    limits: &Limits,
) -> Result<Option<Vec<Row>>, Trouble> {
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(None),
        Err(_) => return Err(Trouble::broken()),
    };
    let mut rows: BTreeMap<u32, Vec<Cell>> = BTreeMap::new();
    while let Some(it) = reader
        .next_cell_with_formula_metadata()
        .map_err(|_| Trouble::broken())?
    {
        let cell = shown(&it.value, it.formula.is_some());
        if cell.is_blank() {
            continue;
        }
        let (row, column) = (it.pos.0.saturating_add(1), it.pos.1);
        let at = usize::try_from(column).unwrap_or(usize::MAX);
        if row > limits.rows || column >= limits.columns {
            let (most, wide) = (limits.rows, limits.columns);
            return Err(Trouble::far_cell(Some(name), row, at, most, wide));
        }
        *left = left
            .checked_sub(cell.text.len())
            .ok_or_else(Trouble::expands)?;
        let cells = rows.entry(row).or_default();
        if cells.len() <= at {
            cells.resize_with(at.saturating_add(1), Cell::default);
        }
        if let Some(place) = cells.get_mut(at) {
            *place = cell;
        }
    }
    let row = |(number, cells)| Row {
        number,
        cells,
        written: None,
    };
    Ok(Some(rows.into_iter().map(row).collect()))
}

fn shown(value: &DataRef<'_>, formula: bool) -> Cell {
    let (text, slip) = match value {
        DataRef::Empty => (String::new(), None),
        DataRef::String(text) => (text.clone(), Slip::of(text)),
        DataRef::SharedString(text) => ((*text).to_owned(), Slip::of(text)),
        DataRef::Int(number) => (number.to_string(), None),
        DataRef::Float(number) => (typed(*number), None),
        DataRef::Bool(truth) => (boolean(*truth), Some(Slip::Boolean)),
        DataRef::DateTime(at) => (at.as_f64().to_string(), Some(Slip::Date)),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => (text.clone(), Some(Slip::Date)),
        DataRef::Error(error) => (error.to_string(), Some(Slip::Error)),
    };
    cell(&text, if formula { Some(Slip::Formula) } else { slip })
}

/// A number as it would be typed: a whole one without decimals.
pub fn typed(number: f64) -> String {
    if number.fract() == 0.0 {
        format!("{number:.0}")
    } else {
        number.to_string()
    }
}

/// A truth as a spreadsheet in Spanish shows it.
pub fn boolean(truth: bool) -> String {
    if truth { "VERDADERO" } else { "FALSO" }.to_owned()
}

/// A cell with its letters put right.
pub fn cell(text: &str, slip: Option<Slip>) -> Cell {
    let lettered = letters::once(text);
    let garbled = letters::is_garbled(&lettered.text).then_some(Slip::Garbled);
    Cell {
        text: lettered.text,
        mended: lettered.mended,
        slip: slip.or(garbled),
    }
}
