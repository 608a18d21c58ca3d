//! One table as CSV, in UTF-8 with a mark, without anything that a spreadsheet takes for a formula.

use conoceles_shared::reports::{ReportCell, ReportTable};

use crate::capture::bulk::neutral;
use crate::core::error::Failure;

/// The table's header, rows and total.
///
/// # Errors
/// Never in practice.
pub fn csv_of(table: &ReportTable) -> Result<Vec<u8>, Failure> {
    let failed = |_| Failure::internal("csv: not written");
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let words = |text: &str| neutral::neutralised(text).into_owned();
    let labels = table.columns.iter().map(|it| words(&it.label));
    writer
        .write_record([words(&table.row_label)].into_iter().chain(labels))
        .map_err(failed)?;
    let rows = table.rows.iter().map(|it| (it.label.as_str(), &it.cells));
    let total = table.total.iter().map(|cells| ("Total", cells));
    for (label, cells) in rows.chain(total) {
        let cells = cells.iter().map(cell_text);
        writer
            .write_record([words(label)].into_iter().chain(cells))
            .map_err(failed)?;
    }
    writer
        .into_inner()
        .map_err(|_| Failure::internal("csv: not written"))
}

/// A number as programs read it, words as they are.
fn cell_text(cell: &ReportCell) -> String {
    match cell.number {
        Some(number) => number.to_string(),
        None => neutral::neutralised(&cell.text).into_owned(),
    }
}
