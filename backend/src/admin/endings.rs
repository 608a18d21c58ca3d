//! Substitution and cancellation by an acuerdo of the Consejo General: everything is blocked and
//! what was public is withdrawn in the same transaction.

use actix_web::web;
use conoceles_shared::api::admin::{Acuerdo, Candidacy};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::Action;
use conoceles_shared::problem::Problem;
use conoceles_shared::time::Instant;
use serde_json::json;

use super::candidacies::present_candidacy;
use super::check;
use crate::candidacy::{LoadedCandidacy, store as candidacy};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::state::App;
use crate::publication;
use crate::steps::{Step, clock, store_audited_step};

/// Cancels a candidacy.
///
/// # Errors
/// 409 where it has already ended; 422 without the acuerdo.
#[utoipa::path(
    post, path = "/api/v1/admin/candidacies/{id}/cancellation", tag = "admin",
    params(("id" = String, Path)), request_body = Acuerdo,
    responses(
        (status = 200, body = Candidacy), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn cancel_and_withdraw(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    Unchecked(acuerdo): Unchecked<Acuerdo>,
) -> Result<web::Json<Candidacy>, Failure> {
    let ending = Ending {
        action: Action::Cancel,
        code: AuditAction::CandidacyCancelled,
    };
    end_and_withdraw(&grant, &app, &segment(&id)?, acuerdo, ending).await
}

/// Marks a candidacy as substituted; whoever takes its place is registered as a new one, with a
/// period of its own.
///
/// # Errors
/// 409 where it has already ended; 422 without the acuerdo.
#[utoipa::path(
    post, path = "/api/v1/admin/candidacies/{id}/substitution", tag = "admin",
    params(("id" = String, Path)), request_body = Acuerdo,
    responses(
        (status = 200, body = Candidacy), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn substitute_and_withdraw(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    Unchecked(acuerdo): Unchecked<Acuerdo>,
) -> Result<web::Json<Candidacy>, Failure> {
    let ending = Ending {
        action: Action::Substitute,
        code: AuditAction::CandidacySubstituted,
    };
    end_and_withdraw(&grant, &app, &segment(&id)?, acuerdo, ending).await
}

/// How a candidacy ends.
pub struct Ending {
    /// What the lifecycle calls it.
    pub action: Action,
    /// What the audit calls it.
    pub code: AuditAction,
}

async fn end_and_withdraw(
    grant: &Grant<Administer>,
    app: &App,
    id: &CandidacyId,
    mut acuerdo: Acuerdo,
    ending: Ending,
) -> Result<web::Json<Candidacy>, Failure> {
    check::tidy(&mut acuerdo.acuerdo);
    let mut errors = check::own_errors(&acuerdo);
    check::characters(&mut errors, "/acuerdo", &acuerdo.acuerdo);
    check::finish(errors)?;
    let (mut tx, now) = grant.begin_change(app).await?;
    let mut loaded = candidacy::load_candidacy(&mut tx, id)
        .await?
        .ok_or_else(Failure::not_found)?;
    clock::settle_and_publish(app, &mut tx, &mut loaded, now).await?;
    store_end(
        &mut tx,
        grant,
        &mut loaded,
        (&acuerdo.acuerdo, &ending),
        now,
    )
    .await?;
    let body = present_candidacy(&mut tx, id, now).await?;
    tx.commit().await?;
    Ok(web::Json(body))
}

/// Ends a candidacy that stands as the clock left it, and withdraws what is public of it.
///
/// # Errors
/// 409 where it has already ended.
pub async fn store_end(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    loaded: &mut LoadedCandidacy,
    (acuerdo, ending): (&str, &Ending),
    now: Instant,
) -> Result<(), Failure> {
    let from = loaded.process.state;
    let next = loaded
        .process
        .apply(&ending.action, grant.who(), &loaded.facts(now))?;
    let step = Step {
        who: Some(grant.who()),
        action: ending.code,
        legal_basis: Some(acuerdo),
        detail: json!({ "from": from }),
    };
    store_audited_step(&mut *conn, loaded, next, step, now).await?;
    publication::withdraw(conn, loaded, now).await
}
