//! The receipt: reading and accepting it. The actor's first acceptance starts its capture period.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::admin::AccountState;
use conoceles_shared::api::auth::Receipt;
use conoceles_shared::api::parameters::one_id;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::election::CaptureDates;
use conoceles_shared::ids::ActorId;
use conoceles_shared::problem::{Code, Problem};
use conoceles_shared::time::{Instant, Period};
use serde_json::json;

use super::audit_own;
use super::store::{self, AccountRow};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Grant, OwnAccount};
use crate::core::now::Now;
use crate::core::state::App;
use crate::elections::{self, ActorRow, ElectionRow};
use crate::receipts::store::{by_code, code_of_account};
use crate::receipts::{self, Accepted};

/// The receipt as it stands.
///
/// # Errors
/// 404 for an account without an actor.
#[utoipa::path(get, path = "/api/v1/auth/receipt", tag = "auth", responses((status = 200, body = Receipt), (status = 404, body = Problem)))]
pub async fn show_account_receipt(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    Now(now): Now,
) -> Result<web::Json<Receipt>, Failure> {
    let mut conn = app.db.read().await?;
    Ok(web::Json(receipt_view(&mut conn, &grant, now).await?))
}

/// Accepts the receipt: the account becomes active and, if it is the actor's first, the capture
/// period begins.
///
/// # Errors
/// 409 before an own password is set, and where `actor` is not for whom the session works by now; 404 for
/// an account without an actor.
#[utoipa::path(post, path = "/api/v1/auth/receipt", tag = "auth",
    params(("actor" = Option<String>, Query, description = "Whose receipt was shown")), responses((status = 200, body = Receipt), (status = 404, body = Problem), (status = 409, body = Problem)))]
pub async fn accept_account_receipt(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    request: HttpRequest,
) -> Result<web::Json<Receipt>, Failure> {
    let shown: Option<ActorId> =
        one_id(request.query_string(), "actor").map_err(Failure::invalid_query)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let account = store::existing_account(&mut tx, &grant.account).await?;
    let actor = grant.scope.clone().ok_or_else(Failure::not_found)?;
    if shown.is_some_and(|it| it != actor) {
        return Err(Failure::new(
            Code::WrongState,
            "En otra ventana eligió otro actor político. Vuelva a abrir esta página.",
        ));
    }
    let has_password = matches!(account.state, AccountState::Received | AccountState::Active);
    if !has_password {
        return Err(Failure::new(
            Code::WrongState,
            "Establezca primero su contraseña.",
        ));
    }
    let is_own = account.actor.as_ref() == Some(&actor);
    let accepted = if is_own {
        account.receipt.is_some()
    } else {
        let one = store::one_represented(&mut tx, &account.id, &actor).await?;
        one.receipt.is_some()
    };
    if accepted {
        return Ok(web::Json(receipt_view(&mut tx, &grant, now).await?));
    }
    if is_own {
        store::note_accepted(&mut tx, &account.id, now).await?;
    } else {
        store::note_represented_receipt(&mut tx, &account.id, &actor, now).await?;
    }
    let first = elections::note_receipt(&mut tx, &actor, now).await?;
    let receipt_sha256 = issue_receipt(&app, &mut tx, &account, &actor, now).await?;
    let detail =
        json!({ "actor": actor, "starts_capture": first, "receipt_sha256": receipt_sha256 });
    let action = AuditAction::ReceiptAccepted;
    audit_own(&mut tx, grant.who(), action, detail, now).await?;
    let answer = receipt_view(&mut tx, &grant, now).await?;
    tx.commit().await?;
    Ok(web::Json(answer))
}

/// The receipt of one's own account as PDF (PDF/UA-1, PDF/A-2a), the same bytes each time.
///
/// # Errors
/// 404 for an account that has accepted none.
#[utoipa::path(
    get, path = "/api/v1/auth/receipt/pdf", tag = "auth",
    responses(
        (status = 200, body = Vec<u8>, content_type = "application/pdf"),
        (status = 404, body = Problem),
    )
)]
pub async fn print_account_receipt(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
) -> Result<HttpResponse, Failure> {
    let stored = {
        let mut conn = app.db.read().await?;
        let actor = grant.scope.as_ref().ok_or_else(Failure::not_found)?;
        match code_of_account(&mut conn, (&grant.account, actor)).await? {
            Some(code) => by_code(&mut conn, &code).await?,
            None => None,
        }
    };
    receipts::printed(stored).await
}

/// Issues the receipt that the owner keeps.
async fn issue_receipt(
    app: &App,
    conn: Conn<'_>,
    account: &AccountRow,
    actor: &ActorId,
    now: Instant,
) -> Result<String, Failure> {
    let (actor, election) = elections::actor_with_election(&mut *conn, actor).await?;
    let period = capture_period(&actor, &election, now);
    let accepted = Accepted {
        account: &account.id,
        name: &account.name,
        election: &election,
        actor: &actor,
        capture: period,
    };
    receipts::issue_for_account(app, conn, &accepted, now).await
}

/// The capture period: in force once received, otherwise what accepting at `now` would start.
fn capture_period(actor: &ActorRow, election: &ElectionRow, now: Instant) -> Period {
    let dates = CaptureDates {
        received: actor.received,
        actor_end: actor.capture_end,
        ..CaptureDates::default()
    };
    dates.period_received_at(actor.received.unwrap_or(now), &election.setup)
}

async fn receipt_view(
    conn: Conn<'_>,
    grant: &Grant<OwnAccount>,
    now: Instant,
) -> Result<Receipt, Failure> {
    let account = store::existing_account(&mut *conn, &grant.account).await?;
    let actor = grant.scope.as_ref().ok_or_else(Failure::not_found)?;
    let (actor, election) = elections::actor_with_election(&mut *conn, actor).await?;
    let capture = capture_period(&actor, &election, now);
    Ok(Receipt {
        account_name: account.name,
        code: code_of_account(conn, (&account.id, &actor.id)).await?,
        actor: actor.id,
        actor_name: actor.name,
        election_name: election.setup.name,
        candidacies: actor.candidacies,
        capture_days: election.setup.settings.capture_days,
        received: actor.received,
        capture,
    })
}
