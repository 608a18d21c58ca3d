//! More time: to capture, for a whole actor or for one candidacy; to answer observations or to
//! correct what is published, for one candidacy.
//!
//! What the end of a period has decided stays decided: it sent everything to review, and nothing
//! leads back from there (`docs/domain/process.md#candidacy`). So only a running period is
//! extended.

use std::sync::Arc;

use actix_web::web;
use chrono::NaiveDate;
use conoceles_shared::api::admin::{Actor, Candidacy, Extension};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::{ActorId, CandidacyId};
use conoceles_shared::lifecycle::{PeriodKind, Refusal, State};
use conoceles_shared::notices::News;
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::time::{Instant, Period, end_of_day, local_date, spanish_date};
use serde_json::json;

use super::actors::{actor_dates, present_actor};
use super::candidacies::present_candidacy;
use super::{audit_entry, check, not_archived, store};
use crate::candidacy::store::bulk;
use crate::candidacy::{LoadedCandidacy, store as candidacy};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::secrets::Secrets;
use crate::core::state::App;
use crate::elections::{self, ActorRow, ElectionRow};
use crate::notices::{self, ActorNotice};
use crate::steps::{clock, store_step};

/// The new end of a period, which must be running.
fn extended(
    period: Option<Period>,
    extension: &Extension,
    election_day: NaiveDate,
    now: Instant,
) -> Result<Instant, Failure> {
    let period = period.ok_or(Refusal::PeriodNotStarted)?;
    if period.is_over(now) {
        return Err(Refusal::PeriodEnded(period.ends).into());
    }
    let mut errors = check::own_errors(extension);
    check::characters(&mut errors, "/reason", &extension.reason);
    let end = end_of_day(extension.ends_on);
    if end <= period.ends {
        errors.push(FieldError::new(
            "/ends_on",
            "not_later",
            format!(
                "Debe ser posterior al término actual, {}.",
                spanish_date(local_date(period.ends))
            ),
        ));
    } else if extension.ends_on > election_day {
        errors.push(FieldError::new(
            "/ends_on",
            "after_election",
            format!(
                "No puede pasar de la jornada electoral, {}.",
                spanish_date(election_day)
            ),
        ));
    }
    check::finish(errors)?;
    Ok(end)
}

