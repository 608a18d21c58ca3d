//! Everything that was found in a file, as a file of its own.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::bulk::BulkIssue;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::Problem;

use super::plan::Plan;
use super::upload::check_roll;
use crate::capture::bulk::neutral::neutralised;
use crate::core::error::Failure;
use crate::core::file_body::FileBody;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{attachment, off_thread, segment};
use crate::core::state::App;

const HEADINGS: [&str; 6] = ["tipo", "fila", "columna", "celda", "dato", "qué pasa"];

/// Every error and every remark of a file as CSV, row by row. Changes nothing.
///
/// # Errors
/// As the dry run.
#[utoipa::path(
    post, path = "/api/v1/admin/elections/{id}/roll/issues.csv", tag = "admin",
    params(("id" = String, Path)),
    request_body(content(
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (Vec<u8> = "text/csv"),
    )),
    responses(
        (status = 200, body = Vec<u8>, content_type = "text/csv"),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 413, body = Problem), (status = 415, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn roll_issues_file(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    file: FileBody,
) -> Result<HttpResponse, Failure> {
    let id: ElectionId = segment(&id)?;
    let checked = check_roll(&grant, &app, &id, file).await?;
    let bytes = off_thread(move || issues_csv(&checked.plan)).await??;
    let name = "hallazgos-del-archivo.csv";
    Ok(attachment(name, "text/csv; charset=utf-8", bytes))
}

fn issues_csv(plan: &Plan) -> Result<Vec<u8>, Failure> {
    let broken = |_| Failure::internal("roll: csv");
    let mut file = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(b"\xef\xbb\xbf".to_vec());
    file.write_record(HEADINGS).map_err(broken)?;
    let errors = plan.errors.kept.iter().map(|it| ("error", it));
    let remarks = plan.remarks.kept.iter().map(|it| ("aviso", it));
    let mut all: Vec<(&str, &BulkIssue)> = errors.chain(remarks).collect();
    // Each is in the order of the sheet already; of one row the errors come first.
    all.sort_by_key(|(_, it)| it.row);
    for (kind, it) in all {
        let row = it.row.map(|it| it.to_string()).unwrap_or_default();
        let text = |it: &Option<String>| it.clone().unwrap_or_default();
        let (column, cell, label) = (text(&it.column), text(&it.cell), text(&it.label));
        let detail = neutralised(&it.detail);
        let record = [kind, &row, &column, &cell, &label, &*detail];
        file.write_record(record).map_err(broken)?;
    }
    file.into_inner()
        .map_err(|_| Failure::internal("roll: csv"))
}
