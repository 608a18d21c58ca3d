//! A report as a file: one value, whatever the format.

mod csv_table;
mod printed;
mod workbook;

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::reports::{Report, ReportFormat};

use crate::core::error::Failure;
use crate::core::http::{attachment, off_thread, segment};
use crate::core::state::App;

/// The answer with a report in the format that the address names.
///
/// # Errors
/// 400 for another format; 404 where the report has no table of the name that `table` gives.
pub async fn report_file(
    app: &web::Data<App>,
    report: Report,
    format: &str,
    request: &HttpRequest,
) -> Result<HttpResponse, Failure> {
    let format: ReportFormat = segment(format)?;
    let authority = app.config.authority.clone();
    let wanted = decode_pairs(request.query_string())
        .into_iter()
        .find_map(|(name, value)| (name == "table").then_some(value));
    match format {
        ReportFormat::Csv => {
            let table = match wanted {
                Some(id) => report.table(&id),
                None => report.tables.first(),
            };
            let table = table.ok_or_else(Failure::not_found)?;
            let name = report.head.file_name(&table.id, format);
            let bytes = csv_table::csv_of(table)?;
            Ok(attachment(&name, "text/csv; charset=utf-8", bytes))
        }
        ReportFormat::Xlsx => {
            let name = report.head.file_name("", format);
            let bytes = off_thread(move || workbook::workbook_of(&report)).await??;
            Ok(attachment(&name, workbook::MEDIA_TYPE, bytes))
        }
        ReportFormat::Pdf => {
            let name = report.head.file_name("", format);
            let bytes = off_thread(move || printed::pdf_of(&report, &authority)).await??;
            Ok(attachment(&name, "application/pdf", bytes))
        }
    }
}

#[cfg(test)]
#[path = "files_tests.rs"]
mod files_tests;
