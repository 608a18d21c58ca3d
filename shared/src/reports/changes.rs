//! What changed since the report before.

use super::table::{EarlierReport, Report, ReportCell, ReportColumn};

/// The report with the change of each of its general figures since `earlier`, which is of the same kind.
#[must_use]
pub fn with_changes_since(mut report: Report, earlier: Option<&Report>) -> Report {
    let Some((earlier, number)) = earlier.and_then(|it| Some((it, it.head.number?))) else {
        return report;
    };
    let before = earlier.table("totals");
    if let Some(totals) = report.tables.iter_mut().find(|it| it.id == "totals") {
        totals
            .columns
            .push(ReportColumn::number("change", "Cambio"));
        for row in &mut totals.rows {
            let was = before.and_then(|table| {
                let row = table.rows.iter().find(|it| it.code == row.code)?;
                row.cells.first()?.number
            });
            let is = row.cells.first().and_then(|it| it.number);
            let change = was.zip(is).map(|(was, is)| ReportCell::change(was, is));
            row.cells
                .push(change.unwrap_or_else(|| ReportCell::words("—")));
        }
    }
    report.since = Some(EarlierReport {
        number,
        cutoff: earlier.head.cutoff,
    });
    report
}
