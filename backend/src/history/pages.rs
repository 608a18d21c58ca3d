//! A page of a candidacy's history, for each role by a route of its own.

use actix_web::{HttpRequest, web};
use conoceles_shared::api::history::{CandidacyHistory, HistoryKind, HistoryOf, HistorySearch};
use conoceles_shared::api::query::decode_pairs;
use conoceles_shared::history::{PastEvent, timeline};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::Who;
use conoceles_shared::problem::Problem;
use conoceles_shared::time::Instant;

use super::audited::happening;
use super::store;
use crate::candidacy::{LoadedCandidacy, store as candidacies};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Capture, Grant, Review};
use crate::core::http::segment;
use crate::core::now::Now;
use crate::core::state::App;

/// The history of a candidacy for its reviewers, the newest first, 50 on a page. Of other reviewers'
/// marks only those that no longer wait for the end of a turn.
///
/// # Errors
/// 404 where there is no such candidacy; 422 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/review/candidacies/{id}/history", tag = "review",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("kind" = Option<HistoryKind>, Query, description = "Only this kind"),
        ("page" = Option<u32>, Query, description = "From 1"),
    ),
    responses(
        (status = 200, body = CandidacyHistory),
        (status = 404, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn history_for_review(
    grant: Grant<Review>,
    app: web::Data<App>,
    id: web::Path<String>,
    Now(now): Now,
    request: HttpRequest,
) -> Result<web::Json<CandidacyHistory>, Failure> {
    history_of_any(&app, &id, grant.who(), now, &request).await
}

/// The history of a candidacy for the administrator, the newest first, 50 on a page.
///
/// # Errors
/// 404 where there is no such candidacy; 422 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/admin/candidacies/{id}/history", tag = "admin",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("kind" = Option<HistoryKind>, Query, description = "Only this kind"),
        ("page" = Option<u32>, Query, description = "From 1"),
    ),
    responses(
        (status = 200, body = CandidacyHistory),
        (status = 404, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn history_for_admin(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    Now(now): Now,
    request: HttpRequest,
) -> Result<web::Json<CandidacyHistory>, Failure> {
    history_of_any(&app, &id, grant.who(), now, &request).await
}

/// The history of one's own candidacy, the newest first, 50 on a page: what was delivered, without the
/// names of the institute's people.
///
/// # Errors
/// 404 where one's actor has no such candidacy; 422 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/capture/candidacies/{id}/history", tag = "capture",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("kind" = Option<HistoryKind>, Query, description = "Only this kind"),
        ("page" = Option<u32>, Query, description = "From 1"),
    ),
    responses(
        (status = 200, body = CandidacyHistory),
        (status = 404, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn history_of_own_candidacy(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
    Now(now): Now,
    request: HttpRequest,
) -> Result<web::Json<CandidacyHistory>, Failure> {
    let search = asked(&request)?;
    let id: CandidacyId = segment(&id)?;
    let mut conn = app.db.read().await?;
    let loaded = candidacies::load_own_candidacy(&mut conn, &grant.scope, &id).await?;
    page(&mut conn, loaded, grant.who(), now, search).await
}

async fn history_of_any(
    app: &App,
    id: &str,
    who: Who<'_>,
    now: Instant,
    request: &HttpRequest,
) -> Result<web::Json<CandidacyHistory>, Failure> {
    let search = asked(request)?;
    let id: CandidacyId = segment(id)?;
    let mut conn = app.db.read().await?;
    let loaded = candidacies::load_candidacy(&mut conn, &id)
        .await?
        .ok_or_else(Failure::not_found)?;
    page(&mut conn, loaded, who, now, search).await
}

fn asked(request: &HttpRequest) -> Result<HistorySearch, Failure> {
    HistorySearch::from_pairs(&decode_pairs(request.query_string())).map_err(Failure::invalid)
}

async fn page(
    conn: Conn<'_>,
    loaded: LoadedCandidacy,
    who: Who<'_>,
    now: Instant,
    search: HistorySearch,
) -> Result<web::Json<CandidacyHistory>, Failure> {
    let events = past_events(conn, &loaded.id).await?;
    let told = timeline(events, who, &loaded.in_force(now));
    let of = HistoryOf {
        name: loaded.registration.full_name(),
        actor_name: loaded.actor.name.clone(),
        drill: loaded.election.setup.drill,
        candidacy: loaded.id,
    };
    Ok(web::Json(search.page_of(told, of)))
}

/// Everything that happened to a candidacy, wherever it is kept.
async fn past_events(conn: Conn<'_>, id: &CandidacyId) -> Result<Vec<PastEvent>, Failure> {
    let mut all: Vec<PastEvent> = store::steps_of_candidacy(&mut *conn, id)
        .await?
        .iter()
        .filter_map(happening)
        .collect();
    all.extend(store::saved_versions(&mut *conn, id).await?);
    all.extend(store::delivered_observations(&mut *conn, id).await?);
    all.extend(store::issued_receipts(&mut *conn, id).await?);
    all.extend(store::recorded_papers(&mut *conn, id).await?);
    all.extend(store::written_notices(conn, id).await?);
    Ok(all)
}
