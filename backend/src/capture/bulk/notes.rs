//! What is said of a sheet as it came, beside its answers: what was read although it does not show,
//! and what was not.

use std::collections::BTreeMap;

use conoceles_shared::api::bulk::BulkIssue;

use super::columns::Layout;
use super::table::Table;

/// The first cell of each column that has data and no header: nothing is read from it.
fn without_header(table: &Table, layout: &Layout) -> Vec<BulkIssue> {
    let mut firsts: BTreeMap<usize, u32> = BTreeMap::new();
    for row in table.rows.iter().skip(layout.before) {
        let filled = row
            .cells
            .iter()
            .enumerate()
            .filter(|(_, it)| !it.is_blank());
        for (at, _) in filled.filter(|(at, _)| !layout.has_header(table, *at)) {
            firsts.entry(at).or_insert(row.number);
        }
    }
    let told = |(at, row): (usize, u32)| {
        let detail = "Tiene datos y su columna no tiene encabezado; no se lee.";
        layout.issue(row, at, "unknown_column", detail)
    };
    firsts.into_iter().map(told).collect()
}

/// Remarks about a sheet; none of them stands in the way.
pub fn about_sheet(table: &Table, layout: &Layout) -> Vec<BulkIssue> {
    let mut found: Vec<BulkIssue> = table
        .unread
        .iter()
        .map(|name| BulkIssue {
            row: None,
            column: None,
            cell: None,
            field: None,
            label: None,
            section: None,
            code: "unread_sheet".to_owned(),
            detail: format!(
                "La hoja «{name}» también tiene las columnas de la plantilla y no se lee: solo se lee \
                 la primera."
            ),
        })
        .collect();
    found.extend(without_header(table, layout));
    for row in table.rows.iter().skip(layout.before) {
        if table.hidden.contains(&row.number) {
            let detail = "El renglón está oculto en la hoja; también se lee.";
            found.push(layout.issue(row.number, 0, "hidden_row", detail));
        }
        for (at, _) in row.cells.iter().enumerate().filter(|(_, it)| it.mended) {
            let detail =
                "Las letras de la celda venían en otra codificación; revise cómo se leyeron.";
            found.push(layout.issue(row.number, at, "mended_letters", detail));
        }
    }
    found
}
