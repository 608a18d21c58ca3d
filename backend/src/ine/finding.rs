//! What is wrong or doubtful in a file, with its place as the sheet shows it.

use std::fmt;

use crate::core::sheets::grid::letters;
use crate::core::sheets::trouble::{Trouble, place};

/// One thing found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where: a cell, a row, a column, a sheet or the file.
    pub place: String,
    /// The row, where it is about one.
    pub row: Option<u32>,
    /// The column as the file calls it, where it is about one.
    pub column: Option<String>,
    /// What it is, in Spanish.
    pub text: String,
}

impl Finding {
    /// Something about the file as a whole.
    #[must_use]
    pub fn file(text: impl Into<String>) -> Self {
        Self::placed("Archivo".to_owned(), text)
    }

    /// Something about a sheet as a whole.
    #[must_use]
    pub fn sheet(sheet: Option<&str>, text: impl Into<String>) -> Self {
        match sheet {
            Some(name) => Self::placed(format!("Hoja {name}"), text),
            None => Self::file(text),
        }
    }

    /// Something about a whole column, counted from 0.
    #[must_use]
    pub fn column(sheet: Option<&str>, at: usize, name: &str, text: impl Into<String>) -> Self {
        let letters = letters(at);
        let column = match sheet {
            Some(sheet) => format!("{sheet}, columna {letters}"),
            None => format!("Columna {letters}"),
        };
        let place = if name.is_empty() {
            format!("{column} (sin encabezado)")
        } else {
            format!("{column} ({})", brief(name))
        };
        Self {
            column: Some(name.to_owned()),
            ..Self::placed(place, text)
        }
    }

    /// Something about a whole row.
    #[must_use]
    pub fn row(sheet: Option<&str>, row: u32, text: impl Into<String>) -> Self {
        let place = match sheet {
            Some(sheet) => format!("{sheet}, fila {row}"),
            None => format!("Fila {row}"),
        };
        Self {
            row: Some(row),
            ..Self::placed(place, text)
        }
    }

    /// Something about one cell, its column counted from 0.
    #[must_use]
    pub fn cell(
        sheet: Option<&str>,
        row: u32,
        at: usize,
        name: &str,
        text: impl Into<String>,
    ) -> Self {
        let place = format!("{}, columna {}", place(sheet, row, at), brief(name));
        Self {
            row: Some(row),
            column: Some(name.to_owned()),
            ..Self::placed(place, text)
        }
    }

    fn placed(place: String, text: impl Into<String>) -> Self {
        Self {
            place,
            row: None,
            column: None,
            text: text.into(),
        }
    }
}

impl From<Trouble> for Finding {
    fn from(trouble: Trouble) -> Self {
        let place = trouble.cell.unwrap_or_else(|| "Archivo".to_owned());
        Self::placed(place, trouble.text)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.text)
    }
}

/// Findings that say the same of a column, once and with how many more there are.
#[must_use]
pub fn grouped(findings: Vec<Finding>) -> Vec<Finding> {
    let mut found: Vec<(Finding, usize)> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for it in findings {
        let key = (it.column.clone(), it.text.clone());
        match (it.row, places.get(&key)) {
            (Some(_), Some(at)) => {
                let first: Option<&mut (Finding, usize)> = found.get_mut(*at);
                if let Some((_, more)) = first {
                    *more += 1;
                }
            }
            _ => {
                places.insert(key, found.len());
                found.push((it, 0));
            }
        }
    }
    let told = |(mut it, more): (Finding, usize)| {
        match more {
            0 => {}
            1 => it.text.push_str(" (y otra celda)"),
            more => it.text.push_str(&format!(" (y otras {more} celdas)")),
        }
        it
    };
    found.into_iter().map(told).collect()
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

/// A list that ends where it would be too long to be of use.
pub fn short_list(items: &[String]) -> String {
    const MANY: usize = 20;
    let first = items.get(..MANY).unwrap_or(items).join(", ");
    match items.len().checked_sub(MANY) {
        Some(more) if more > 0 => format!("{first} y {more} más"),
        _ => first,
    }
}
