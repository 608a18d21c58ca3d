//! A report as an accessible PDF.

use conoceles_pdf::{About, Fact, PrintedReport, PrintedTable, print_report};
use conoceles_shared::reports::{Report, ReportTable};
use conoceles_shared::time::spanish_deadline;

use crate::core::error::Failure;
use crate::receipts::dated;

/// The report as PDF.
///
/// # Errors
/// Never in practice.
pub fn pdf_of(report: &Report, authority: &str) -> Result<Vec<u8>, Failure> {
    print_report(&sheet(report, authority))
        .map_err(|error| Failure::Internal(format!("report: {error}")))
}

fn sheet(report: &Report, authority: &str) -> PrintedReport {
    let head = &report.head;
    let mut facts = vec![
        Fact::new("Elección", &*head.election.name),
        Fact::new("Corte", spanish_deadline(head.cutoff)),
        Fact::new("Elaboración", spanish_deadline(head.drawn_at)),
    ];
    if let Some(since) = &report.since {
        let at = spanish_deadline(since.cutoff);
        let told = format!("Informe {}, corte del {at}", since.number);
        facts.push(Fact::new("Cambio respecto de", told));
    }
    PrintedReport {
        about: About {
            title: head.title(),
            authority: authority.to_owned(),
            dated: dated(head.drawn_at),
            ident: format!(
                "{}-{}",
                head.election.id,
                head.file_name("", conoceles_shared::reports::ReportFormat::Pdf)
            ),
            drill: head.election.drill,
        },
        facts,
        base: report.base.clone(),
        notices: report.notices.clone(),
        tables: report.tables.iter().map(printed_table).collect(),
    }
}

fn printed_table(table: &ReportTable) -> PrintedTable {
    let rows = table.rows.iter().map(|it| (it.label.clone(), &it.cells));
    let total = table.total.iter().map(|it| ("Total".to_owned(), it));
    PrintedTable {
        title: table.title.clone(),
        note: table.note.clone(),
        row_label: table.row_label.clone(),
        columns: table.columns.iter().map(|it| it.label.clone()).collect(),
        rows: rows
            .chain(total)
            .map(|(label, cells)| (label, cells.iter().map(|it| it.text.clone()).collect()))
            .collect(),
    }
}
