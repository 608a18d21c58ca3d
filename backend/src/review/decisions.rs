//! Deciding on one section: the decision names the version and the hash that it judges.

use actix_web::web;
use conoceles_shared::api::review::{DecisionRequest, Desk, VerdictKind};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::lifecycle::{Action, Refusal, Verdict};
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::questionnaire::Section;
use serde_json::json;

use super::desk::noted_desk;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::http::{Body, segment};
use crate::core::state::App;
use crate::core::text::plain_text;
use crate::steps::{Step, clock, store_audited_step};

/// Approves or observes a section; it can be changed until the turn is concluded.
///
/// # Errors
/// 409 without the claim or on another version; 422 for an observation without ground or reason.
#[utoipa::path(
    put, path = "/api/v1/review/candidacies/{id}/sections/{section}/decision", tag = "review",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("section" = Section, Path, description = "The section"),
    ),
    request_body = DecisionRequest,
    responses(
        (status = 200, body = Desk),
        (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn decide_section(
    grant: Grant<Review>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    Body(body): Body<DecisionRequest>,
) -> Result<web::Json<Desk>, Failure> {
    let (id, section) = path.into_inner();
    let section: Section = segment(&section)?;
    let verdict = verdict_of(&body, section)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = super::load_for_review(&mut tx, &id).await?;
    clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
    let action = Action::Decide {
        section,
        version: body.version,
        sha256: body.sha256.clone(),
        verdict,
    };
    let next = match loaded
        .process
        .apply(&action, grant.who(), &loaded.facts(now))
    {
        Ok(next) => next,
        Err(refusal @ Refusal::DecisionOutdated(_)) => {
            let desk = noted_desk(&app.secrets, &mut tx, &loaded, grant.who(), now).await?;
            // Nothing is decided, but identity answers may have been shown.
            tx.commit().await?;
            return outdated(&refusal, desk, section);
        }
        Err(refusal) => return Err(refusal.into()),
    };
    let step = Step {
        who: Some(grant.who()),
        detail: json!({
            "section": section.code(),
            "version": body.version,
            "sha256": body.sha256,
            "verdict": body.verdict,
            "ground": body.ground,
        }),
        ..Step::of(AuditAction::SectionDecided)
    };
    store_audited_step(&mut tx, &mut loaded, next, step, now).await?;
    let answer = noted_desk(&app.secrets, &mut tx, &loaded, grant.who(), now).await?;
    tx.commit().await?;
    Ok(web::Json(answer))
}

/// The verdict that a request stands for, or every field that is missing.
fn verdict_of(body: &DecisionRequest, section: Section) -> Result<Verdict, Failure> {
    if body.verdict == VerdictKind::Approve {
        return Ok(Verdict::Approve);
    }
    let ground = body
        .ground
        .ok_or_else(|| FieldError::new("/ground", "required", "Elija la causa."))
        .and_then(|ground| {
            let fits = ground.applies_to(section).then_some(ground);
            fits.ok_or_else(|| {
                FieldError::new(
                    "/ground",
                    "not_applicable",
                    "Esta causa es solo para la fotografía.",
                )
            })
        });
    let reason = match body.reason.as_deref().filter(|it| !it.trim().is_empty()) {
        Some(reason) => plain_text("/reason", reason, DecisionRequest::REASON_LENGTH.min),
        None => Err(FieldError::new(
            "/reason",
            "required",
            "Escriba el razonamiento.",
        )),
    };
    match (ground, reason) {
        (Ok(ground), Ok(reason)) => Ok(Verdict::Observe { ground, reason }),
        (ground, reason) => Err(Failure::invalid(
            ground.err().into_iter().chain(reason.err()).collect(),
        )),
    }
}

/// 409 with the section as it is now, so that the difference can be seen.
///
/// # Errors
/// Always.
pub(super) fn outdated(
    refusal: &Refusal,
    desk: Desk,
    section: Section,
) -> Result<web::Json<Desk>, Failure> {
    let mut problem = Problem::new(refusal.code(), refusal.detail());
    let now = desk.sections.into_iter().find(|it| it.section == section);
    problem.current = now.map(serde_json::to_value).transpose()?;
    Err(Failure::Problem(Box::new(problem)))
}
