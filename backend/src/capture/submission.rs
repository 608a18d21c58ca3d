//! Sending to review, the first time and again; answering an observation without a change.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::capture::{Candidacy, ObservationAnswer, SectionView};
use conoceles_shared::lifecycle::{Action, Process, SectionState, State};
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::receipt::ReceiptKind;
use serde_json::json;

use super::{sections, task};
use crate::candidacy::store::observations;
use crate::core::error::Failure;
use crate::core::grant::{Capture, Grant};
use crate::core::http::{Body, segment};
use crate::core::now::Now;
use crate::core::state::App;
use crate::core::text::plain;
use crate::receipts;
use crate::steps::{Step, take};

/// Sends to review.
///
/// # Errors
/// 409 with what is missing, or outside the period.
#[utoipa::path(
    post, path = "/api/v1/capture/candidacies/{id}/submission", tag = "capture",
    params(("id" = String, Path, description = "The candidacy")),
    responses((status = 200, body = Candidacy), (status = 409, body = Problem))
)]
pub async fn submit(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
    Now(now): Now,
) -> Result<web::Json<Candidacy>, Failure> {
    let who = grant.who();
    let mut tx = app.db.write().await?;
    let mut loaded = super::open(&app, &mut tx, &grant.scope, &id, now).await?;
    let again = loaded.process.state == State::Observed;
    let next = loaded
        .process
        .apply(&Action::Submit, who, &loaded.facts(now))?;
    let (kind, sent) = if again {
        (ReceiptKind::Resubmission, answered(&loaded.process))
    } else {
        (ReceiptKind::Submission, Section::REVIEWABLE.to_vec())
    };
    let what = (kind, &next, sent.as_slice());
    let receipt = receipts::issue(&app, &mut tx, &loaded, what, Some(&grant.account), now).await?;
    let step = Step {
        who: Some(who),
        action: if again {
            "candidacy.resubmitted"
        } else {
            "candidacy.submitted"
        },
        detail: json!({ "to": next.state.code(), "receipt_sha256": receipt }),
        ..Step::default()
    };
    take(&mut tx, &mut loaded, next, step, now).await?;
    let answer = task::view(&mut tx, &loaded, who, now).await?;
    tx.commit().await?;
    Ok(web::Json(answer))
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
pub async fn answer(
    grant: Grant<Capture>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    Now(now): Now,
    Body(body): Body<ObservationAnswer>,
) -> Result<HttpResponse, Failure> {
    let section: Section = segment(&path.1)?;
    let text = plain("/answer", &body.answer, 10)?;
    let who = grant.who();
    let mut tx = app.db.write().await?;
    let mut loaded = super::open(&app, &mut tx, &grant.scope, &path.0, now).await?;
    let next = loaded
        .process
        .apply(&Action::Answer { section }, who, &loaded.facts(now))?;
    let observation = observations::last(&mut tx, &loaded.id)
        .await?
        .remove(&section)
        .ok_or_else(Failure::not_found)?;
    observations::answer(&mut tx, &observation.id, &text, now).await?;
    let step = Step {
        who: Some(who),
        action: "observation.answered",
        detail: json!({ "section": section.code(), "observation": observation.id }),
        ..Step::default()
    };
    take(&mut tx, &mut loaded, next, step, now).await?;
    let view = sections::view(&app, &mut tx, &loaded, section, who, now).await?;
    tx.commit().await?;
    sections::answer(view)
}
