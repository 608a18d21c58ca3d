//! Sending to review, the first time and again; answering an observation without a change.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::capture::{Candidacy, ObservationAnswer, SectionView};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{Action, Process, SectionState, State, Who};
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::receipt::ReceiptKind;
use conoceles_shared::time::Instant;
use serde_json::json;

use super::sending::{Sending, store_sent};
use super::task::task_list_for;
use super::views::{section_answer, section_for};
use crate::candidacy::store::observations::{last_observations, note_answer};
use crate::candidacy::{LoadedCandidacy, store as candidacies};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Capture, Grant};
use crate::core::http::{Body, segment};
use crate::core::state::App;
use crate::core::text::plain_text;
use crate::steps::{Step, clock, store_audited_step};

/// Sends to review.
///
/// # Errors
/// 409 with what is missing, or outside the period.
#[utoipa::path(
    post, path = "/api/v1/capture/candidacies/{id}/submission", tag = "capture",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = Candidacy), (status = 409, body = Problem))
)]
pub async fn submit_candidacy(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<Candidacy>, Failure> {
    let id: CandidacyId = segment(&id)?;
    let who = grant.who();
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = candidacies::load_own_candidacy(&mut tx, &grant.scope, &id).await?;
    clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
    send_one(&app, &mut tx, &mut loaded, who, now).await?;
    let answer = task_list_for(&mut tx, &loaded, who, now).await?;
    tx.commit().await?;
    Ok(web::Json(answer))
}

/// Sends a candidacy in the caller's transaction, the first time or again, with its receipt.
///
/// # Errors
/// 409 with what is missing, or outside the period.
pub async fn send_one(
    app: &App,
    conn: Conn<'_>,
    loaded: &mut LoadedCandidacy,
    who: Who<'_>,
    now: Instant,
) -> Result<(), Failure> {
    let again = loaded.process.state == State::Observed;
    let next = loaded
        .process
        .apply(&Action::Submit, who, &loaded.facts(now))?;
    let (kind, sections, action) = if again {
        let answered = answered(&loaded.process);
        (
            ReceiptKind::Resubmission,
            answered,
            AuditAction::CandidacyResubmitted,
        )
    } else {
        let all = Section::REVIEWABLE.to_vec();
        (
            ReceiptKind::Submission,
            all,
            AuditAction::CandidacySubmitted,
        )
    };
    let sending = Sending {
        kind,
        sections: &sections,
        action,
        detail: json!({ "to": next.state.code() }),
    };
    store_sent(app, conn, loaded, next, who, sending, now).await
}

/// The sections that answer an observation, changed or not.
fn answered(process: &Process) -> Vec<Section> {
    Section::REVIEWABLE
        .iter()
        .copied()
        .filter(|it| {
            matches!(
                process.section(*it).state,
                SectionState::Changed | SectionState::Answered
            )
        })
        .collect()
}

/// Answers an observation without changing the section.
///
/// # Errors
/// 409 where the section is not observed, or out of time.
#[utoipa::path(
    post, path = "/api/v1/capture/candidacies/{id}/sections/{section}/answer", tag = "capture",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("section" = Section, Path, description = "The section"),
    ),
    request_body = ObservationAnswer,
    responses(
        (status = 200, body = SectionView),
        (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn answer_observation(
    grant: Grant<Capture>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    Body(body): Body<ObservationAnswer>,
) -> Result<HttpResponse, Failure> {
    let (id, section): (CandidacyId, Section) = (segment(&path.0)?, segment(&path.1)?);
    let text = plain_text(
        "/answer",
        &body.answer,
        ObservationAnswer::ANSWER_LENGTH.min,
    )?;
    let who = grant.who();
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = candidacies::load_own_candidacy(&mut tx, &grant.scope, &id).await?;
    clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
    let next = loaded
        .process
        .apply(&Action::Answer { section }, who, &loaded.facts(now))?;
    let observation = last_observations(&mut tx, &id)
        .await?
        .remove(&section)
        .ok_or_else(Failure::not_found)?;
    let step = Step {
        who: Some(who),
        detail: json!({ "section": section.code(), "observation": observation.id }),
        ..Step::of(AuditAction::ObservationAnswered)
    };
    store_audited_step(&mut tx, &mut loaded, next, step, now).await?;
    note_answer(&mut tx, &observation.id, &text, now).await?;
    let view = section_for(&app.secrets, &mut tx, &loaded, section, who, now).await?;
    tx.commit().await?;
    Ok(section_answer(view))
}
