//! Pausing a published section with its legal basis, and resuming it: a log entry each way.

use actix_web::web;
use conoceles_shared::api::review::{Desk, LegalBasis};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::lifecycle::Action;
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::Section;
use serde_json::json;

use super::desk::noted_desk;
use crate::candidacy::store::pauses::PAUSED;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::http::{Body, segment};
use crate::core::state::App;
use crate::core::text::plain_text;
use crate::publication::{self, Kind};
use crate::steps::{Step, clock, store_audited_step};

/// Pauses a published section: the public sees «Información pausada».
///
/// # Errors
/// 409 where the section is not published; 422 without a basis.
#[utoipa::path(
    post, path = "/api/v1/review/candidacies/{id}/sections/{section}/pause", tag = "review",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("section" = Section, Path, description = "The section"),
    ),
    request_body = LegalBasis,
    responses((status = 200, body = Desk), (status = 409, body = Problem))
)]
pub async fn pause_section(
    grant: Grant<Review>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    body: Body<LegalBasis>,
) -> Result<web::Json<Desk>, Failure> {
    let section: Section = segment(&path.1)?;
    let switch = Switch {
        action: Action::Pause { section },
        kind: Kind::Pause,
        audited_as: PAUSED,
    };
    switch_and_publish(&grant, &app, &path.0, section, switch, &body.0.basis).await
}

/// Publishes a paused section again.
///
/// # Errors
/// 409 where the section is not paused; 422 without a basis.
#[utoipa::path(
    post, path = "/api/v1/review/candidacies/{id}/sections/{section}/resume", tag = "review",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("section" = Section, Path, description = "The section"),
    ),
    request_body = LegalBasis,
    responses((status = 200, body = Desk), (status = 409, body = Problem))
)]
pub async fn resume_section(
    grant: Grant<Review>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    body: Body<LegalBasis>,
) -> Result<web::Json<Desk>, Failure> {
    let section: Section = segment(&path.1)?;
    let switch = Switch {
        action: Action::Resume { section },
        kind: Kind::Resumption,
        audited_as: AuditAction::SectionResumed,
    };
    switch_and_publish(&grant, &app, &path.0, section, switch, &body.0.basis).await
}

/// Taking a section from the public, or giving it back.
struct Switch {
    action: Action,
    kind: Kind,
    audited_as: AuditAction,
}

async fn switch_and_publish(
    grant: &Grant<Review>,
    app: &App,
    id: &str,
    section: Section,
    switch: Switch,
    basis: &str,
) -> Result<web::Json<Desk>, Failure> {
    let basis = plain_text("/basis", basis, LegalBasis::BASIS_LENGTH.min)?;
    let (mut tx, now) = grant.begin_change(app).await?;
    let mut loaded = super::load_for_review(&mut tx, id).await?;
    clock::settle_and_publish(app, &mut tx, &mut loaded, now).await?;
    let next = loaded
        .process
        .apply(&switch.action, grant.who(), &loaded.facts(now))?;
    let step = Step {
        who: Some(grant.who()),
        action: switch.audited_as,
        legal_basis: Some(&basis),
        detail: json!({ "section": section.code() }),
    };
    store_audited_step(&mut tx, &mut loaded, next, step, now).await?;
    let process = loaded.process.clone();
    publication::publish(app, &mut tx, &loaded, &process, switch.kind, now).await?;
    let answer = noted_desk(&app.secrets, &mut tx, &loaded, grant.who(), now).await?;
    tx.commit().await?;
    Ok(web::Json(answer))
}
