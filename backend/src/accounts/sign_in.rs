//! Signing in with a password, refreshing, signing out.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::auth::{Me, NextStep, Session, SignIn};
use conoceles_shared::problem::{Code, Problem};

use super::sessions::{self, cookie, cookie_name};
use super::throttle::{self, Subject};
use super::{passwords, store};
use crate::core::audit::{self, AuditEntry};
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
        Subject::Name(login.clone()),
        Subject::Address(address(&request, &app)),
    ];
    let mut tx = app.db.write().await?;
    throttle::check(&mut tx, &subjects, now).await?;
    let account = store::account_by_login(&mut tx, &login).await?;
    tx.commit().await?;
    // Outside the transaction: hashing takes tens of milliseconds.
    let usable = account.filter(|it| it.can_sign_in(now));
    let tried = usable.and_then(|it| it.password_hash);
    let right = passwords::verify(body.password, tried.clone()).await?;
    let mut tx = app.db.write().await?;
    let account = store::account_by_login(&mut tx, &login)
        .await?
        .filter(|it| right && it.can_sign_in(now) && it.password_hash == tried);
    let Some(account) = account else {
        throttle::count(&mut tx, &subjects, now).await?;
        tx.commit().await?;
        tracing::warn!("sign-in refused");
        return Err(Failure::new(
            Code::WrongCredentials,
            "El usuario o la contraseña no son correctos. Si es su primer acceso, use la \
             contraseña de la hoja que le entregó el Instituto.",
        ));
    };
    throttle::forget(&mut tx, &Subject::Name(login)).await?;
    let (session, refresh) = sessions::open(&app, &mut tx, &account, false, now).await?;
    let action = if session.next_step == NextStep::SecondFactor {
        "account.password_accepted"
    } else {
        store::signed_in(&mut tx, &account.id, now).await?;
        "account.signed_in"
    };
    let entry = AuditEntry {
        account: Some(&account.id),
        role: Some(account.role),
        action,
        ..AuditEntry::default()
    };
    audit::write(&mut tx, now, entry).await?;
    tx.commit().await?;
    Ok(HttpResponse::Ok()
        .cookie(cookie(&app, refresh))
        .json(session))
}

/// The client's address, for throttling only; its count is forgotten after an hour.
fn address(request: &HttpRequest, app: &App) -> String {
    let forwarded = app
        .config
        .trust_proxy
        .then(|| {
            request
                .headers()
                .get("x-forwarded-for")?
                .to_str()
                .ok()?
                .rsplit(',')
                .next()
        })
        .flatten()
        .map(|it| it.trim().to_owned());
    forwarded
        .or_else(|| request.peer_addr().map(|it| it.ip().to_string()))
        .unwrap_or_else(|| "unknown".into())
}

/// Exchanges the refresh cookie for a new access token and a new cookie.
///
/// # Errors
/// 401 `session_ended`.
#[utoipa::path(
    post, path = "/api/v1/auth/refresh", tag = "auth",
    responses((status = 200, body = Session), (status = 401, body = Problem))
)]
pub async fn refresh(
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
    let name = cookie_name(app.config.is_https());
    let token = request.cookie(name).ok_or_else(ended)?.value().to_owned();
    let mut tx = app.db.write().await?;
    let rotated = sessions::rotate(&app, &mut tx, &token, now).await?;
    tx.commit().await?;
    let (session, refresh) = rotated.ok_or_else(ended)?;
    Ok(HttpResponse::Ok()
        .cookie(cookie(&app, refresh))
        .json(session))
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
    let entry = AuditEntry {
        account: Some(&grant.account),
        role: Some(grant.role),
        action: "account.signed_out",
        ..AuditEntry::default()
    };
    audit::write(&mut tx, now, entry).await?;
    tx.commit().await?;
    let mut gone = cookie(&app, String::new());
    gone.make_removal();
    Ok(HttpResponse::NoContent().cookie(gone).finish())
}

/// The signed-in account.
///
/// # Errors
/// 401 where nobody is signed in.
#[utoipa::path(get, path = "/api/v1/auth/me", tag = "auth", responses((status = 200, body = Me)))]
pub async fn me(grant: Grant<OwnSession>, app: web::Data<App>) -> Result<web::Json<Me>, Failure> {
    let mut conn = app.db.read().await?;
    let account = store::existing(&mut conn, &grant.account).await?;
    Ok(web::Json(sessions::me(&mut conn, &account).await?))
}
