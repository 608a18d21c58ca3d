//! What is said of a sheet as it came, beside its answers: what was read although it does not show,
//! and what was not.

use conoceles_shared::api::bulk::BulkIssue;

use super::columns::Layout;
use super::table::Table;

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
