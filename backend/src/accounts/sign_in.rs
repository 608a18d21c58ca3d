//! Signing in with a password, refreshing, signing out.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::auth::{Me, NextStep, Session, SignIn};
use conoceles_shared::problem::{Code, Problem};
use serde_json::Value;

use super::passwords::verify_password;
use super::sessions::{
    open_session, own_account_view, refresh_cookie, refresh_cookie_name, rotate_refresh_token,
};
use super::throttle::{ThrottleSubject, count_failure, forget_failures, refuse_while_waiting};
use super::{audit_own, store};
use crate::core::client_address::client_address;
use crate::core::error::Failure;
use crate::core::grant::{Grant, OwnSession};
use crate::core::http::Body;
use crate::core::now::Now;
use crate::core::state::App;

/// Signs in.
///
/// A wrong user name and a wrong password get the same answer in the same time.
///
/// # Errors
/// 401 `wrong_credentials`, 429 `too_many_attempts`.
#[utoipa::path(
    post, path = "/api/v1/auth/sign-in", tag = "auth",
    request_body = SignIn,
    responses((status = 200, body = Session), (status = 401, body = Problem), (status = 429, body = Problem))
)]
pub async fn sign_in(
    request: HttpRequest,
    app: web::Data<App>,
    Now(now): Now,
    Body(body): Body<SignIn>,
) -> Result<HttpResponse, Failure> {
    let login = body.login.trim().to_lowercase();
    let subjects = [
        ThrottleSubject::Name(login.clone()),
        ThrottleSubject::Address(client_address(&request, app.config.trust_proxy)),
    ];
    let mut tx = app.db.write().await?;
    refuse_while_waiting(&mut tx, &subjects, now).await?;
    let account = store::account_by_login(&mut tx, &login).await?;
    tx.commit().await?;
    // Outside the transaction: hashing takes tens of milliseconds.
    let usable = account.filter(|it| it.can_sign_in(now));
    let tried = usable.and_then(|it| it.password_hash);
    let right = verify_password(body.password, tried.clone()).await?;
    let mut tx = app.db.write().await?;
    let account = store::account_by_login(&mut tx, &login)
        .await?
        .filter(|it| right && it.can_sign_in(now) && it.password_hash == tried);
    let Some(account) = account else {
        count_failure(&mut tx, &subjects, now).await?;
        tx.commit().await?;
        tracing::warn!("sign-in refused");
        return Err(Failure::new(
            Code::WrongCredentials,
            "El usuario o la contraseña no son correctos. Si es su primer acceso, use la \
             contraseña de la hoja que le entregó el Instituto.",
        ));
    };
    forget_failures(&mut tx, &ThrottleSubject::Name(login)).await?;
    let session = open_session(&app, &mut tx, &account, false, now).await?;
    let action = if session.body.next_step == NextStep::SecondFactor {
        "account.password_accepted"
    } else {
        store::note_sign_in(&mut tx, &account.id, now).await?;
        "account.signed_in"
    };
    let (id, role) = (&account.id, account.role);
    audit_own(&mut tx, id, role, action, Value::Null, now).await?;
    tx.commit().await?;
    Ok(session.answer(&app.config))
}

/// Exchanges the refresh cookie for a new access token and a new cookie.
///
/// # Errors
/// 401 `session_ended`.
#[utoipa::path(
    post, path = "/api/v1/auth/refresh", tag = "auth",
    responses((status = 200, body = Session), (status = 401, body = Problem))
)]
pub async fn refresh_session(
    request: HttpRequest,
    app: web::Data<App>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let ended = || {
        Failure::new(
            Code::SessionEnded,
            "La sesión terminó. Inicie sesión de nuevo.",
        )
    };
    let name = refresh_cookie_name(app.config.is_https());
    let token = request.cookie(name).ok_or_else(ended)?.value().to_owned();
    let mut tx = app.db.write().await?;
    let rotated = rotate_refresh_token(&app, &mut tx, &token, now).await?;
    tx.commit().await?;
    Ok(rotated.ok_or_else(ended)?.answer(&app.config))
}

/// Ends the session.
///
/// # Errors
/// 401 where it has already ended.
#[utoipa::path(post, path = "/api/v1/auth/sign-out", tag = "auth", responses((status = 204)))]
pub async fn sign_out(
    grant: Grant<OwnSession>,
    app: web::Data<App>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let mut tx = app.db.write().await?;
    store::end_session(&mut tx, &grant.session, now).await?;
    let (owner, action) = (&grant.account, "account.signed_out");
    audit_own(&mut tx, owner, grant.role, action, Value::Null, now).await?;
    tx.commit().await?;
    let mut gone = refresh_cookie(&app.config, String::new());
    gone.make_removal();
    Ok(HttpResponse::NoContent().cookie(gone).finish())
}

/// The signed-in account.
///
/// # Errors
/// 401 where nobody is signed in.
#[utoipa::path(get, path = "/api/v1/auth/me", tag = "auth", responses((status = 200, body = Me)))]
pub async fn show_own_account(
    grant: Grant<OwnSession>,
    app: web::Data<App>,
) -> Result<web::Json<Me>, Failure> {
    let mut conn = app.db.read().await?;
    let account = store::existing_account(&mut conn, &grant.account).await?;
    Ok(web::Json(own_account_view(&mut conn, &account).await?))
}
