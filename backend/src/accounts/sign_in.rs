//! Signing in with a password, and refreshing.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::auth::{NextStep, Session, SignIn};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::problem::{Code, Problem};
use conoceles_shared::time::Instant;
use serde_json::Value;

use super::audit_own;
use super::passwords::verify_password;
use super::sessions::{Computer, open_session, refresh_cookie_name, rotate_refresh_token};
use super::store::{self, AccountRow};
use super::throttle::{ThrottleSubject, count_try};
use super::visitor::Visitor;
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::http::{Body, refuse_other_sites};
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
    visitor: Visitor,
    app: web::Data<App>,
    Now(now): Now,
    Body(body): Body<SignIn>,
) -> Result<HttpResponse, Failure> {
    let login = body.login.trim().to_lowercase();
    let account = {
        let mut conn = app.db.read().await?;
        store::account_by_login(&mut conn, &login).await?
    };
    let subjects = counted_subjects(&visitor, &app, account.as_ref(), &login);
    let counted = count_try(&app.db, subjects, now).await?;
    // Outside the transaction: hashing takes tens of milliseconds.
    let usable = account.filter(|it| it.can_sign_in(now));
    let hash = usable.as_ref().and_then(|it| it.own_hash(&app.secrets));
    let tried = usable.and_then(|it| it.password_hash);
    let judged = verify_password(body.password, hash).await;
    let (counted, right) = counted.unless_unjudged(&app.db, judged, now).await?;
    let mut tx = app.db.write().await?;
    let account = store::account_by_login(&mut tx, &login)
        .await?
        .filter(|it| right && it.can_sign_in(now) && it.password_hash == tried);
    let Some(account) = account else {
        note_refusal(&app, &mut tx, &login, &visitor, now).await?;
        tx.commit().await?;
        return Err(wrong_credentials());
    };
    counted.was_right(&mut tx, now).await?;
    let computer = Computer {
        device: visitor.device.clone(),
        own: body.own_computer,
    };
    let session = open_session(&app, &mut tx, &account, computer, false, now).await?;
    let awaits_code = session.body.next_step == NextStep::SecondFactor;
    let action = if awaits_code {
        AuditAction::PasswordAccepted
    } else {
        store::note_sign_in(&mut tx, &account.id, now).await?;
        AuditAction::SignedIn
    };
    let who = account.in_session(&session.id);
    audit_own(&mut tx, who, action, Value::Null, now).await?;
    tx.commit().await?;
    // Where a code is still to come, the device is a stranger until it was given.
    if awaits_code {
        return Ok(session.answer());
    }
    let known = visitor.remembered(&app, &account)?;
    Ok(session.on_known_device(known).answer())
}

/// Whose failures a try counts against. A device that signed in before answers for itself alone, so
/// that nobody else can keep its person out.
fn counted_subjects(
    visitor: &Visitor,
    app: &App,
    account: Option<&AccountRow>,
    login: &str,
) -> Vec<ThrottleSubject> {
    let device = account.and_then(|it| visitor.known_device(&app.secrets, it));
    if let Some(device) = device {
        return vec![ThrottleSubject::Device(device)];
    }
    let address = visitor.address.as_str();
    vec![
        ThrottleSubject::NameAt {
            login: login.to_owned(),
            address: address.to_owned(),
        },
        ThrottleSubject::Name(login.to_owned()),
        ThrottleSubject::Address(address.to_owned()),
    ]
}

fn wrong_credentials() -> Failure {
    Failure::new(
        Code::WrongCredentials,
        "El usuario o la contraseña no son correctos. Si es su primer acceso, use la contraseña de la \
         hoja que le entregó el Instituto.",
    )
}

/// Leaves a trace of a refused sign-in that tells repetition, and neither name nor address.
async fn note_refusal(
    app: &App,
    conn: Conn<'_>,
    login: &str,
    visitor: &Visitor,
    now: Instant,
) -> Result<(), Failure> {
    tracing::warn!("sign-in refused");
    let name = app.secrets.tag("refused name", &[login]);
    let address = app
        .secrets
        .tag("refused address", &[visitor.address.as_str()]);
    store::note_refusal(conn, &name, &address, now).await
}

/// Exchanges the refresh cookie for a new access token and a new cookie.
///
/// # Errors
/// 401 `session_ended`; 403 for a request that another site's page makes.
#[utoipa::path(
    post, path = "/api/v1/auth/refresh", tag = "auth",
    responses(
        (status = 200, body = Session), (status = 401, body = Problem),
        (status = 403, body = Problem)
    )
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
    refuse_other_sites(&request, &app)?;
    let name = refresh_cookie_name(app.config.is_https());
    let token = request.cookie(name).ok_or_else(ended)?.value().to_owned();
    let rotated = rotate_refresh_token(&app, &token, now).await?;
    Ok(rotated.ok_or_else(ended)?.answer())
}
