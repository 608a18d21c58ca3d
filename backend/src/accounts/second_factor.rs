//! The second factor: giving its code to finish signing in, setting it up, renewing it and turning
//! it off.

use actix_web::{HttpResponse, web};
use chrono::Duration;
use conoceles_shared::api::admin::AccountState;
use conoceles_shared::api::auth::{NextStep, Session};
use conoceles_shared::api::second_factor::{Enrolled, Enrolment, GiveCode, OwnProof, SecondFactor};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::problem::{Code, Problem};
use conoceles_shared::time::Instant;
use serde_json::{Value, json};

use super::audit_own;
use super::proof::{TypedProof, prove, prove_at_sign_in, step_of_new_key};
use super::recovery_codes::make_recovery_codes;
use super::sessions::{Computer, open_session, restart_session};
use super::store::{self, AccountRow, KeyStep};
use super::totp::{TotpKey, qr_picture};
use super::visitor::Visitor;
use crate::core::db::Db;
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
pub async fn give_sign_in_code(
    grant: Grant<OwnSession>,
    visitor: Visitor,
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
    let account = own_account(&app.db, &grant).await?;
    let proven = prove_at_sign_in(&app, &grant, &account, &visitor, body.code, now);
    let (mut tx, now) = proven.await?;
    let computer = Computer::of_session(&mut tx, &grant.session).await?;
    store::end_session(&mut tx, &grant.session, now).await?;
    store::note_sign_in(&mut tx, &account.id, now).await?;
    let session = open_session(&app, &mut tx, &account, computer, true, now).await?;
    let who = account.in_session(&session.id);
    audit_own(&mut tx, who, AuditAction::SignedIn, Value::Null, now).await?;
    tx.commit().await?;
    let known = visitor.remembered(&app, &account)?;
    Ok(session.on_known_device(known).answer())
}

/// Gives a code anew, before something that cannot be undone: it stands for its owner for ten minutes.
///
/// # Errors
/// 409 for an account without a second factor; 422 `wrong` or `used`; 429 after too many wrong ones.
#[utoipa::path(
    post, path = "/api/v1/auth/second-factor/proof", tag = "auth", request_body = GiveCode,
    responses(
        (status = 204), (status = 409, body = Problem), (status = 422, body = Problem),
        (status = 429, body = Problem)
    )
)]
pub async fn prove_second_factor(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    Now(now): Now,
    Body(body): Body<GiveCode>,
) -> Result<HttpResponse, Failure> {
    let account = own_account(&app.db, &grant).await?;
    if account.second_factor.is_none() {
        return Err(no_factor());
    }
    let typed = TypedProof {
        code: Some(body.code),
        ..TypedProof::default()
    };
    let (mut tx, now) = prove(&app, &grant, &account, typed, now).await?;
    store::note_proof(&mut tx, &grant.session, now).await?;
    tx.commit().await?;
    Ok(HttpResponse::NoContent().finish())
}

/// One's own second factor as it stands.
///
/// # Errors
/// 401 where nobody is signed in.
#[utoipa::path(
    get, path = "/api/v1/auth/second-factor", tag = "auth",
    responses((status = 200, body = SecondFactor))
)]
pub async fn show_second_factor(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
) -> Result<web::Json<SecondFactor>, Failure> {
    let account = own_account(&app.db, &grant).await?;
    let mut conn = app.db.read().await?;
    Ok(web::Json(SecondFactor {
        since: account.second_factor,
        required: app.config.second_factor.requires(account.role),
        recovery_codes_left: store::recovery_codes_left(&mut conn, &account.id).await?,
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
pub async fn start_second_factor(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    Now(now): Now,
    Body(body): Body<OwnProof>,
) -> Result<web::Json<Enrolment>, Failure> {
    let account = own_account(&app.db, &grant).await?;
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
    let typed = TypedProof {
        password: (!first).then_some(body.current_password),
        code: account.second_factor.is_some().then_some(body.code),
    };
    let (mut tx, now) = prove(&app, &grant, &account, typed, now).await?;
    let key = TotpKey::draw()?;
    let expires = now + Duration::minutes(PENDING_MINUTES);
    let sealed = key.seal(&app.secrets, &account.id)?;
    store::set_pending_key(&mut tx, &account.id, &sealed, expires).await?;
    let action = AuditAction::SecondFactorStarted;
    audit_own(&mut tx, grant.who(), action, Value::Null, now).await?;
    tx.commit().await?;
    let address = key.address(&account.login);
    Ok(web::Json(Enrolment {
        key: key.groups(),
        picture: qr_picture(&address)?,
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
pub async fn confirm_second_factor(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    Now(now): Now,
    Body(body): Body<GiveCode>,
) -> Result<HttpResponse, Failure> {
    let account = own_account(&app.db, &grant).await?;
    let sealed = pending_key(&app.db, &account, now).await?;
    let key = TotpKey::unseal(&app.secrets, &account.id, &sealed)?;
    let step = step_of_new_key(&app, &grant, (&key, &body.code), now).await?;
    let given = KeyStep { sealed, step };
    let codes = make_recovery_codes().await?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    if !store::confirm_key(&mut tx, &account.id, &given, &codes.stored, now).await? {
        return Err(no_key());
    }
    let detail = json!({ "renewed": account.second_factor.is_some() });
    let action = AuditAction::SecondFactorEnrolled;
    audit_own(&mut tx, grant.who(), action, detail, now).await?;
    let session = restart_session(&app, &mut tx, (&grant.account, &grant.session), now).await?;
    tx.commit().await?;
    Ok(session.answer_with(|session| Enrolled {
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
pub async fn turn_off_second_factor(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    Now(now): Now,
    Body(body): Body<OwnProof>,
) -> Result<HttpResponse, Failure> {
    let account = own_account(&app.db, &grant).await?;
    if app.config.second_factor.requires(account.role) {
        return Err(Failure::new(
            Code::WrongState,
            "Su función requiere el segundo factor: puede renovarlo, pero no desactivarlo.",
        ));
    }
    if account.second_factor.is_none() {
        return Err(no_factor());
    }
    let typed = TypedProof {
        password: Some(body.current_password),
        code: Some(body.code),
    };
    let (mut tx, now) = prove(&app, &grant, &account, typed, now).await?;
    store::remove_second_factor(&mut tx, &account.id).await?;
    let action = AuditAction::SecondFactorRemoved;
    audit_own(&mut tx, grant.who(), action, Value::Null, now).await?;
    let session = restart_session(&app, &mut tx, (&grant.account, &grant.session), now).await?;
    tx.commit().await?;
    Ok(session.answer())
}

async fn own_account<P: Power>(db: &Db, grant: &Grant<P>) -> Result<AccountRow, Failure> {
    let mut conn = db.read().await?;
    store::existing_account(&mut conn, &grant.account).await
}

/// The sealed key that waits to be confirmed.
async fn pending_key(db: &Db, account: &AccountRow, now: Instant) -> Result<String, Failure> {
    let mut conn = db.read().await?;
    store::second_factor(&mut conn, &account.id)
        .await?
        .filter(|it| it.pending_expires.is_some_and(|until| now < until))
        .and_then(|it| it.pending)
        .ok_or_else(no_key)
}

fn no_factor() -> Failure {
    Failure::new(
        Code::WrongState,
        "Su cuenta no tiene un segundo factor activo.",
    )
}

fn no_key() -> Failure {
    Failure::new(
        Code::WrongState,
        "No hay una clave por confirmar, o pasaron más de 15 minutos. Empiece de nuevo para ver otra.",
    )
}
