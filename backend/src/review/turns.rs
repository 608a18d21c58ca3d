//! A reviewer's turn: taking it, giving it back, ending it.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::review::{Conclusion, Desk};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::AccountId;
use conoceles_shared::lifecycle::{Action, Process, SectionState, State, Verdict, Who};
use conoceles_shared::problem::Problem;
use conoceles_shared::time::{Instant, spanish_deadline};
use serde_json::json;

use super::claim_action;
use super::desk::noted_desk;
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::observations::{ObservationRow, insert_observation};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::ids::new_id;
use crate::core::state::App;
use crate::publication::{self, Kind};
use crate::steps::{Step, clock, store_audited_step};

/// Takes the turn, or renews it.
///
/// # Errors
/// 409 while another person holds it, or where a second person is needed.
#[utoipa::path(
    post, path = "/api/v1/review/candidacies/{id}/claim", tag = "review",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = Desk), (status = 409, body = Problem))
)]
pub async fn claim_turn(
    grant: Grant<Review>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<Desk>, Failure> {
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = super::load_for_review(&mut tx, &id).await?;
    take_turn(&app, &mut tx, &mut loaded, grant.who(), now).await?;
    let answer = noted_desk(&app.secrets, &mut tx, &loaded, grant.who(), now).await?;
    tx.commit().await?;
    Ok(web::Json(answer))
}

/// Takes the turn of a loaded candidacy, or renews it, in the caller's transaction.
///
/// # Errors
/// 409 while another person holds it, or where a second person is needed.
pub async fn take_turn(
    app: &App,
    conn: Conn<'_>,
    loaded: &mut LoadedCandidacy,
    who: Who<'_>,
    now: Instant,
) -> Result<(), Failure> {
    clock::settle_and_publish(app, &mut *conn, loaded, now).await?;
    let action = claim_action(&loaded.process);
    let next = loaded.process.apply(&action, who, &loaded.facts(now))?;
    let step = Step {
        who: Some(who),
        ..Step::of(AuditAction::ReviewClaimed)
    };
    store_audited_step(conn, loaded, next, step, now).await
}

/// Gives the turn back; decisions made are kept.
///
/// # Errors
/// 409 for whoever does not hold it.
#[utoipa::path(
    delete, path = "/api/v1/review/candidacies/{id}/claim", tag = "review",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 204), (status = 409, body = Problem))
)]
pub async fn release_turn(
    grant: Grant<Review>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = super::load_for_review(&mut tx, &id).await?;
    clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
    let next = loaded
        .process
        .apply(&Action::Release, grant.who(), &loaded.facts(now))?;
    let step = Step {
        who: Some(grant.who()),
        ..Step::of(AuditAction::ReviewReleased)
    };
    store_audited_step(&mut tx, &mut loaded, next, step, now).await?;
    tx.commit().await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Ends the turn: what follows is decided by the decisions made. Observations go to the operator,
/// a first approval waits for a second person, a complete one publishes.
///
/// # Errors
/// 409 while sections are undecided, or for whoever does not hold the turn.
#[utoipa::path(
    post, path = "/api/v1/review/candidacies/{id}/conclusion", tag = "review",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = Conclusion), (status = 409, body = Problem))
)]
pub async fn conclude_and_publish_approved(
    grant: Grant<Review>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<Conclusion>, Failure> {
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = super::load_for_review(&mut tx, &id).await?;
    clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
    let before = loaded.process.clone();
    let correction = before.state == State::Published;
    let action = if correction {
        Action::ConcludeCorrection
    } else {
        Action::Conclude
    };
    let next = before.apply(&action, grant.who(), &loaded.facts(now))?;
    let step = Step {
        who: Some(grant.who()),
        detail: json!({
            "from": before.state.code(),
            "to": next.state.code(),
            "observed": in_state(&next, SectionState::Observed),
            "correction": next.ended_correction.as_ref().filter(|_| correction).map(|it| it.how),
        }),
        ..Step::of(AuditAction::ReviewConcluded)
    };
    store_audited_step(&mut tx, &mut loaded, next, step, now).await?;
    let after = loaded.process.clone();
    store_observations(&mut tx, &loaded, &before, &grant.account, now).await?;
    if after.state == State::Published && published_anew(&before, &after) {
        let kind = if correction {
            Kind::NewVersion
        } else {
            Kind::Publication
        };
        publication::publish(&app, &mut tx, &loaded, &after, kind, now).await?;
    }
    tx.commit().await?;
    Ok(web::Json(Conclusion {
        state: after.state,
        summary: match loaded.held_until(now) {
            Some(at) => held_summary(&loaded.registration.full_name(), at),
            None => summary(&before, &after, &loaded.registration.full_name()),
        },
    }))
}

/// The codes of the sections in this state, for the audit.
fn in_state(process: &Process, state: SectionState) -> Vec<&'static str> {
    process
        .sections
        .iter()
        .filter(|(_, it)| it.state == state)
        .map(|(section, _)| section.code())
        .collect()
}

/// Stores the observations that this turn made.
async fn store_observations(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    before: &Process,
    by: &AccountId,
    now: Instant,
) -> Result<(), Failure> {
    for (section, it) in &loaded.process.sections {
        let judged = before.section(*section).state == SectionState::UnderReview;
        // Of a correction nothing stays observed: the observation is kept all the same.
        let corrected = before.state == State::Published;
        let made = judged && (corrected || it.state == SectionState::Observed);
        let Some(decision) = made.then(|| before.decision_of(*section, by)).flatten() else {
            continue;
        };
        if let Verdict::Observe { ground, reason } = decision.verdict {
            let row = ObservationRow {
                id: new_id(now)?,
                section: *section,
                version: decision.version,
                ground,
                reason,
                at: now,
                answer: None,
            };
            insert_observation(&mut *conn, &loaded.id, by, &row).await?;
        }
    }
    Ok(())
}

/// Whether what the public sees changed.
fn published_anew(before: &Process, after: &Process) -> bool {
    let versions = |process: &Process| -> Vec<_> {
        process
            .sections
            .values()
            .map(|it| it.published_version)
            .collect()
    };
    before.state != State::Published || versions(before) != versions(after)
}

fn held_summary(name: &str, at: Instant) -> String {
    format!(
        "Se aprobó la información de {name}. Se publicará el {}.",
        spanish_deadline(at)
    )
}

/// What happened, and to whose candidacy: it is read on another page than the candidacy's.
fn summary(before: &Process, process: &Process, name: &str) -> String {
    match (process.state, process.observation_period) {
        (State::Published, _) if before.state != State::Published => {
            format!("Se publicó la información de {name}.")
        }
        (State::Published, _) if published_anew(before, process) => {
            format!("Se publicó la versión corregida de {name}.")
        }
        (State::Published, _) => format!("La versión publicada de {name} se conserva."),
        (State::Observed, Some(period)) => format!(
            "Observaciones sobre {name} enviadas. El plazo para atenderlas termina el {}.",
            spanish_deadline(period.ends)
        ),
        _ => format!("Primera revisión de {name} registrada. Falta la de una segunda persona."),
    }
}
