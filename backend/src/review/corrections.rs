//! Opening a correction that was asked for, or refusing it with a reason. What is sent later is
//! claimed, decided and concluded like any review (`turns.rs`, `decisions.rs`).

use actix_web::web;
use conoceles_shared::api::corrections::CorrectionRefusal;
use conoceles_shared::api::review::Desk;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::lifecycle::Action;
use conoceles_shared::problem::Problem;

use super::desk::noted_desk;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::http::Body;
use crate::core::state::App;
use crate::core::text::plain_text;
use crate::steps::{Step, clock, store_audited_step};

/// Opens a correction: its operator may change those sections and no other, for a while.
///
/// # Errors
/// 409 where none was asked for.
#[utoipa::path(
    post, path = "/api/v1/review/candidacies/{id}/correction/opening", tag = "review",
    params(("id" = String, Path, description = "The candidacy")),
    responses(
        (status = 200, body = Desk),
        (status = 404, body = Problem),
        (status = 409, body = Problem),
    )
)]
pub async fn open_correction(
    grant: Grant<Review>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<Desk>, Failure> {
    let answer = CorrectionAnswer {
        action: Action::OpenCorrection,
        audited_as: AuditAction::CorrectionOpened,
    };
    answer_request(&grant, &app, &id, answer).await
}

/// Refuses a correction that was asked for: what is published stays.
///
/// # Errors
/// 409 where none was asked for; 422 without a reason.
#[utoipa::path(
    post, path = "/api/v1/review/candidacies/{id}/correction/refusal", tag = "review",
    params(("id" = String, Path, description = "The candidacy")),
    request_body = CorrectionRefusal,
    responses(
        (status = 200, body = Desk),
        (status = 404, body = Problem),
        (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn refuse_correction(
    grant: Grant<Review>,
    app: web::Data<App>,
    id: web::Path<String>,
    Body(body): Body<CorrectionRefusal>,
) -> Result<web::Json<Desk>, Failure> {
    let reason = plain_text(
        CorrectionRefusal::REASON,
        &body.reason,
        CorrectionRefusal::REASON_LENGTH.min,
    )?;
    let answer = CorrectionAnswer {
        action: Action::RefuseCorrection { reason },
        audited_as: AuditAction::CorrectionRefused,
    };
    answer_request(&grant, &app, &id, answer).await
}

/// What a validator answers to a request.
struct CorrectionAnswer {
    action: Action,
    audited_as: AuditAction,
}

async fn answer_request(
    grant: &Grant<Review>,
    app: &App,
    id: &str,
    answer: CorrectionAnswer,
) -> Result<web::Json<Desk>, Failure> {
    let who = grant.who();
    let (mut tx, now) = grant.begin_change(app).await?;
    let mut loaded = super::load_for_review(&mut tx, id).await?;
    clock::settle_and_publish(app, &mut tx, &mut loaded, now).await?;
    let next = loaded
        .process
        .apply(&answer.action, who, &loaded.facts(now))?;
    let step = Step {
        who: Some(who),
        ..Step::of(answer.audited_as)
    };
    store_audited_step(&mut tx, &mut loaded, next, step, now).await?;
    let desk = noted_desk(&app.secrets, &mut tx, &loaded, who, now).await?;
    tx.commit().await?;
    Ok(web::Json(desk))
}
