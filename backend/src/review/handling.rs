//! Marking what was found in a section as handled: the reviewer's own list, which decides nothing and
//! which nobody else reads.

use actix_web::web;
use conoceles_shared::api::handled::{FoundOnDesk, HandledFinding, HandlingRequest};
use conoceles_shared::api::review::{Desk, DeskSection};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::language::Finding;
use conoceles_shared::lifecycle::Refusal;
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::questionnaire::Section;
use serde_json::json;

use super::decisions::outdated;
use super::desk::{desk_for, noted_desk};
use super::store::handled::{MarkPlace, remove_mark, save_mark};
use crate::candidacy::LoadedCandidacy;
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::http::{Body, segment};
use crate::core::secrets::Secrets;
use crate::core::state::App;
use crate::core::text::plain_text;
use crate::hints::hints_for_reviewer;
use crate::steps::clock;

/// Marks something that was found in a section as handled, with a note, or takes the mark back.
///
/// # Errors
/// 409 without the claim or on another version; 422 for what is not found there.
#[utoipa::path(
    put, path = "/api/v1/review/candidacies/{id}/sections/{section}/handled", tag = "review",
    params(
        ("id" = String, Path, description = "The candidacy"),
        ("section" = Section, Path, description = "The section"),
    ),
    request_body = HandlingRequest,
    responses(
        (status = 200, body = Desk),
        (status = 404, body = Problem),
        (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn mark_handled(
    grant: Grant<Review>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
    Body(body): Body<HandlingRequest>,
) -> Result<web::Json<Desk>, Failure> {
    let (id, section) = path.into_inner();
    let section: Section = segment(&section)?;
    let note = body
        .note
        .as_deref()
        .map(|it| plain_text(HandlingRequest::NOTE, it, HandlingRequest::NOTE_LENGTH.min))
        .transpose()?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = super::load_for_review(&mut tx, &id).await?;
    clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
    let desk = desk_for(&app.secrets, &mut tx, &loaded, grant.who(), now).await?;
    let Some(shown) = desk.sections.iter().find(|it| it.section == section) else {
        return Err(Refusal::NotReviewable(section).into());
    };
    if !shown.to_decide {
        return Err(refused(&desk, shown).into());
    }
    if shown.version != body.version {
        return outdated(&Refusal::DecisionOutdated(section), desk, section);
    }
    let is_there = is_found(&app.secrets, &mut tx, &loaded, shown, &body.found).await?;
    let place = MarkPlace {
        candidacy: &loaded.id,
        account: &grant.account,
        section,
        version: body.version,
    };
    if body.handled && is_there {
        let mark = HandledFinding {
            found: body.found,
            note,
            at: now,
        };
        save_mark(&mut tx, place, &mark).await?;
    } else if body.handled {
        return Err(not_found_there().into());
    } else {
        remove_mark(&mut tx, place, &body.found).await?;
    }
    let written = AuditEntry {
        detail: json!({
            "section": section.code(), "version": body.version, "handled": body.handled,
        }),
        ..loaded.audit_entry(Some(grant.who()), AuditAction::FindingHandled)
    };
    audit::write(&mut tx, now, written).await?;
    let answer = noted_desk(&app.secrets, &mut tx, &loaded, grant.who(), now).await?;
    tx.commit().await?;
    Ok(web::Json(answer))
}

/// Why nothing is marked in a section that is not to be decided.
fn refused(desk: &Desk, shown: &DeskSection) -> Refusal {
    if desk.claim_expires.is_some_and(|at| at > desk.now) {
        Refusal::WrongSectionState(shown.section, shown.state)
    } else {
        Refusal::ClaimRequired
    }
}

fn not_found_there() -> FieldError {
    FieldError::new(
        "/found",
        "unknown",
        "Eso no se encuentra en esta sección: actualice la página.",
    )
}

/// Whether it is among what the desk shows of the section.
async fn is_found(
    secrets: &Secrets,
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    shown: &DeskSection,
    found: &FoundOnDesk,
) -> Result<bool, Failure> {
    if matches!(found, FoundOnDesk::Language { .. }) {
        let same = |it: &Finding| FoundOnDesk::in_language(it) == *found;
        return Ok(shown.findings.iter().any(|it| same(&it.finding)));
    }
    let all = hints_for_reviewer(secrets, conn, loaded).await?;
    let of_section = |it: Section| it == shown.section;
    let hints = all.hints.iter().filter(|it| of_section(it.section));
    let similar = all.similar.iter().filter(|it| of_section(it.section));
    Ok(hints.map(FoundOnDesk::as_hint).any(|it| it == *found)
        || similar.map(FoundOnDesk::as_similar).any(|it| it == *found))
}
