//! Rows of cells, as a sheet is read into, and how large they may be.

use conoceles_shared::problem::{Code, FieldError};

use super::neutral;
use crate::core::error::Failure;

/// The largest file that is taken.
pub const MAX_BYTES: usize = 16 * 1024 * 1024;
/// The last row that may hold anything.
pub const MAX_ROWS: u32 = 5_000;
/// The last column that may hold anything.
pub const MAX_COLUMNS: u32 = 100;

/// The rows of a sheet that hold anything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    /// In the order of the sheet.
    pub rows: Vec<Row>,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number as the sheet shows it.
    pub number: u32,
    /// Its cells from the first column on.
    pub cells: Vec<Cell>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// What it shows.
    pub text: String,
    /// Why that is not taken as an answer, if so.
    pub fault: Option<Fault>,
}

/// What is beyond the last cell of a row.
static BLANK: Cell = Cell {
    text: String::new(),
    fault: None,
};

/// What a cell may hold that is no text and no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A formula. It is never evaluated, and the value stored beside it is not believed.
    Formula,
    /// A date or an hour, which no answer is.
    Date,
    /// An error of the spreadsheet, as `#N/A`.
    Error,
}

impl Fault {
    /// Stable code and plain Spanish.
    pub const fn explained(self) -> (&'static str, &'static str) {
        match self {
            Self::Formula => (
                "formula",
                "La celda tiene una fórmula; escriba en su lugar el texto.",
            ),
            Self::Date => (
                "wrong_type",
                "La celda tiene formato de fecha; dele formato de texto y escríbala de nuevo.",
            ),
            Self::Error => (
                "wrong_type",
                "La celda tiene un error de la hoja de cálculo; corríjalo o deje la celda vacía.",
            ),
        }
    }
}

impl Row {
    /// The cell in a column; an empty one beyond the last.
    pub fn cell(&self, at: usize) -> &Cell {
        self.cells.get(at).unwrap_or(&BLANK)
    }

    /// The text in a column; empty beyond the last.
    pub fn text(&self, at: usize) -> &str {
        self.cells.get(at).map_or("", |it| it.text.as_str())
    }
}

impl Cell {
    /// A cell with this text, as it was before it was neutralised.
    pub fn of(text: &str) -> Self {
        Self {
            text: neutral::restored(text).to_owned(),
            fault: None,
        }
    }

    /// Whether it holds nothing.
    pub fn is_blank(&self) -> bool {
        self.fault.is_none() && self.text.trim().is_empty()
    }
}

/// Refuses a cell too far down (rows count from 1) or to the right (columns count from 0).
///
/// # Errors
/// 413.
pub fn check_place(row: u32, column: u32) -> Result<(), Failure> {
    if row > MAX_ROWS || column >= MAX_COLUMNS {
        return Err(Failure::new(
            Code::TooLarge,
            format!(
                "La hoja puede tener hasta {MAX_ROWS} renglones y {MAX_COLUMNS} columnas con datos; \
                 divídala en varias."
            ),
        ));
    }
    Ok(())
}

/// The refusal of a broken file.
pub fn unreadable() -> Failure {
    Failure::invalid(vec![FieldError::new(
        "",
        "unreadable",
        "El archivo no es una hoja de cálculo, o está dañado. Descargue la plantilla de nuevo, o \
         guárdelo otra vez como XLSX o CSV.",
    )])
}
