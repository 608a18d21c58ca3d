//! The columns of the sheet: who the row is about, one for each field of the curricular
//! questionnaire that can be typed, and what they were downloaded from. They are found by their key
//! or label, whatever their order.

use conoceles_shared::api::bulk::BulkIssue;
use conoceles_shared::questionnaire::{FieldSpec, Section, fields};
use conoceles_shared::text::{fold, single_line};

use super::table::Table;
use crate::core::sheets::grid::{Row, letters};

/// Rows from the top in which the header is looked for.
const HEADER_WITHIN: usize = 10;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// The candidacy's id: what makes a row one of ours.
    Id,
    /// The candidate's name, to recognise the row by.
    Name,
    /// The office.
    Office,
    /// The territory.
    Territory,
    /// An answer.
    Answer(&'static FieldSpec),
    /// The name of the photo's file in a ZIP of photos.
    PhotoFile,
    /// The version of each section that the row was downloaded from.
    Versions,
    /// What the annotated copy says about the row; nothing is read from it.
    Notes,
}

impl Column {
    /// The columns of the template, in order.
    pub fn all() -> Vec<Self> {
        let answers = fields()
            .iter()
            .filter(|it| Section::CURRICULAR.contains(&it.section) && it.section != Section::Photo)
            .map(Self::Answer);
        [Self::Id, Self::Name, Self::Office, Self::Territory]
            .into_iter()
            .chain(answers)
            .chain([Self::PhotoFile, Self::Versions])
            .collect()
    }

    /// The stable key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Id => "id_candidatura",
            Self::Name => "nombre_candidatura",
            Self::Office => "cargo",
            Self::Territory => "territorio",
            Self::Answer(field) => field.official_id,
            Self::PhotoFile => "archivo_fotografia",
            Self::Versions => "version_descargada",
            Self::Notes => "errores",
        }
    }

    /// The label above the column.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Id => "Identificador de la candidatura",
            Self::Name => "Nombre de la candidatura",
            Self::Office => "Cargo",
            Self::Territory => "Territorio",
            Self::Answer(field) => field.label,
            Self::PhotoFile => "Archivo de la fotografía",
            Self::Versions => "Versión de la plantilla (no la cambie)",
            Self::Notes => "Errores por corregir",
        }
    }

    /// The column that a header names by key or label.
    fn named(header: &str) -> Option<Self> {
        let wanted = fold(&single_line(header));
        let is = |it: &Self| it.key() == wanted || fold(it.label()) == wanted;
        Self::all().into_iter().chain([Self::Notes]).find(is)
    }
}

/// Which column of a sheet is which.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layout {
    /// By place.
    pub columns: Vec<Option<Column>>,
    /// The numbers of the header's rows.
    pub header: Vec<u32>,
    /// How many of the table's rows come before the first candidacy's.
    pub before: usize,
}

impl Layout {
    /// Where a column is.
    pub fn place(&self, wanted: Column) -> Option<usize> {
        self.columns.iter().position(|it| *it == Some(wanted))
    }

    /// Whether anything stands above a column in the header.
    pub fn has_header(&self, table: &Table, at: usize) -> bool {
        let header = table
            .rows
            .iter()
            .filter(|it| self.header.contains(&it.number));
        header.into_iter().any(|it| !it.text(at).trim().is_empty())
    }

    /// The answers of a section that the sheet has, with their places.
    pub fn of(&self, section: Section) -> Vec<(usize, &'static FieldSpec)> {
        let answer = |(at, column): (usize, &Option<Column>)| match column {
            Some(Column::Answer(field)) if field.section == section => Some((at, *field)),
            _ => None,
        };
        self.columns.iter().enumerate().filter_map(answer).collect()
    }

    /// Something about one cell.
    pub fn issue(&self, row: u32, at: usize, code: &str, detail: impl Into<String>) -> BulkIssue {
        let letter = letters(at);
        let column = self.columns.get(at).copied().flatten();
        BulkIssue {
            row: Some(row),
            cell: Some(format!("{letter}{row}")),
            column: Some(letter),
            field: column.map(|it| it.key().to_owned()),
            label: column.map(|it| it.label().to_owned()),
            section: match column {
                Some(Column::Answer(field)) => Some(field.section),
                _ => None,
            },
            code: code.to_owned(),
            detail: detail.into(),
        }
    }
}

/// What is said of a file without our header.
pub fn no_header() -> BulkIssue {
    BulkIssue {
        row: None,
        column: None,
        cell: None,
        field: None,
        label: None,
        section: None,
        code: "no_header".to_owned(),
        detail: format!(
            "El archivo no es una hoja de cálculo con las columnas de la plantilla: falta «{}». \
             Descargue la plantilla y no cambie sus encabezados.",
            Column::Id.key()
        ),
    }
}

/// Whether the table has our header.
pub fn has_header(table: &Table) -> bool {
    table.rows.iter().take(HEADER_WITHIN).any(is_header)
}

fn is_header(row: &Row) -> bool {
    row.cells
        .iter()
        .any(|it| Column::named(&it.text) == Some(Column::Id))
}

/// Which column is which, with what is wrong and what is ignored; `None` where there is no header.
pub fn find_layout(table: &Table) -> Option<(Layout, Vec<BulkIssue>, Vec<BulkIssue>)> {
    let mut top = table.rows.iter().take(HEADER_WITHIN);
    let first = top.position(is_header)?;
    let header: Vec<&Row> = table
        .rows
        .iter()
        .skip(first)
        .take_while(|it| is_header(it))
        .collect();
    let width = header.iter().map(|it| it.cells.len()).max().unwrap_or(0);
    let named = |at: usize| header.iter().find_map(|row| Column::named(row.text(at)));
    let layout = Layout {
        columns: (0..width).map(named).collect(),
        header: header.iter().map(|it| it.number).collect(),
        before: first + header.len(),
    };
    let number = layout.header.first().copied().unwrap_or(1);
    let (mut errors, mut remarks) = (Vec::new(), Vec::new());
    for (at, column) in layout.columns.iter().enumerate() {
        match column {
            Some(Column::Notes) => {}
            Some(column) if layout.place(*column) != Some(at) => errors.push(layout.issue(
                number,
                at,
                "duplicate_column",
                format!(
                    "{}: la columna está repetida; deje una sola.",
                    column.label()
                ),
            )),
            Some(_) => {}
            None if header.iter().all(|row| row.text(at).trim().is_empty()) => {}
            None => remarks.push(layout.issue(
                number,
                at,
                "unknown_column",
                "La columna no es de la plantilla; no se lee.",
            )),
        }
    }
    Some((layout, errors, remarks))
}

#[cfg(test)]
#[path = "columns_tests.rs"]
mod columns_tests;
