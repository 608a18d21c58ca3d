//! What a file is read into: sheets of rows of cells, each at the place where its program shows it.

use std::collections::BTreeSet;

use super::slips::Slip;

/// How a file was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// Delimited text in UTF-8 or UTF-16.
    Unicode,
    /// Delimited text in Windows-1252.
    Windows,
    /// Delimited text in Mac Roman.
    MacRoman,
    /// Delimited text in the code page of MS-DOS, 850.
    Dos,
    /// Delimited text of two encodings.
    Mixed,
    /// XLS or XLSX.
    Workbook,
}

impl Writing {
    /// The name on screen.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Unicode => "CSV en Unicode",
            Self::Windows => "CSV en Windows-1252",
            Self::MacRoman => "CSV en Mac Roman",
            Self::Dos => "CSV en MS-DOS (850)",
            Self::Mixed => "CSV en dos codificaciones",
            Self::Workbook => "hoja de cálculo",
        }
    }
}

/// The sheets of a file.
#[derive(Debug)]
pub struct Book {
    /// How it was written.
    pub writing: Writing,
    /// In its order; delimited text is one without a name.
    pub sheets: Vec<Sheet>,
}

/// A sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// What its tab says.
    pub name: Option<String>,
    /// Whether its tab is hidden.
    pub hidden: bool,
    /// The rows that hold anything.
    pub rows: Vec<Row>,
    /// Rows that do and are hidden, by number.
    pub hidden_rows: BTreeSet<u32>,
    /// Columns that are hidden, counted from 0.
    pub hidden_columns: BTreeSet<usize>,
    /// Cells that were made one.
    pub merged: Vec<Area>,
}

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// First and last row, counted from 1.
    pub rows: (u32, u32),
    /// First and last column, counted from 0.
    pub columns: (usize, usize),
}

impl Area {
    /// As a formula names it: `A2:A4`.
    #[must_use]
    pub fn named(&self) -> String {
        format!(
            "{}:{}",
            address(self.rows.0, self.columns.0),
            address(self.rows.1, self.columns.1)
        )
    }

    /// Whether a cell is one of those that its first one hides.
    #[must_use]
    pub fn covers(&self, row: u32, column: usize) -> bool {
        (self.rows.0..=self.rows.1).contains(&row)
            && (self.columns.0..=self.columns.1).contains(&column)
            && (row, column) != (self.rows.0, self.columns.0)
    }
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its number as the sheet shows it.
    pub number: u32,
    /// Its cells from the first column to the last that holds anything.
    pub cells: Vec<Cell>,
    /// How many cells the file writes, empty ones too; a workbook does not say.
    pub written: Option<usize>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    /// What it shows; of a formula, the value stored beside it.
    pub text: String,
    /// Why that may not be what somebody typed, if so.
    pub slip: Option<Slip>,
    /// Whether its letters came in a second encoding and were put right.
    pub mended: bool,
}

/// What is beyond the last cell of a row.
static BLANK: Cell = Cell {
    text: String::new(),
    slip: None,
    mended: false,
};

impl Row {
    /// The cell in a column; an empty one beyond the last.
    #[must_use]
    pub fn cell(&self, at: usize) -> &Cell {
        self.cells.get(at).unwrap_or(&BLANK)
    }

    /// The text in a column; empty beyond the last.
    #[must_use]
    pub fn text(&self, at: usize) -> &str {
        &self.cell(at).text
    }
}

impl Cell {
    /// A cell with this text.
    #[must_use]
    pub fn of(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            ..Self::default()
        }
    }

    /// Whether it holds nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.slip.is_none() && self.text.trim().is_empty()
    }
}

/// The letters of a column counted from 0.
#[must_use]
pub fn letters(column: usize) -> String {
    u16::try_from(column).map_or_else(
        |_| String::new(),
        rust_xlsxwriter::utility::column_number_to_name,
    )
}

/// A cell as a sheet names it, its row counted from 1 and its column from 0: `C7`.
#[must_use]
pub fn address(row: u32, column: usize) -> String {
    format!("{}{row}", letters(column))
}

/// A sheet as a formula names it, before the `!`.
#[must_use]
pub fn tab(name: &str) -> String {
    let plain = |it: char| it.is_alphanumeric() || it == '_' || it == '.';
    if name.chars().all(plain) {
        name.to_owned()
    } else {
        format!("'{}'", name.replace('\'', "''"))
    }
}
