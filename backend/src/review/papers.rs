//! Revocations and ARCO requests that came on paper: recorded with the paper's own date and
//! reference, audited, told to the operator. A revocation takes effect at once, as on the desk of
//! capture.

use actix_web::web;
use conoceles_shared::api::List;
use conoceles_shared::api::paper::{PaperRequest, RevokedItem};
use conoceles_shared::api::review::Desk;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::lifecycle::{Process, Who};
use conoceles_shared::notices::News;
use conoceles_shared::paper::may_be_dated;
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::questionnaire::{ConsentKind, NOTICE_VERSION};
use conoceles_shared::time::{Instant, local_date};
use serde_json::json;

use super::desk::noted_desk;
use super::store::papers::insert_paper;
use crate::candidacy::LoadedCandidacy;
use crate::candidacy::store::overtaken::{elections_under_way, once_revoked};
use crate::capture::consents::store_consent_and_publish;
use crate::capture::store::ConsentEntry;
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Grant, Review};
use crate::core::http::Body;
use crate::core::now::Now;
use crate::core::state::App;
use crate::core::text::plain_text;
use crate::notices::{ActorNotice, tell_actor};
use crate::steps::clock;

/// Records a paper. One that revokes a consent takes effect now, whatever its date.
///
/// # Errors
/// 409 for a revocation of what is closed; 422 for a date after today or a year before it.
#[utoipa::path(
    post, path = "/api/v1/review/candidacies/{id}/papers", tag = "review",
    params(("id" = String, Path, description = "The candidacy")),
    request_body = PaperRequest,
    responses(
        (status = 200, body = Desk),
        (status = 404, body = Problem),
        (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn record_paper(
    grant: Grant<Review>,
    app: web::Data<App>,
    id: web::Path<String>,
    Now(now): Now,
    Body(mut paper): Body<PaperRequest>,
) -> Result<web::Json<Desk>, Failure> {
    let who = grant.who();
    check_paper(&mut paper, now)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = super::load_for_review(&mut tx, &id).await?;
    clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
    if let Some(kind) = paper.kind.revokes() {
        revoke(&app, &mut tx, &mut loaded, kind, &paper, who, now).await?;
    }
    insert_paper(&mut tx, &loaded.id, who.account, &paper, now).await?;
    let entry = AuditEntry {
        legal_basis: Some(&paper.reference),
        detail: json!({ "kind": paper.kind.code(), "dated": paper.dated }),
        ..loaded.audit_entry(Some(who), AuditAction::PaperRecorded)
    };
    audit::write(&mut tx, now, entry).await?;
    tell_operator(&mut tx, &loaded, &paper, now).await?;
    let desk = noted_desk(&app.secrets, &mut tx, &loaded, who, now).await?;
    tx.commit().await?;
    Ok(web::Json(desk))
}

fn check_paper(paper: &mut PaperRequest, now: Instant) -> Result<(), Failure> {
    let mut errors = Vec::new();
    if !may_be_dated(paper.dated, local_date(now)) {
        errors.push(FieldError::new(
            PaperRequest::DATED,
            "out_of_range",
            "La fecha del escrito debe ser de hoy o de los 365 días anteriores.",
        ));
    }
    match plain_text(
        PaperRequest::REFERENCE,
        &paper.reference,
        PaperRequest::REFERENCE_LENGTH.min,
    ) {
        Ok(reference) => paper.reference = reference,
        Err(error) => errors.push(error),
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(Failure::invalid(errors))
    }
}

/// Revokes a consent that is in force; one that is not needs no second revocation.
async fn revoke(
    app: &App,
    conn: Conn<'_>,
    loaded: &mut LoadedCandidacy,
    kind: ConsentKind,
    paper: &PaperRequest,
    who: Who<'_>,
    now: Instant,
) -> Result<(), Failure> {
    let next: Process = loaded
        .process
        .change_consent(kind, false, who, &loaded.facts(now))?;
    if !loaded.consents.given(kind) {
        return Ok(());
    }
    let id = loaded.id.clone();
    let entry = ConsentEntry {
        candidacy: &id,
        kind,
        granted: false,
        notice_version: NOTICE_VERSION,
        account: who.account,
    };
    let detail = json!({
        "kind": kind.code(),
        "paper": { "dated": paper.dated, "reference": paper.reference },
    });
    store_consent_and_publish(app, conn, loaded, next, (&entry, who, detail), now).await
}

async fn tell_operator(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    paper: &PaperRequest,
    now: Instant,
) -> Result<(), Failure> {
    let news = News::PaperRecorded {
        asks: paper.kind,
        dated: paper.dated,
        reference: paper.reference.clone(),
    };
    let notice = ActorNotice {
        actor: &loaded.actor.id,
        about: Some(&loaded.id),
        news: &news,
        addressees: std::slice::from_ref(&loaded.id),
    };
    tell_actor(conn, notice, now).await
}

/// The candidacies that stopped because the first consent was revoked, by name, each with what
/// follows.
///
/// # Errors
/// The database.
#[utoipa::path(
    get, path = "/api/v1/review/revocations", tag = "review",
    responses((status = 200, body = List<RevokedItem>))
)]
pub async fn stopped_by_revocation(
    _grant: Grant<Review>,
    app: web::Data<App>,
    Now(now): Now,
) -> Result<web::Json<List<RevokedItem>>, Failure> {
    let mut conn = app.db.read().await?;
    let elections = elections_under_way(&mut conn).await?;
    let mut all = once_revoked(&mut conn, &elections).await?;
    all.sort_by_cached_key(LoadedCandidacy::name_key);
    let data = all
        .iter()
        .filter_map(|it| {
            let process = it.in_force(now);
            let next = process.after_revocation(&it.facts(now))?;
            Some(RevokedItem {
                id: it.id.clone(),
                name: it.registration.full_name(),
                actor_name: it.actor.name.clone(),
                state: process.state,
                next: next.to_owned(),
            })
        })
        .collect();
    Ok(web::Json(List { data }))
}
