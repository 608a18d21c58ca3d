//! The second factor: giving its code to finish signing in, setting it up, renewing it and turning
//! it off.

use actix_web::{HttpResponse, web};
use chrono::Duration;
use conoceles_shared::api::admin::AccountState;
use conoceles_shared::api::auth::{NextStep, Session};
use conoceles_shared::api::second_factor::{Enrolled, Enrolment, GiveCode, OwnProof, SecondFactor};
use conoceles_shared::problem::{Code, Problem};
use conoceles_shared::time::Instant;
use serde_json::{Value, json};

use super::proof::{self, Asked};
use super::recovery_codes;
use super::sessions::{self, cookie};
use super::store::{self, AccountRow};
use super::totp::{self, Key};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Tx;
use crate::core::error::Failure;
use crate::core::grant::{Grant, OwnAccount, OwnSession, Power};
use crate::core::http::Body;
use crate::core::now::Now;
use crate::core::state::App;

/// Minutes within which a key that was shown can be confirmed.
const PENDING_MINUTES: i64 = 15;

/// Finishes signing in with a code of the second factor: a new session takes the place of this one.
///
/// # Errors
/// 409 where no code is awaited; 422 `wrong` or `used`; 429 after too many wrong ones.
#[utoipa::path(
    post, path = "/api/v1/auth/sign-in/code", tag = "auth", request_body = GiveCode,
    responses(
        (status = 200, body = Session), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)
    )
)]
pub async fn give_code(
    grant: Grant<OwnSession>,
    app: web::Data<App>,
    Now(now): Now,
    Body(body): Body<GiveCode>,
) -> Result<HttpResponse, Failure> {
    if grant.next_step != NextStep::SecondFactor {
        return Err(Failure::new(
            Code::WrongState,
            "Esta sesión no espera ningún código.",
        ));
    }
    let account = own(&app, &grant).await?;
    let asked = Asked {
        code: Some(body.code),
        ..Asked::default()
    };
    let mut tx = proof::prove(&app, &account, asked, now).await?;
    store::end_session(&mut tx, &grant.session, now).await?;
    store::signed_in(&mut tx, &account.id, now).await?;
    let (session, refresh) = sessions::open(&app, &mut tx, &account, true, now).await?;
    note(&mut tx, &account, "account.signed_in", Value::Null, now).await?;
    tx.commit().await?;
    Ok(HttpResponse::Ok()
        .cookie(cookie(&app, refresh))
        .json(session))
}

/// One's own second factor as it stands.
///
/// # Errors
/// 401 where nobody is signed in.
#[utoipa::path(
    get, path = "/api/v1/auth/second-factor", tag = "auth",
    responses((status = 200, body = SecondFactor))
)]
pub async fn read(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
) -> Result<web::Json<SecondFactor>, Failure> {
    let account = own(&app, &grant).await?;
    let mut conn = app.db.read().await?;
    let left = store::codes_left(&mut conn, &account.id).await?;
    Ok(web::Json(SecondFactor {
        since: account.second_factor,
        required: app.config.second_factor.requires(account.role),
        recovery_codes_left: u32::try_from(left).unwrap_or(0),
    }))
}

/// Shows a new key. The present one counts until a code made with the new one was given.
///
/// # Errors
/// 409 before an own password is set; 422 where password or code are wrong.
#[utoipa::path(
    post, path = "/api/v1/auth/second-factor", tag = "auth", request_body = OwnProof,
    responses(
        (status = 200, body = Enrolment), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)
    )
)]
pub async fn start(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    Now(now): Now,
    Body(body): Body<OwnProof>,
) -> Result<web::Json<Enrolment>, Failure> {
    let account = own(&app, &grant).await?;
    if matches!(
        account.state,
        AccountState::Created | AccountState::Delivered
    ) {
        return Err(Failure::new(
            Code::WrongState,
            "Establezca primero su contraseña.",
        ));
    }
    // As one of the first steps it follows the sign-in at once.
    let first = grant.next_step == NextStep::EnrolSecondFactor;
    let asked = Asked {
        password: (!first).then_some(body.current_password),
        code: account.second_factor.is_some().then_some(body.code),
    };
    let mut tx = proof::prove(&app, &account, asked, now).await?;
    let key = Key::new()?;
    let expires = now + Duration::minutes(PENDING_MINUTES);
    let sealed = key.seal(&app.secrets, &account.id)?;
    store::set_pending(&mut tx, &account.id, &sealed, expires).await?;
    let action = "account.second_factor_started";
    note(&mut tx, &account, action, Value::Null, now).await?;
    tx.commit().await?;
    let address = key.address(&account.login);
    Ok(web::Json(Enrolment {
        key: key.groups(),
        picture: totp::picture(&address)?,
        address,
        expires,
    }))
}

