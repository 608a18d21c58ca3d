//! Consents: an append-only ledger. The first, given in time, opens capture; revoking the second
//! takes the badges off the public record at once.

use actix_web::web;
use conoceles_shared::api::capture::{Candidacy, ConsentChange, outdated_notice};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{Process, Who};
use conoceles_shared::problem::Problem;
use conoceles_shared::questionnaire::ConsentKind;
use conoceles_shared::time::Instant;
use serde_json::{Value, json};

use super::store::{self, ConsentEntry};
use super::task::task_list_for;
use crate::candidacy::{LoadedCandidacy, store as candidacies};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Capture, Grant};
use crate::core::http::{Body, segment};
use crate::core::state::App;
use crate::publication::{self, Kind};
use crate::steps::{Step, clock, store_audited_step};

/// Gives or revokes a consent.
///
/// # Errors
/// 422 for another version of the notice; 409 where the state or the period does not allow it.
#[utoipa::path(
    post, path = "/api/v1/capture/candidacies/{id}/consents", tag = "capture",
    params(("id" = String, Path, description = "The candidacy")),
    request_body = ConsentChange,
    responses(
        (status = 200, body = Candidacy),
        (status = 409, body = Problem),
        (status = 422, body = Problem),
    )
)]
pub async fn change_consent_and_publish(
    grant: Grant<Capture>,
    app: web::Data<App>,
    id: web::Path<String>,
    Body(body): Body<ConsentChange>,
) -> Result<web::Json<Candidacy>, Failure> {
    let who = grant.who();
    if let Some(outdated) = outdated_notice(&body.notice_version) {
        return Err(Failure::invalid(vec![outdated]));
    }
    let id: CandidacyId = segment(&id)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut loaded = candidacies::load_own_candidacy(&mut tx, &grant.scope, &id).await?;
    clock::settle_and_publish(&app, &mut tx, &mut loaded, now).await?;
    change_one_consent(&app, &mut tx, &mut loaded, who, &body, now).await?;
    let answer = task_list_for(&mut tx, &loaded, who, now).await?;
    tx.commit().await?;
    Ok(web::Json(answer))
}

/// Gives or revokes a consent in the caller's transaction: judged by the lifecycle, and nothing at all
/// where the ledger already says so.
///
/// # Errors
/// What the lifecycle refuses; 409 where another request was first.
pub async fn change_one_consent(
    app: &App,
    conn: Conn<'_>,
    loaded: &mut LoadedCandidacy,
    who: Who<'_>,
    change: &ConsentChange,
    now: Instant,
) -> Result<(), Failure> {
    let next =
        loaded
            .process
            .change_consent(change.kind, change.granted, who, &loaded.facts(now))?;
    let stands = next == loaded.process
        && loaded.consents.with(change.kind, change.granted) == loaded.consents;
    if stands && has_answered(&mut *conn, loaded, change).await? {
        // Pressed twice: the ledger already says so.
        return Ok(());
    }
    let id = loaded.id.clone();
    let entry = ConsentEntry {
        candidacy: &id,
        kind: change.kind,
        granted: change.granted,
        notice_version: &change.notice_version,
        account: who.account,
    };
    let detail = json!({ "kind": change.kind.code(), "notice_version": change.notice_version });
    store_consent_and_publish(app, conn, loaded, next, (&entry, who, detail), now).await
}

/// Stores a change of a consent in the caller's transaction: the ledger's entry, the process after
/// it, and the public record without its badges where consent 2 was revoked.
///
/// # Errors
/// 409 where another request was first.
pub async fn store_consent_and_publish(
    app: &App,
    conn: Conn<'_>,
    loaded: &mut LoadedCandidacy,
    next: Process,
    (entry, who, detail): (&ConsentEntry<'_>, Who<'_>, Value),
    now: Instant,
) -> Result<(), Failure> {
    store::append_consent(&mut *conn, entry, now).await?;
    let shown = loaded.consents.identity_publication;
    loaded.consents = loaded.consents.with(entry.kind, entry.granted);
    let step = Step {
        who: Some(who),
        action: if entry.granted {
            AuditAction::ConsentGranted
        } else {
            AuditAction::ConsentRevoked
        },
        legal_basis: None,
        detail,
    };
    store_audited_step(&mut *conn, loaded, next, step, now).await?;
    if shown && !entry.granted && entry.kind == ConsentKind::IdentityPublication {
        let process = loaded.process.clone();
        publication::publish(app, conn, loaded, &process, Kind::ConsentRevoked, now).await?;
    }
    Ok(())
}

/// Whether the ledger's last entry of this kind is about the same notice.
async fn has_answered(
    conn: Conn<'_>,
    loaded: &LoadedCandidacy,
    change: &ConsentChange,
) -> Result<bool, Failure> {
    let last = store::last_notice(conn, &loaded.id, change.kind).await?;
    Ok(last.as_deref() == Some(change.notice_version.as_str()))
}
