//! Rows that are no candidacies, and rows that were cut or joined on their way.

use std::collections::BTreeMap;

use conoceles_shared::api::bulk::BulkIssue;
use conoceles_shared::api::roll::{RollColumn, RollField};

use super::columns::Layout;
use crate::core::sheets::grid::Row;

/// Cells of a row that is no candidacy, and headings that one repeats, at most and at least.
const NOTE_CELLS: usize = 2;
const REPEATED_HEADINGS: usize = 3;

/// Why a row is no candidacy, if it is none: the headings again, a total, a note.
pub fn no_candidacy(layout: &Layout, row: &Row) -> Option<&'static str> {
    let again = |(at, column): &(usize, &RollColumn)| {
        !column.heading.is_empty() && row.text(*at).trim() == column.heading
    };
    let columns = layout.columns.iter().enumerate();
    if columns.filter(again).count() >= REPEATED_HEADINGS {
        return Some("El renglón repite los encabezados; no se lee.");
    }
    let filled = row.cells.iter().filter(|it| !it.is_blank()).count();
    let names = [
        RollField::GivenNames,
        RollField::FirstSurname,
        RollField::Curp,
    ];
    let mut names = names.iter().filter_map(|it| layout.place(*it));
    let nameless = names.all(|at| row.cell(at).is_blank());
    (nameless && filled <= NOTE_CELLS).then_some("El renglón no es de una candidatura; no se lee.")
}

/// What is wrong with the number of cells that a text has: a sign within a text that parts cells, or
/// a line end.
pub fn wrong_width(layout: &Layout, row: &Row, next: Option<&Row>) -> Option<BulkIssue> {
    let width = layout.columns.len();
    let found = row.written?;
    let beyond = row
        .cells
        .iter()
        .enumerate()
        .skip(width)
        .find(|(_, it)| !it.is_blank());
    if let Some((at, _)) = beyond {
        let detail = format!(
            "El renglón tiene {found} columnas y los encabezados {width}: un texto con el signo que separa las \
             columnas va entre comillas (\")."
        );
        return Some(layout.issue(row.number, at, "extra_cell", detail));
    }
    let rest = next
        .filter(|it| it.number == row.number + 1)
        .and_then(|it| it.written);
    let is_broken = found < width && rest.is_some_and(|it| found + it == width + 1);
    is_broken.then(|| {
        let detail = format!(
            "El renglón tiene {found} columnas y el siguiente las que le faltan para {width}: un texto con \
             saltos de línea va entre comillas (\")."
        );
        layout.issue(row.number, found.saturating_sub(1), "broken_row", detail)
    })
}

/// The first cell of each column that holds something below no heading: nothing is read from it.
pub fn headless_columns(layout: &Layout, rows: &[Row]) -> Vec<BulkIssue> {
    let mut firsts: BTreeMap<usize, u32> = BTreeMap::new();
    for row in rows {
        let cells = row.cells.iter().enumerate();
        for (at, _) in cells.filter(|(_, it)| !it.is_blank()) {
            let heading = layout.columns.get(at).map_or("", |it| it.heading.as_str());
            if heading.is_empty() {
                let _ = firsts.entry(at).or_insert(row.number);
            }
        }
    }
    let told = |(at, row): (usize, u32)| {
        let detail = "Tiene datos y su columna no tiene encabezado; no se lee.";
        layout.issue(row, at, "unknown_column", detail)
    };
    firsts.into_iter().map(told).collect()
}
