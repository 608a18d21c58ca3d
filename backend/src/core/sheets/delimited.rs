//! Delimited text: commas, semicolons, tabs or bars, any line ends, quotes as people leave them.

use super::grid::{Book, Cell, Row, Sheet, address};
use super::letters::{Letters, as_bytes, is_garbled, line_with_zero_byte};
use super::limits::Limits;
use super::slips::Slip;
use super::trouble::Trouble;

/// The signs that may part cells; of two that fit as well, the first.
const SIGNS: [u8; 4] = [b'\t', b';', b',', b'|'];
/// Bytes from the beginning by which the sign is chosen.
const SAMPLE: usize = 64 * 1024;
/// Rows of them.
const SAMPLE_ROWS: usize = 30;
/// Wrong quotes after which no more are looked for.
const MANY_QUOTES: usize = 100;

/// The one sheet of a text.
///
/// # Errors
/// Its letters are of no known encoding, or quotes or far cells leave no table.
pub fn sheet(bytes: &[u8], limits: &Limits) -> Result<Book, Vec<Trouble>> {
    let bytes = as_bytes(bytes);
    if let Some(line) = line_with_zero_byte(&bytes) {
        return Err(vec![Trouble::wrong_kind(format!(
            "El texto tiene en su línea {line} un byte cero, que ningún texto tiene: el archivo se dañó o \
             se exportó mal. Ábralo con su programa y guárdelo otra vez como XLSX o «CSV UTF-8»."
        ))]);
    }
    let Some(letters) = Letters::of(&bytes) else {
        return Err(vec![Trouble::wrong_kind(
            "No se reconoce en qué codificación están las letras del archivo (acentos y eñes). \
             Ábralo con el programa que lo hizo. Guárdelo como «CSV UTF-8» o como XLSX.",
        )]);
    };
    let (sign, start) = separator(&bytes);
    let mut reader = Reader {
        bytes: &bytes,
        at: start,
        sign,
        letters,
        limits,
        troubles: Vec::new(),
    };
    let mut rows = Vec::new();
    let mut number: u32 = 0;
    let mut left = limits.text;
    while reader.at < bytes.len() && reader.troubles.len() < MANY_QUOTES {
        number = number.saturating_add(1);
        let row = reader.row(number);
        let size: usize = row.cells.iter().map(|it| it.text.len()).sum();
        let Some(rest) = left.checked_sub(size) else {
            return Err(vec![Trouble::expands()]);
        };
        left = rest;
        if !row.cells.is_empty() {
            rows.push(row);
        }
    }
    if !reader.troubles.is_empty() {
        return Err(reader.troubles);
    }
    Ok(Book {
        writing: letters.writing(),
        sheets: vec![Sheet {
            rows,
            ..Sheet::default()
        }],
    })
}

/// The sign between cells, and where the rows begin: after a line `sep=;`, which spreadsheets read
/// and do not show.
fn separator(bytes: &[u8]) -> (u8, usize) {
    let line_end = |it: &u8| matches!(it, b'\r' | b'\n');
    let first = bytes.split(line_end).next().unwrap_or_default();
    let head: Vec<u8> = first
        .iter()
        .filter(|it| **it != b'"')
        .map(u8::to_ascii_lowercase)
        .collect();
    if let [b's', b'e', b'p', b'=', sign, rest @ ..] = head.as_slice()
        && rest.iter().all(|it| it == sign)
    {
        let past = first.len();
        let end = match bytes.get(past..) {
            Some([b'\r', b'\n', ..]) => past + 2,
            _ => past + 1,
        };
        return (*sign, end.min(bytes.len()));
    }
    let sample = bytes.get(..SAMPLE).unwrap_or(bytes);
    let fitness = |sign: u8| {
        let widths: Vec<usize> = widths(sample, sign);
        let common = |width: usize| widths.iter().filter(|it| **it == width).count();
        let wide = widths.iter().copied().filter(|it| *it > 1);
        wide.map(|it| (common(it), it)).max().unwrap_or((0, 0))
    };
    let sign = SIGNS
        .into_iter()
        .rev()
        .max_by_key(|it| fitness(*it))
        .unwrap_or(b',');
    (sign, 0)
}

/// How many cells the first rows would have with this sign between them.
fn widths(sample: &[u8], sign: u8) -> Vec<usize> {
    let mut widths = Vec::new();
    let (mut cells, mut quoted, mut begins) = (1, false, true);
    let mut anything = false;
    for byte in sample {
        if quoted {
            quoted = *byte != b'"';
            continue;
        }
        match *byte {
            b'"' if begins => quoted = true,
            b'\r' | b'\n' => {
                if anything {
                    widths.push(cells);
                }
                (cells, begins, anything) = (1, true, false);
                if widths.len() >= SAMPLE_ROWS {
                    return widths;
                }
                continue;
            }
            it if it == sign => {
                cells += 1;
                begins = true;
                continue;
            }
            // A quote that closes and opens again is one within the text.
            b'"' => quoted = true,
            _ => {}
        }
        anything = true;
        begins = false;
    }
    // A text without a last line end; one that the sample cuts tells little.
    if anything && (sample.len() < SAMPLE || widths.is_empty()) {
        widths.push(cells);
    }
    widths
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    sign: u8,
    letters: Letters,
    limits: &'a Limits,
    troubles: Vec<Trouble>,
}

