//! One's own sessions: whose they are, seeing them, ending this one or one that is open elsewhere.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::List;
use conoceles_shared::api::auth::{Me, OwnSession};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::SessionId;
use conoceles_shared::problem::Problem;
use serde_json::Value;

use super::own_actors::own_account_view;
use super::sessions::{is_open, refresh_cookie};
use super::{audit_own, store};
use crate::core::error::Failure;
use crate::core::grant::{self, Grant, OwnAccount};
use crate::core::http::segment;
use crate::core::now::Now;
use crate::core::state::App;

/// The sessions that have not ended, the latest first.
///
/// # Errors
/// 401 where nobody is signed in.
#[utoipa::path(
    get, path = "/api/v1/auth/sessions", tag = "auth",
    responses((status = 200, body = List<OwnSession>))
)]
pub async fn list_own_sessions(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    Now(now): Now,
) -> Result<web::Json<List<OwnSession>>, Failure> {
    let mut conn = app.db.read().await?;
    let all = store::sessions_of(&mut conn, &grant.account).await?;
    let data = all
        .into_iter()
        .filter(|it| is_open(it, now))
        .map(|it| OwnSession {
            current: it.id == grant.session,
            id: it.id,
            started: it.started,
            last_used: it.used,
            device: it.device,
        })
        .collect();
    Ok(web::Json(List { data }))
}

/// Ends a session of one's own.
///
/// # Errors
/// 404 where it is not one's own or has ended.
#[utoipa::path(
    delete, path = "/api/v1/auth/sessions/{id}", tag = "auth",
    params(("id" = SessionId, Path)),
    responses((status = 204), (status = 404, body = Problem))
)]
pub async fn end_own_session(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id: SessionId = segment(&id)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let found = store::session_by_id(&mut tx, &id).await?;
    if !found.is_some_and(|it| it.account == grant.account && is_open(&it, now)) {
        return Err(Failure::not_found());
    }
    store::end_session(&mut tx, &id, now).await?;
    let action = AuditAction::SessionEnded;
    audit_own(&mut tx, grant.who(), action, Value::Null, now).await?;
    tx.commit().await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Ends the session.
///
/// # Errors
/// 401 where it has already ended.
#[utoipa::path(post, path = "/api/v1/auth/sign-out", tag = "auth", responses((status = 204)))]
pub async fn sign_out(
    grant: Grant<grant::OwnSession>,
    app: web::Data<App>,
) -> Result<HttpResponse, Failure> {
    let (mut tx, now) = grant.begin_change(&app).await?;
    store::end_session(&mut tx, &grant.session, now).await?;
    let action = AuditAction::SignedOut;
    audit_own(&mut tx, grant.who(), action, Value::Null, now).await?;
    tx.commit().await?;
    let mut gone = refresh_cookie(&app.config, String::new(), false);
    gone.make_removal();
    Ok(HttpResponse::NoContent().cookie(gone).finish())
}

/// The signed-in account.
///
/// # Errors
/// 401 where nobody is signed in.
#[utoipa::path(get, path = "/api/v1/auth/me", tag = "auth", responses((status = 200, body = Me)))]
pub async fn show_own_account(
    grant: Grant<grant::OwnSession>,
    app: web::Data<App>,
) -> Result<web::Json<Me>, Failure> {
    let mut conn = app.db.read().await?;
    let account = store::existing_account(&mut conn, &grant.account).await?;
    let mine = own_account_view(&mut conn, &account, &grant.session).await?;
    Ok(web::Json(mine.me))
}
