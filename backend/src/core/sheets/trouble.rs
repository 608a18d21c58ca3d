//! Why a file cannot be read, in its own terms.

use super::grid::{address, tab};

/// What kind of reason it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It holds more than is taken.
    TooLarge,
    /// It is something else than a sheet.
    WrongKind,
    /// It is a sheet, and damaged.
    Broken,
}

/// One reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// Its kind.
    pub reason: Reason,
    /// The cell that it is about, with its sheet where there are several.
    pub cell: Option<String>,
    /// What it is and what to do, in Spanish.
    pub text: String,
}

impl Trouble {
    /// It is something else than a sheet.
    #[must_use]
    pub fn wrong_kind(text: impl Into<String>) -> Self {
        Self::of(Reason::WrongKind, None, text)
    }

    /// It cannot be taken apart.
    #[must_use]
    pub fn broken() -> Self {
        Self::of(
            Reason::Broken,
            None,
            "El archivo no es una hoja de cálculo, o está dañado. Si abre con su programa, guárdelo otra \
             vez como XLSX o CSV; si no, use otra copia.",
        )
    }

    /// It expands to more than is taken.
    #[must_use]
    pub fn expands() -> Self {
        Self::of(
            Reason::TooLarge,
            None,
            "El archivo se expande a más de lo que se admite. Use la hoja sin agregar imágenes ni \
             hojas, o divida las candidaturas en varios archivos.",
        )
    }

    /// A sheet has more merged cells than are taken.
    #[must_use]
    pub fn many_merged(sheet: &str, most: usize) -> Self {
        Self::of(
            Reason::TooLarge,
            None,
            format!(
                "La hoja «{sheet}» tiene más de {most} combinaciones de celdas. Sepárelas: seleccione toda la \
                 hoja y use «Separar celdas»."
            ),
        )
    }

    /// A cell is so far from the others that no table reaches it.
    #[must_use]
    pub fn far_cell(sheet: Option<&str>, row: u32, column: usize, rows: u32, columns: u32) -> Self {
        Self::of(
            Reason::TooLarge,
            Some(place(sheet, row, column)),
            format!(
                "La celda está fuera de la tabla: la hoja puede tener hasta {rows} renglones y \
                 {columns} columnas con datos. Si es un dato suelto, deje vacía esa celda; si no, \
                 divídala en varias."
            ),
        )
    }

    /// One cell is wrong.
    #[must_use]
    pub fn at(row: u32, column: usize, text: impl Into<String>) -> Self {
        Self::of(Reason::Broken, Some(place(None, row, column)), text)
    }

    fn of(reason: Reason, cell: Option<String>, text: impl Into<String>) -> Self {
        Self {
            reason,
            cell,
            text: text.into(),
        }
    }
}

/// A cell as a sheet names it, with its tab: `CANDIDATOS!C7`.
#[must_use]
pub fn place(sheet: Option<&str>, row: u32, column: usize) -> String {
    let cell = address(row, column);
    sheet.map_or_else(|| cell.clone(), |name| format!("{}!{cell}", tab(name)))
}
