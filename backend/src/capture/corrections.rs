//! Correcting what is published: asking for it, and sending it once a validator has opened it.
//!
//! The public keeps the old version until the new one is approved.

use actix_web::web;
use conoceles_shared::api::capture::Candidacy;
use conoceles_shared::api::corrections::CorrectionRequest;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{Action, Process, SectionState};
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::receipt::ReceiptKind;
use serde_json::json;

use super::sending::{Sending, store_sent};
use super::task::task_list_for;
use crate::candidacy::store as candidacies;
use crate::core::error::Failure;
use crate::core::grant::{Capture, Grant};
use crate::core::http::{Body, segment};
use crate::core::state::App;
use crate::core::text::plain_text;
use crate::steps::clock;

/// Asks to correct published sections.
///
/// # Errors
/// 409 where the candidacy or a section is not published, one is under way, or none is left; 422
/// without sections or a reason.
#[utoipa::path(
    post, path = "/api/v1/capture/candidacies/{id}/correction", tag = "capture",
    params(("id" = String, Path, description = "The candidacy")),
    request_body = CorrectionRequest,
    responses(
        (status = 200, body = Candidacy),
        (status = 404, body = Problem),
        (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn request_correction(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
    Body(body): Body<CorrectionRequest>,
) -> Result<web::Json<Candidacy>, Failure> {
    let id: CandidacyId = segment(&id)?;
    let reason = plain_text(
        CorrectionRequest::REASON,
        &body.reason,
        CorrectionRequest::REASON_LENGTH.min,
    )?;
    let who = grant.who();
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = candidacies::load_own_candidacy(&mut tx, &grant.scope, &id).await?;
    clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
    let action = Action::RequestCorrection {
        sections: body.sections,
        reason,
    };
    let next = loaded.process.apply(&action, who, &loaded.facts(now))?;
    let sections = sections_under_correction(&next);
    let sending = Sending {
        kind: ReceiptKind::CorrectionRequest,
        sections: &sections,
        action: AuditAction::CorrectionRequested,
        detail: json!({ "sections": sections }),
    };
    store_sent(&app, &mut tx, &mut loaded, next, who, sending, now).await?;
    let answer = task_list_for(&mut tx, &loaded, who, now).await?;
    tx.commit().await?;
    Ok(web::Json(answer))
}

/// Sends the correction to review: what was changed, and nothing else.
///
/// # Errors
/// 409 where none is open, nothing was changed, or a changed section is not finished.
#[utoipa::path(
    post, path = "/api/v1/capture/candidacies/{id}/correction/submission", tag = "capture",
    params(("id" = String, Path, description = "The candidacy")),
    responses(
        (status = 200, body = Candidacy),
        (status = 404, body = Problem),
        (status = 409, body = Problem),
    )
)]
pub async fn send_correction(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<Candidacy>, Failure> {
    let id: CandidacyId = segment(&id)?;
    let who = grant.who();
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = candidacies::load_own_candidacy(&mut tx, &grant.scope, &id).await?;
    clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
    let next = loaded
        .process
        .apply(&Action::SendCorrection, who, &loaded.facts(now))?;
    let sections: Vec<Section> = sections_under_correction(&next)
        .into_iter()
        .filter(|it| next.section(*it).state == SectionState::UnderReview)
        .collect();
    let sending = Sending {
        kind: ReceiptKind::Correction,
        sections: &sections,
        action: AuditAction::CorrectionSent,
        detail: json!({ "sections": sections }),
    };
    store_sent(&app, &mut tx, &mut loaded, next, who, sending, now).await?;
    let answer = task_list_for(&mut tx, &loaded, who, now).await?;
    tx.commit().await?;
    Ok(web::Json(answer))
}

fn sections_under_correction(process: &Process) -> Vec<Section> {
    process
        .correction
        .as_ref()
        .map_or_else(Vec::new, |it| it.sections.clone())
}
