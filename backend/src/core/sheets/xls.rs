//! Reading XLS, whose reader makes room for every cell between the first and the last: where they
//! are is looked up before.

use std::collections::BTreeSet;
use std::io::Cursor;

use calamine::{Data, Reader as _, SheetVisible, Xls};

use super::compound::{Compound, Located, four, two};
use super::grid::{Area, Book, Cell, Row, Sheet, Writing};
use super::limits::Limits;
use super::marks::Marks;
use super::slips::Slip;
use super::trouble::Trouble;
use super::xlsx::{boolean, cell, typed};

/// Cells that its reader may make room for, in all sheets together.
const MAX_CELLS: usize = 2_000_000;

/// The sheets of an old workbook.
///
/// # Errors
/// It has a password, has cells too far out, or is damaged.
pub fn sheets(bytes: &[u8], limits: &Limits) -> Result<Book, Trouble> {
    let measured = measured(bytes, limits)?;
    let reader = Cursor::new(measured.bytes.as_slice());
    let mut book = Xls::new(reader).map_err(|_| Trouble::broken())?;
    let tabs: Vec<(String, bool)> = book
        .sheets_metadata()
        .iter()
        .map(|it| (it.name.clone(), it.visible != SheetVisible::Visible))
        .collect();
    let mut left = limits.text;
    let mut sheets = Vec::new();
    for ((name, hidden), found) in tabs.into_iter().zip(measured.sheets) {
        let rows = rows(&mut book, &name, &found.formulas, &mut left)?;
        let holds = |number: &u32| rows.binary_search_by_key(number, |it| it.number).is_ok();
        let hidden_rows = found.marks.hidden_rows.iter().copied().filter(holds);
        sheets.push(Sheet {
            hidden,
            merged: found.marks.all_merged(&name)?,
            hidden_rows: hidden_rows.collect(),
            hidden_columns: found.marks.hidden_columns,
            name: Some(name),
            rows,
        });
    }
    Ok(Book {
        writing: Writing::Workbook,
        sheets,
    })
}

fn rows(
    book: &mut Xls<Cursor<&[u8]>>,
    name: &str,
    formulas: &BTreeSet<(u32, u32)>,
    left: &mut usize,
) -> Result<Vec<Row>, Trouble> {
    let range = book.worksheet_range(name).map_err(|_| Trouble::broken())?;
    let (first, before) = range.start().unwrap_or_default();
    let mut rows = Vec::new();
    for (at, cells) in (first..).zip(range.rows()) {
        let mut row: Vec<Cell> = Vec::new();
        // Columns count from the sheet's first, also where that one is empty.
        for (column, data) in (before..).zip(cells) {
            let cell = shown(data, formulas.contains(&(at, column)));
            if cell.is_blank() {
                continue;
            }
            *left = left
                .checked_sub(cell.text.len())
                .ok_or_else(Trouble::expands)?;
            row.resize_with(usize::try_from(column).unwrap_or(0), Cell::default);
            row.push(cell);
        }
        // A formula without a value leaves no cell behind.
        for (_, column) in formulas.range((at, 0)..=(at, u32::MAX)) {
            let place = usize::try_from(*column).unwrap_or(0);
            if row.len() <= place {
                row.resize_with(place + 1, Cell::default);
            }
            if let Some(cell) = row.get_mut(place) {
                cell.slip = Some(Slip::Formula);
            }
        }
        if !row.is_empty() {
            rows.push(Row {
                number: at.saturating_add(1),
                cells: row,
                written: None,
            });
        }
    }
    Ok(rows)
}

fn shown(data: &Data, formula: bool) -> Cell {
    let (text, slip) = match data {
        Data::Empty => (String::new(), None),
        Data::String(text) => (text.clone(), Slip::of(text)),
        Data::Int(number) => (number.to_string(), None),
        Data::Float(number) => (typed(*number), None),
        Data::Bool(truth) => (boolean(*truth), Some(Slip::Boolean)),
        Data::DateTime(at) => (at.as_f64().to_string(), Some(Slip::Date)),
        Data::DateTimeIso(text) | Data::DurationIso(text) => (text.clone(), Some(Slip::Date)),
        Data::Error(error) => (error.to_string(), Some(Slip::Error)),
    };
    cell(&text, if formula { Some(Slip::Formula) } else { slip })
}

/// A workbook that was measured.
struct Measured {
    /// Without the sizes that it announces, which its reader would believe.
    bytes: Vec<u8>,
    /// In the order of its tabs.
    sheets: Vec<Found>,
}

/// What was found in a sheet beside its cells.
#[derive(Default)]
struct Found {
    marks: Marks,
    formulas: BTreeSet<(u32, u32)>,
}

