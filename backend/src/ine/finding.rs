//! What is wrong or doubtful in a file, with its row and column.

use std::fmt;

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The row, counting the header as 1; none where it concerns the file.
    pub row: Option<u32>,
    /// The column as the file calls it.
    pub column: Option<String>,
    /// What it is, in Spanish.
    pub text: String,
}

impl Finding {
    /// Something about the file as a whole.
    #[must_use]
    pub fn file(text: impl Into<String>) -> Self {
        Self {
            row: None,
            column: None,
            text: text.into(),
        }
    }

    /// Something about a whole column.
    #[must_use]
    pub fn column(column: &str, text: impl Into<String>) -> Self {
        Self {
            row: None,
            column: Some(column.to_owned()),
            text: text.into(),
        }
    }

    /// Something about a whole row.
    #[must_use]
    pub fn row(row: u32, text: impl Into<String>) -> Self {
        Self {
            row: Some(row),
            column: None,
            text: text.into(),
        }
    }

    /// Something about one cell.
    #[must_use]
    pub fn cell(row: u32, column: &str, text: impl Into<String>) -> Self {
        Self {
            row: Some(row),
            column: Some(column.to_owned()),
            text: text.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.row, &self.column) {
            (Some(row), Some(column)) => write!(f, "Fila {row}, columna {column}: {}", self.text),
            (Some(row), None) => write!(f, "Fila {row}: {}", self.text),
            (None, Some(column)) => write!(f, "Columna {column}: {}", self.text),
            (None, None) => write!(f, "Archivo: {}", self.text),
        }
    }
}

/// A cell as a message quotes it: its beginning.
#[must_use]
pub fn brief(cell: &str) -> String {
    if cell.chars().count() <= 40 {
        cell.to_owned()
    } else {
        cell.chars().take(39).chain(['…']).collect()
    }
}