/// What a cell in quotes turned out to be.
enum Quoted {
    /// Its text, and where it ends.
    Text(Vec<u8>, usize),
    /// The quotes do not close before the next row begins.
    Unclosed,
}

impl Reader<'_> {
    fn byte(&self, at: usize) -> Option<u8> {
        self.bytes.get(at).copied()
    }

    fn ends(&self, at: usize) -> bool {
        match self.byte(at) {
            None | Some(b'\r' | b'\n') => true,
            Some(byte) => byte == self.sign,
        }
    }

    fn row(&mut self, number: u32) -> Row {
        let mut cells = Vec::new();
        let mut column = 0_usize;
        loop {
            let bytes = self.cell(number, column);
            let lettered = self.letters.text(&bytes);
            let cell = Cell {
                slip: Slip::of(&lettered.text)
                    .or_else(|| is_garbled(&lettered.text).then_some(Slip::Garbled)),
                text: lettered.text,
                mended: lettered.mended,
            };
            if !cell.is_blank() {
                if self.is_far(number, column) {
                    let (rows, columns) = (self.limits.rows, self.limits.columns);
                    self.troubles
                        .push(Trouble::far_cell(None, number, column, rows, columns));
                    self.at = self.bytes.len();
                    break;
                }
                cells.resize_with(column, Cell::default);
                cells.push(cell);
            }
            column = column.saturating_add(1);
            match self.byte(self.at) {
                Some(byte) if byte == self.sign => self.at += 1,
                Some(b'\r') if self.byte(self.at + 1) == Some(b'\n') => {
                    self.at += 2;
                    break;
                }
                Some(_) => {
                    self.at += 1;
                    break;
                }
                None => break,
            }
        }
        Row {
            number,
            cells,
            written: Some(column),
        }
    }

    fn is_far(&self, row: u32, column: usize) -> bool {
        row > self.limits.rows || u32::try_from(column).is_ok_and(|it| it >= self.limits.columns)
    }

    /// The bytes of the cell that begins here; stops at the sign or line end after it.
    fn cell(&mut self, row: u32, column: usize) -> Vec<u8> {
        if self.byte(self.at) == Some(b'"') {
            match self.quoted() {
                Quoted::Text(text, end) => {
                    self.at = end;
                    return text;
                }
                Quoted::Unclosed => {
                    let cell = address(row, column);
                    self.troubles.push(Trouble::at(
                        row,
                        column,
                        format!(
                            "La celda {cell}, en la fila {row}, abre comillas (\") y no las cierra: lo que \
                             sigue se leería dentro de ella. Use un editor de texto para cerrarlas o \
                             quitarlas."
                        ),
                    ));
                }
            }
        }
        let from = self.at;
        while !self.ends(self.at) {
            self.at += 1;
        }
        self.bytes.get(from..self.at).unwrap_or_default().to_vec()
    }

    /// A cell in quotes. Quotes within its first line that are not doubled belong to the text.
    fn quoted(&self) -> Quoted {
        let mut text = Vec::new();
        let mut at = self.at + 1;
        let mut lines = false;
        loop {
            match self.byte(at) {
                None => return Quoted::Unclosed,
                Some(b'"') if self.byte(at + 1) == Some(b'"') => {
                    text.push(b'"');
                    at += 2;
                    continue;
                }
                Some(b'"') => {
                    let mut past = at + 1;
                    while self.byte(past) == Some(b' ') {
                        past += 1;
                    }
                    if self.ends(past) {
                        return Quoted::Text(text, past);
                    }
                    // One that stands where a cell begins opens that cell: this one was never closed.
                    let opens_another = text.last() == Some(&self.sign) && !self.ends(at + 1);
                    if lines || opens_another {
                        return Quoted::Unclosed;
                    }
                    text.push(b'"');
                }
                Some(b'\r' | b'\n') => {
                    lines = true;
                    text.push(b'\n');
                    if self.byte(at) == Some(b'\r') && self.byte(at + 1) == Some(b'\n') {
                        at += 1;
                    }
                }
                Some(byte) => text.push(byte),
            }
            at += 1;
        }
    }
}

#[cfg(test)]
#[path = "delimited_tests.rs"]
mod delimited_tests;
