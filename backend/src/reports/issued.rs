//! Reports as they were issued: the same for ever.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::List;
use conoceles_shared::ids::{ElectionId, ReportId};
use conoceles_shared::problem::Problem;
use conoceles_shared::reports::{IssuedReport, Report};

use super::files::report_file;
use super::reported_election;
use super::store::{self, IssuedRow};
use crate::core::error::Failure;
use crate::core::grant::{Grant, Progress};
use crate::core::http::segment;
use crate::core::state::App;

/// The reports that were issued of an election, the last first.
///
/// # Errors
/// 404 where there is no such election.
#[utoipa::path(
    get, path = "/api/v1/reports/elections/{id}/issued", tag = "reports",
    params(("id" = String, Path)),
    responses((status = 200, body = List<IssuedReport>), (status = 404, body = Problem))
)]
pub async fn issued_reports(
    _grant: Grant<Progress>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<List<IssuedReport>>, Failure> {
    let id: ElectionId = segment(&id)?;
    let mut conn = app.db.read().await?;
    reported_election(&mut conn, &id).await?;
    let told = |row: IssuedRow| -> Result<IssuedReport, Failure> {
        Ok(IssuedReport {
            head: serde_json::from_str(&row.head)?,
            id: row.id,
            sha256: row.sha256,
        })
    };
    let rows = store::issued_reports(&mut conn, &id).await?;
    let data = rows.into_iter().map(told).collect::<Result<_, _>>()?;
    Ok(web::Json(List { data }))
}

/// A report as it was issued.
///
/// # Errors
/// 404 where there is none.
#[utoipa::path(
    get, path = "/api/v1/reports/issued/{id}", tag = "reports",
    params(("id" = String, Path)),
    responses((status = 200, body = Report), (status = 404, body = Problem))
)]
pub async fn issued_report(
    _grant: Grant<Progress>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<Report>, Failure> {
    Ok(web::Json(kept(&app, &segment(&id)?).await?))
}

/// The same as a file; CSV is of one table, named by `table`.
///
/// # Errors
/// 404 where there is no such report or table.
#[utoipa::path(
    get, path = "/api/v1/reports/issued/{id}/{format}", tag = "reports",
    params(("id" = String, Path), ("format" = String, Path), ("table" = Option<String>, Query)),
    responses((status = 200, content(
        (Vec<u8> = "text/csv"), (Vec<u8> = "application/pdf"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    )), (status = 404, body = Problem))
)]
pub async fn issued_report_file(
    _grant: Grant<Progress>,
    app: web::Data<App>,
    place: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let (id, format) = place.into_inner();
    let report = kept(&app, &segment(&id)?).await?;
    report_file(&app, report, &format, &request).await
}

async fn kept(app: &App, id: &ReportId) -> Result<Report, Failure> {
    let found = store::issued_report(&mut *app.db.read().await?, id).await?;
    found.ok_or_else(Failure::not_found)
}
