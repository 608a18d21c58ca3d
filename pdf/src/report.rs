//! A report: tables of any width, in groups of columns that fit on a page.

use crate::flow::{SMALL, TEXT};
use crate::page::LEFT;
use crate::{About, Fact, PdfError, draw};

/// Everything that a report says, ready to be read.
#[derive(Debug, Clone)]
pub struct PrintedReport {
    /// What its metadata and its head say.
    pub about: About,
    /// Of what, as of when.
    pub facts: Vec<Fact>,
    /// What its percentages are of.
    pub base: String,
    /// What must be read beside its figures.
    pub notices: Vec<String>,
    /// Its tables.
    pub tables: Vec<PrintedTable>,
}

/// A table, its cells as they are read.
#[derive(Debug, Clone)]
pub struct PrintedTable {
    /// Its heading.
    pub title: String,
    /// What has to be known to read it.
    pub note: Option<String>,
    /// What its rows are called.
    pub row_label: String,
    /// What its columns are called.
    pub columns: Vec<String>,
    /// Each row with its name.
    pub rows: Vec<(String, Vec<String>)>,
}

/// How many columns stand beside the names of the rows.
const ON_A_PAGE: usize = 5;

/// The PDF of a report; the same bytes each time.
///
/// # Errors
/// Never in practice: the layout is ours.
pub fn print_report(report: &PrintedReport) -> Result<Vec<u8>, PdfError> {
    draw::print(&report.about, |flow| {
        flow.facts(LEFT, &report.facts);
        flow.paragraph(TEXT, &report.base);
        for notice in &report.notices {
            flow.paragraph(TEXT, notice);
        }
        for table in &report.tables {
            flow.heading(2, &table.title);
            if let Some(note) = &table.note {
                flow.paragraph(SMALL, note);
            }
            if table.rows.is_empty() {
                flow.paragraph(TEXT, "Sin registros.");
                continue;
            }
            let groups = table.columns.len().div_ceil(ON_A_PAGE);
            for (at, columns) in table.columns.chunks(ON_A_PAGE).enumerate() {
                let about = if groups == 1 {
                    table.title.clone()
                } else {
                    format!("{}, parte {} de {groups}", table.title, at + 1)
                };
                let rows: Vec<_> = table
                    .rows
                    .iter()
                    .map(|(name, cells)| {
                        let cells = cells.iter().skip(at * ON_A_PAGE).take(columns.len());
                        (name.as_str(), cells.map(String::as_str).collect())
                    })
                    .collect();
                let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
                flow.figures(&about, &table.row_label, &columns, &rows);
            }
        }
    })
}

#[cfg(test)]
#[path = "report_tests.rs"]
mod report_tests;