/// Confirms the key that was shown with a code of it: it counts from now on, and every other session
/// ends.
///
/// # Errors
/// 409 where no key waits to be confirmed, or its time is over; 422 where the code is wrong.
#[utoipa::path(
    put, path = "/api/v1/auth/second-factor", tag = "auth", request_body = GiveCode,
    responses(
        (status = 200, body = Enrolled), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)
    )
)]
pub async fn confirm(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    Now(now): Now,
    Body(body): Body<GiveCode>,
) -> Result<HttpResponse, Failure> {
    let account = own(&app, &grant).await?;
    proof::patience(&app, &account, now).await?;
    let sealed = pending(&app, &account, now).await?;
    let digits: String = body.code.chars().filter(|it| !it.is_whitespace()).collect();
    let key = Key::open(&app.secrets, &account.id, &sealed)?;
    let Some(step) = key.step(&digits, now) else {
        return Err(proof::refuse_code(&app, &account, now).await?);
    };
    let codes = recovery_codes::make().await?;
    let mut tx = app.db.write().await?;
    let stored = &codes.stored;
    if !store::confirm(&mut tx, &account.id, (&sealed, step), stored, now).await? {
        return Err(no_key());
    }
    let detail = json!({ "renewed": account.second_factor.is_some() });
    let action = "account.second_factor_enrolled";
    note(&mut tx, &account, action, detail, now).await?;
    let (session, refresh) = sessions::anew(&app, &mut tx, &account.id, now).await?;
    tx.commit().await?;
    Ok(HttpResponse::Ok()
        .cookie(cookie(&app, refresh))
        .json(Enrolled {
            session,
            recovery_codes: codes.shown,
        }))
}

/// Turns the second factor off, where it is not required. Every other session ends.
///
/// # Errors
/// 409 where it is required or there is none; 422 where password or code are wrong.
#[utoipa::path(
    post, path = "/api/v1/auth/second-factor/removal", tag = "auth", request_body = OwnProof,
    responses(
        (status = 200, body = Session), (status = 409, body = Problem),
        (status = 422, body = Problem), (status = 429, body = Problem)
    )
)]
pub async fn remove(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    Now(now): Now,
    Body(body): Body<OwnProof>,
) -> Result<HttpResponse, Failure> {
    let account = own(&app, &grant).await?;
    if app.config.second_factor.requires(account.role) {
        return Err(Failure::new(
            Code::WrongState,
            "Su función requiere el segundo factor: puede renovarlo, pero no desactivarlo.",
        ));
    }
    if account.second_factor.is_none() {
        return Err(Failure::new(
            Code::WrongState,
            "Su cuenta no tiene un segundo factor activo.",
        ));
    }
    let asked = Asked {
        password: Some(body.current_password),
        code: Some(body.code),
    };
    let mut tx = proof::prove(&app, &account, asked, now).await?;
    store::remove_factor(&mut tx, &account.id).await?;
    let action = "account.second_factor_removed";
    note(&mut tx, &account, action, Value::Null, now).await?;
    let (session, refresh) = sessions::anew(&app, &mut tx, &account.id, now).await?;
    tx.commit().await?;
    Ok(HttpResponse::Ok()
        .cookie(cookie(&app, refresh))
        .json(session))
}

async fn own<P: Power>(app: &App, grant: &Grant<P>) -> Result<AccountRow, Failure> {
    let mut conn = app.db.read().await?;
    store::existing(&mut conn, &grant.account).await
}

/// The sealed key that waits to be confirmed.
async fn pending(app: &App, account: &AccountRow, now: Instant) -> Result<String, Failure> {
    let mut conn = app.db.read().await?;
    store::factor(&mut conn, &account.id)
        .await?
        .filter(|it| it.pending_expires.is_some_and(|until| now < until))
        .and_then(|it| it.pending)
        .ok_or_else(no_key)
}

fn no_key() -> Failure {
    Failure::new(
        Code::WrongState,
        "No hay una clave por confirmar, o pasaron más de 15 minutos. Empiece de nuevo para ver otra.",
    )
}

async fn note(
    tx: &mut Tx,
    account: &AccountRow,
    action: &str,
    detail: Value,
    now: Instant,
) -> Result<(), Failure> {
    let entry = AuditEntry {
        account: Some(&account.id),
        role: Some(account.role),
        action,
        detail,
        ..AuditEntry::default()
    };
    audit::write(tx, now, entry).await
}