fn measured(bytes: &[u8], limits: &Limits) -> Result<Measured, Trouble> {
    let file = Compound::of(bytes).ok_or_else(Trouble::broken)?;
    let stream = file.stream("Workbook").or_else(|| file.stream("Book"));
    let stream = stream.ok_or_else(Trouble::broken)?;
    let mut bytes = bytes.to_vec();
    let mut starts = Vec::new();
    for record in (Records {
        stream: &stream,
        at: 0,
    }) {
        match record.kind {
            // Behind a password.
            0x2F => {
                return Err(Trouble::wrong_kind(
                    "El archivo tiene contraseña. Guárdelo sin contraseña, como XLSX o CSV.",
                ));
            }
            0x85 => starts.push(four(record.data, 0).ok_or_else(Trouble::broken)?),
            0x0A => break,
            _ => {}
        }
    }
    let mut cells = 0_usize;
    let mut sheets = Vec::new();
    for start in starts {
        let at = usize::try_from(start).map_err(|_| Trouble::broken())?;
        let mut extent = Extent::default();
        let mut found = Found::default();
        // A chart within a sheet is a stream within the stream.
        let mut depth = 0_u32;
        for record in (Records {
            stream: &stream,
            at,
        }) {
            match record.kind {
                0x0809 => depth = depth.saturating_add(1),
                0x000A if depth <= 1 => break,
                0x000A => depth -= 1,
                _ if depth > 1 => {}
                0x0200 => forget(&stream, &record, &mut bytes),
                _ => note(&record, &mut found, &mut extent),
            }
        }
        cells = cells.saturating_add(extent.cells());
        if extent.rows.1 >= limits.rows || extent.columns.1 >= limits.columns || cells > MAX_CELLS {
            let (row, column) = extent.furthest;
            let column = usize::try_from(column).unwrap_or(0);
            let (rows, columns) = (limits.rows, limits.columns);
            return Err(Trouble::far_cell(None, row + 1, column, rows, columns));
        }
        sheets.push(found);
    }
    Ok(Measured { bytes, sheets })
}

/// Zeros in place of the size that a sheet announces.
fn forget(stream: &Located, record: &Record<'_>, bytes: &mut [u8]) {
    for at in record.at..record.at + record.data.len() {
        let place = stream.in_file(at).and_then(|it| bytes.get_mut(it));
        if let Some(byte) = place {
            *byte = 0;
        }
    }
}

/// From where to where a sheet's cells are.
#[derive(Default)]
struct Extent {
    any: bool,
    rows: (u32, u32),
    columns: (u32, u32),
    /// The cell that is furthest from the others.
    furthest: (u32, u32),
}

impl Extent {
    fn reach(&mut self, row: u32, column: u32) {
        if !self.any {
            self.rows = (row, row);
            self.columns = (column, column);
            self.any = true;
        }
        if row > self.rows.1 || column > self.columns.1 {
            self.furthest = (row, column);
        }
        self.rows = (self.rows.0.min(row), self.rows.1.max(row));
        self.columns = (self.columns.0.min(column), self.columns.1.max(column));
    }

    fn cells(&self) -> usize {
        let long = |(first, last): (u32, u32)| usize::try_from(last - first + 1).unwrap_or(0);
        if self.any {
            long(self.rows).saturating_mul(long(self.columns))
        } else {
            0
        }
    }
}

/// What a record of a sheet says: a cell, or what its reader does not tell.
fn note(record: &Record<'_>, found: &mut Found, extent: &mut Extent) {
    let number = |at: usize| two(record.data, at).map(u32::from);
    let (Some(first), Some(second)) = (number(0), number(2)) else {
        return;
    };
    match record.kind {
        0x0203 | 0x0204 | 0x0205 | 0x027E | 0x00D6 | 0x00FD => extent.reach(first, second),
        0x0006 => {
            extent.reach(first, second);
            found.formulas.insert((first, second));
        }
        0x00BD => {
            extent.reach(first, second);
            let last = record.data.len().checked_sub(2).and_then(number);
            extent.reach(first, last.unwrap_or(second));
        }
        0x0208 if number(12).is_some_and(|it| it & 0x20 != 0) => {
            found.marks.hidden_rows.insert(first + 1);
        }
        0x007D if number(8).is_some_and(|it| it & 1 != 0) => {
            let place = |it: u32| usize::try_from(it.min(255)).unwrap_or(0);
            let columns = place(first)..=place(second);
            found.marks.hidden_columns.extend(columns);
        }
        0x00E5 => {
            let area = |at: usize| {
                let place = |it: u32| usize::try_from(it).unwrap_or(0);
                Some(Area {
                    rows: (number(at)? + 1, number(at + 2)? + 1),
                    columns: (place(number(at + 4)?), place(number(at + 6)?)),
                })
            };
            let count = usize::try_from(first).unwrap_or(0);
            let areas = (0..count).map_while(|it| area(2 + it * 8));
            found.marks.add_merged(areas);
        }
        _ => {}
    }
}

struct Record<'a> {
    kind: u16,
    data: &'a [u8],
    /// Where its data begins in the stream.
    at: usize,
}

/// The records of a stream from a place on.
struct Records<'a> {
    stream: &'a Located,
    at: usize,
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let kind = two(&self.stream.bytes, self.at)?;
        let length = usize::from(two(&self.stream.bytes, self.at + 2)?);
        let at = self.at + 4;
        let data = self.stream.bytes.get(at..at + length)?;
        self.at = at + length;
        Some(Record { kind, data, at })
    }
}