/// Extends an actor's capture period, for every candidacy without one of its own.
///
/// # Errors
/// 409 before the receipt and after the period; 422 where the day is not later than the present
/// end or passes election day.
#[utoipa::path(
    post, path = "/api/v1/admin/actors/{id}/extension", tag = "admin",
    params(("id" = String, Path)), request_body = Extension,
    responses(
        (status = 200, body = Actor), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn extend_actor_capture(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    Unchecked(mut extension): Unchecked<Extension>,
) -> Result<web::Json<Actor>, Failure> {
    let id: ActorId = segment(&id)?;
    check::tidy(&mut extension.reason);
    let (mut tx, now) = grant.begin_change(&app).await?;
    let (actor, election) = elections::actor_with_election(&mut tx, &id).await?;
    let election = Arc::new(election);
    not_archived(&election)?;
    let period = actor_dates(&actor).period(&election.setup);
    let end = extended(period, &extension, election.setup.date, now)?;
    elections::extend_actor(&mut tx, &actor, end).await?;
    tell_extended_actor(&app.secrets, &mut tx, &actor, &election, end, now).await?;
    let written = AuditEntry {
        election: Some(&election.id),
        detail: json!({
            "actor": id,
            "from": period.map(|it| it.ends),
            "to": end,
            "reason": extension.reason,
        }),
        ..audit_entry(&grant, AuditAction::ActorExtended)
    };
    audit::write(&mut tx, now, written).await?;
    let body = present_actor(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(web::Json(body))
}

/// Extends the period that runs for one candidacy: to capture, to answer observations, or to correct
/// what is published.
///
/// # Errors
/// 409 where none runs: before the receipt, after the period, and while others decide; 422 where the
/// day is not later than the present end or passes election day.
#[utoipa::path(
    post, path = "/api/v1/admin/candidacies/{id}/extension", tag = "admin",
    params(("id" = String, Path)), request_body = Extension,
    responses(
        (status = 200, body = Candidacy), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn extend_candidacy_period(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    Unchecked(mut extension): Unchecked<Extension>,
) -> Result<web::Json<Candidacy>, Failure> {
    let id: CandidacyId = segment(&id)?;
    check::tidy(&mut extension.reason);
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = candidacy::load_candidacy(&mut tx, &id)
        .await?
        .ok_or_else(Failure::not_found)?;
    not_archived(&loaded.election)?;
    clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
    let (kind, period) = extensible_period(&loaded, now)?;
    let end = extended(period, &extension, loaded.election.setup.date, now)?;
    if kind == PeriodKind::Capture {
        store::extend_candidacy(&mut tx, &loaded, end, now).await?;
    } else {
        let next = loaded.process.with_later_end(kind, end);
        store_step(&mut tx, &mut loaded, next, now).await?;
    }
    let notice = ActorNotice {
        actor: &loaded.actor.id,
        about: Some(&id),
        news: &told(kind, end),
        addressees: std::slice::from_ref(&id),
    };
    notices::tell_actor(&mut tx, notice, now).await?;
    let written = AuditEntry {
        election: Some(&loaded.election.id),
        candidacy: Some(&id),
        detail: json!({
            "period": audited_as(kind),
            "from": period.map(|it| it.ends),
            "to": end,
            "reason": extension.reason,
        }),
        ..audit_entry(&grant, AuditAction::CandidacyExtended)
    };
    audit::write(&mut tx, now, written).await?;
    let body = present_candidacy(&mut tx, &id, now).await?;
    tx.commit().await?;
    Ok(web::Json(body))
}

/// The period to extend; a capture period that is over says so, whatever it led to.
fn extensible_period(
    loaded: &LoadedCandidacy,
    now: Instant,
) -> Result<(PeriodKind, Option<Period>), Refusal> {
    let facts = loaded.facts(now);
    if let Some((kind, period)) = loaded.process.operator_period(&facts) {
        return Ok((kind, Some(period)));
    }
    let state = loaded.process.state;
    if state.is_captured() || facts.capture.is_none_or(|it| it.is_over(now)) {
        return Ok((PeriodKind::Capture, facts.capture));
    }
    Err(Refusal::WrongState(state))
}

const fn told(kind: PeriodKind, ends: Instant) -> News {
    match kind {
        PeriodKind::Capture => News::CaptureExtended { ends },
        PeriodKind::Answer => News::AnswersExtended { ends },
        PeriodKind::Correction => News::CorrectionExtended { ends },
    }
}

const fn audited_as(kind: PeriodKind) -> &'static str {
    match kind {
        PeriodKind::Capture => "capture",
        PeriodKind::Answer => "answer",
        PeriodKind::Correction => "correction",
    }
}

/// Tells the actor of its new end, and by e-mail the contacts of the candidacies that it is for.
async fn tell_extended_actor(
    secrets: &Secrets,
    conn: Conn<'_>,
    actor: &ActorRow,
    election: &Arc<ElectionRow>,
    end: Instant,
    now: Instant,
) -> Result<(), Failure> {
    let all = bulk::of_actor(&mut *conn, election, actor.clone()).await?;
    let open = |it: &LoadedCandidacy| {
        matches!(it.in_force(now).state, State::Registered | State::InCapture)
    };
    let concerned = all
        .iter()
        .filter(|it| open(it) && it.dates.own.is_none())
        .map(|it| it.id.clone())
        .collect();
    let notice = ActorNotice {
        actor: &actor.id,
        about: None,
        news: &News::CaptureExtended { ends: end },
        addressees: &notices::distinct_contacts(&mut *conn, secrets, concerned).await?,
    };
    notices::tell_actor(conn, notice, now).await
}

#[cfg(test)]
#[path = "extensions_tests.rs"]
mod extensions_tests;
