//! Signing in, refreshing, signing out, and a password of one's own.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::auth::{Me, Session, SetPassword, SignIn};
use conoceles_shared::notices::News;
use conoceles_shared::problem::{Code, FieldError, Problem};

use super::sessions::{self, cookie, cookie_name};
use super::throttle::{self, Subject};
use super::{passwords, store};
use crate::core::audit::{self, Entry};
use crate::core::clock::Now;
use crate::core::error::Failure;
use crate::core::grant::{Grant, OwnAccount};
use crate::core::http::Body;
use crate::core::state::App;
use crate::notices;

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
    throttle::forget(&mut tx, &login).await?;
    store::signed_in(&mut tx, &account.id, now).await?;
    let (session, refresh) = sessions::open(&app, &mut tx, &account, now).await?;
    let entry = Entry {
        account: Some(&account.id),
        role: Some(account.role),
        action: "account.signed_in",
        ..Entry::default()
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
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    Now(now): Now,
) -> Result<HttpResponse, Failure> {
    let mut tx = app.db.write().await?;
    store::end_session(&mut tx, &grant.session, now).await?;
    let entry = Entry {
        account: Some(&grant.account),
        role: Some(grant.role),
        action: "account.signed_out",
        ..Entry::default()
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
pub async fn me(grant: Grant<OwnAccount>, app: web::Data<App>) -> Result<web::Json<Me>, Failure> {
    let mut conn = app.db.read().await?;
    let account = store::account(&mut conn, &grant.account)
        .await?
        .ok_or_else(Failure::not_found)?;
    Ok(web::Json(sessions::me(&mut conn, &account).await?))
}

/// Sets a password of one's own. Every other session of the account ends.
///
/// # Errors
/// 422 with the field, also where the present password is wrong; 409 where the administrator
/// changed the account at the same time.
#[utoipa::path(
    put, path = "/api/v1/auth/password", tag = "auth",
    request_body = SetPassword,
    responses((status = 200, body = Session), (status = 409, body = Problem), (status = 422, body = Problem))
)]
pub async fn set_password(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    Now(now): Now,
    Body(body): Body<SetPassword>,
) -> Result<HttpResponse, Failure> {
    let mut conn = app.db.read().await?;
    let account = store::account(&mut conn, &grant.account)
        .await?
        .ok_or_else(Failure::not_found)?;
    drop(conn);
    if let Some(objection) = passwords::objection(&body.new_password, &account.login) {
        return Err(Failure::invalid(vec![FieldError::new(
            "/new_password",
            "guessable",
            objection,
        )]));
    }
    if !account.one_time {
        let given = body.current_password.unwrap_or_default();
        if !passwords::verify(given, account.password_hash.clone()).await? {
            return Err(Failure::invalid(vec![FieldError::new(
                "/current_password",
                "wrong",
                "La contraseña actual no es correcta.",
            )]));
        }
    }
    let hash = passwords::hash(body.new_password).await?;
    let mut tx = app.db.write().await?;
    let mut present = store::account(&mut tx, &account.id)
        .await?
        .ok_or_else(Failure::not_found)?;
    // Suspended, or given a new credential, while this was being hashed.
    if present.state != account.state || present.password_hash != account.password_hash {
        return Err(Failure::new(
            Code::ConcurrentChange,
            "Su cuenta cambió al mismo tiempo. Inicie sesión de nuevo.",
        ));
    }
    present.one_time = false;
    store::set_password(&mut tx, &account.id, &hash, present.standing()).await?;
    store::end_sessions(&mut tx, &account.id, now).await?;
    // Whoever sets the first one did it just now; a change may have been somebody else's.
    if !account.one_time {
        notices::to_account(&mut tx, &account.id, &News::PasswordChanged, now).await?;
    }
    let entry = Entry {
        account: Some(&grant.account),
        role: Some(grant.role),
        action: "account.password_set",
        ..Entry::default()
    };
    audit::write(&mut tx, now, entry).await?;
    let account = store::account(&mut tx, &grant.account)
        .await?
        .ok_or_else(Failure::not_found)?;
    let (session, refresh) = sessions::open(&app, &mut tx, &account, now).await?;
    tx.commit().await?;
    Ok(HttpResponse::Ok()
        .cookie(cookie(&app, refresh))
        .json(session))
}
