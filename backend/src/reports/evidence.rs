//! The evidence of non-compliance of one actor, drawn from what was registered.

use std::collections::HashMap;
use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::ids::{ActorId, CandidacyId};
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::Problem;
use conoceles_shared::reports::{Granted, Report, ReportKind, Shortfall, evidence_report};
use conoceles_shared::time::Instant;
use serde_json::Value;

use super::files::report_file;
use super::live_head;
use super::store::{self, ExtensionRow};
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::bulk;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Progress};
use crate::core::http::segment;
use crate::core::now::Now;
use crate::core::state::App;
use crate::elections;

/// What an actor has not captured, with its periods and what it was told. Observers read it without
/// names.
///
/// # Errors
/// 404 where there is no such actor.
#[utoipa::path(
    get, path = "/api/v1/reports/actors/{id}/evidence", tag = "reports",
    params(("id" = String, Path)),
    responses((status = 200, body = Report), (status = 404, body = Problem))
)]
pub async fn evidence_of_actor(
    grant: Grant<Progress>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
) -> Result<web::Json<Report>, Failure> {
    Ok(web::Json(
        evidence(&app, &segment(&id)?, grant.role, now).await?,
    ))
}

/// The same as a file; CSV is of one table, named by `table`.
///
/// # Errors
/// 404 where there is no such actor or table.
#[utoipa::path(
    get, path = "/api/v1/reports/actors/{id}/evidence/{format}", tag = "reports",
    params(("id" = String, Path), ("format" = String, Path), ("table" = Option<String>, Query)),
    responses((status = 200, content(
        (Vec<u8> = "text/csv"), (Vec<u8> = "application/pdf"),
        (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    )), (status = 404, body = Problem))
)]
pub async fn evidence_of_actor_file(
    grant: Grant<Progress>,
    app: web::Data<App>,
    Now(now): Now,
    place: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let (id, format) = place.into_inner();
    let report = evidence(&app, &segment(&id)?, grant.role, now).await?;
    report_file(&app, report, &format, &request).await
}

async fn evidence(
    app: &web::Data<App>,
    id: &ActorId,
    reader: Role,
    now: Instant,
) -> Result<Report, Failure> {
    let mut conn = app.db.read().await?;
    let (actor, election) = elections::actor_with_election(&mut conn, id).await?;
    let head = live_head(ReportKind::Evidence, &election, now);
    let election = Arc::new(election);
    let mut all = bulk::of_actor(&mut conn, &election, actor.clone()).await?;
    all.sort_by_cached_key(LoadedCandidacy::name_key);
    let notices: HashMap<CandidacyId, u64> = store::notice_counts(&mut conn, id)
        .await?
        .into_iter()
        .map(|it| (it.candidacy, it.notices))
        .collect();
    let own = store::candidacy_extensions(&mut conn, id).await?;
    let for_all = store::actor_extensions(&mut conn, &election.id).await?;
    let for_all: Vec<_> = for_all
        .iter()
        .filter(|it| detail_text(it, "actor").as_deref() == Some(id.as_str()))
        .map(granted)
        .collect();
    let counting: Vec<_> = all.iter().filter(|it| is_counted(it, now)).collect();
    let short: Vec<_> = counting
        .iter()
        .filter_map(|it| {
            let notices = notices.get(&it.id).copied().unwrap_or(0);
            let own = own
                .iter()
                .filter(|row| row.candidacy.as_ref() == Some(&it.id));
            shortfall(it, reader, notices, own.map(granted).collect(), now)
        })
        .collect();
    let registered = u64::try_from(counting.len()).unwrap_or(u64::MAX);
    Ok(evidence_report(
        head,
        &actor.name,
        actor.received,
        registered,
        &for_all,
        &short,
    ))
}

/// Whether it is in the one denominator.
fn is_counted(loaded: &LoadedCandidacy, now: Instant) -> bool {
    conoceles_shared::reports::is_in_the_denominator(loaded.in_force(now).state)
}

/// What it lacks; `None` where nothing is missing.
fn shortfall(
    loaded: &LoadedCandidacy,
    reader: Role,
    notices: u64,
    granted: Vec<Granted>,
    now: Instant,
) -> Option<Shortfall> {
    let missing = loaded.process.missing_sections();
    let registration = &loaded.registration;
    (!missing.is_empty()).then(|| Shortfall {
        id: loaded.id.clone(),
        name: (reader != Role::Observer).then(|| registration.full_name()),
        seat: format!(
            "{}, {}, {}",
            registration.office.label(),
            loaded.territory_name(),
            registration.role_label().to_lowercase()
        ),
        due: loaded.facts(now).capture.map(|it| it.ends),
        notices,
        missing,
        granted,
    })
}

fn granted(row: &ExtensionRow) -> Granted {
    Granted {
        at: row.at,
        until: detail_text(row, "to").and_then(|it| it.parse().ok()),
        reason: detail_text(row, "reason").unwrap_or_default(),
    }
}

fn detail_text(row: &ExtensionRow, key: &str) -> Option<String> {
    let detail: Value = serde_json::from_str(&row.detail).ok()?;
    Some(detail.get(key)?.as_str()?.to_owned())
}
