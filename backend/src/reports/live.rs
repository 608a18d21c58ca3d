//! Boards: reports as of now, which nobody issued.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::List;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::problem::Problem;
use conoceles_shared::reports::{
    Report, ReportKind, ReportedElection, board_report, identity_report, observations_report,
};
use conoceles_shared::time::Instant;

use super::figures::Boards;
use super::files::report_file;
use super::{live_head, reported, reported_election, store};
use crate::core::error::Failure;
use crate::core::grant::{Grant, Progress};
use crate::core::http::segment;
use crate::core::now::Now;
use crate::core::state::App;
use crate::elections;

/// The elections that there are reports of, the newest first.
///
/// # Errors
/// The database.
#[utoipa::path(
    get, path = "/api/v1/reports/elections", tag = "reports",
    responses((status = 200, body = List<ReportedElection>))
)]
pub async fn reported_elections(
    _grant: Grant<Progress>,
    app: web::Data<App>,
) -> Result<web::Json<List<ReportedElection>>, Failure> {
    let all = elections::elections(&mut *app.db.read().await?).await?;
    let data = all.iter().map(reported).collect();
    Ok(web::Json(List { data }))
}

/// How far an election is, as of now.
///
/// # Errors
/// 404 where there is no such election.
#[utoipa::path(
    get, path = "/api/v1/reports/elections/{id}/board", tag = "reports",
    params(("id" = String, Path)),
    responses((status = 200, body = Report), (status = 404, body = Problem))
)]
pub async fn progress_board(
    _grant: Grant<Progress>,
    app: web::Data<App>,
    boards: web::Data<Boards>,
    Now(now): Now,
    id: web::Path<String>,
) -> Result<web::Json<Report>, Failure> {
    Ok(web::Json(board(&app, &boards, &segment(&id)?, now).await?))
}

/// The same as a file; CSV is of one table, named by `table`.
///
/// # Errors
/// 404 where there is no such election or table.
#[utoipa::path(
    get, path = "/api/v1/reports/elections/{id}/board/{format}", tag = "reports",
    params(("id" = String, Path), ("format" = String, Path), ("table" = Option<String>, Query)),
    responses((status = 200, content(
        (Vec<u8> = "text/csv"), (Vec<u8> = "application/pdf"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    )), (status = 404, body = Problem))
)]
pub async fn progress_board_file(
    _grant: Grant<Progress>,
    app: web::Data<App>,
    boards: web::Data<Boards>,
    Now(now): Now,
    place: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let (id, format) = place.into_inner();
    let report = board(&app, &boards, &segment(&id)?, now).await?;
    report_file(&app, report, &format, &request).await
}

async fn board(
    app: &web::Data<App>,
    boards: &Boards,
    id: &ElectionId,
    now: Instant,
) -> Result<Report, Failure> {
    let election = reported_election(&mut *app.db.read().await?, id).await?;
    let head = live_head(ReportKind::Progress, &election, now);
    let figures = boards.of(app, election, now).await?;
    let (setup, clocks) = (&figures.election.setup, figures.clocks());
    Ok(board_report(head, setup, &clocks, &figures.facts))
}

/// What was observed in an election, by ground and section, and how long answers took.
///
/// # Errors
/// 404 where there is no such election.
#[utoipa::path(
    get, path = "/api/v1/reports/elections/{id}/observations", tag = "reports",
    params(("id" = String, Path)),
    responses((status = 200, body = Report), (status = 404, body = Problem))
)]
pub async fn observations_board(
    _grant: Grant<Progress>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
) -> Result<web::Json<Report>, Failure> {
    Ok(web::Json(observations(&app, &segment(&id)?, now).await?))
}

/// The same as a file; CSV is of one table, named by `table`.
///
/// # Errors
/// 404 where there is no such election or table.
#[utoipa::path(
    get, path = "/api/v1/reports/elections/{id}/observations/{format}", tag = "reports",
    params(("id" = String, Path), ("format" = String, Path), ("table" = Option<String>, Query)),
    responses((status = 200, content(
        (Vec<u8> = "text/csv"), (Vec<u8> = "application/pdf"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    )), (status = 404, body = Problem))
)]
pub async fn observations_board_file(
    _grant: Grant<Progress>,
    app: web::Data<App>,
    Now(now): Now,
    place: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let (id, format) = place.into_inner();
    let report = observations(&app, &segment(&id)?, now).await?;
    report_file(&app, report, &format, &request).await
}

async fn observations(
    app: &web::Data<App>,
    id: &ElectionId,
    now: Instant,
) -> Result<Report, Failure> {
    let mut conn = app.db.read().await?;
    let election = reported_election(&mut conn, id).await?;
    let facts = store::observed_facts(&mut conn, id).await?;
    let head = live_head(ReportKind::Observations, &election, now);
    Ok(observations_report(head, &facts))
}

/// The identity statistics of the last cut that could be told. Nothing is counted by asking.
///
/// # Errors
/// 404 where there is no such election.
#[utoipa::path(
    get, path = "/api/v1/reports/elections/{id}/identity", tag = "reports",
    params(("id" = String, Path)),
    responses((status = 200, body = Report), (status = 404, body = Problem))
)]
pub async fn identity_board(
    _grant: Grant<Progress>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
) -> Result<web::Json<Report>, Failure> {
    Ok(web::Json(identity(&app, &segment(&id)?, now).await?))
}

/// The same as a file; CSV is of one question, named by `table`.
///
/// # Errors
/// 404 where there is no such election or table.
#[utoipa::path(
    get, path = "/api/v1/reports/elections/{id}/identity/{format}", tag = "reports",
    params(("id" = String, Path), ("format" = String, Path), ("table" = Option<String>, Query)),
    responses((status = 200, content(
        (Vec<u8> = "text/csv"), (Vec<u8> = "application/pdf"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    )), (status = 404, body = Problem))
)]
pub async fn identity_board_file(
    _grant: Grant<Progress>,
    app: web::Data<App>,
    Now(now): Now,
    place: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let (id, format) = place.into_inner();
    let report = identity(&app, &segment(&id)?, now).await?;
    report_file(&app, report, &format, &request).await
}

async fn identity(app: &web::Data<App>, id: &ElectionId, now: Instant) -> Result<Report, Failure> {
    let mut conn = app.db.read().await?;
    let election = reported_election(&mut conn, id).await?;
    let cuts = store::identity_cuts(&mut conn, id).await?;
    let last = cuts.last();
    let mut head = live_head(ReportKind::Identity, &election, now);
    head.cutoff = last.map_or(now, |it| it.at);
    Ok(identity_report(head, last))
}
