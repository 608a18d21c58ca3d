//! A password of one's own.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::auth::{Session, SetPassword};
use conoceles_shared::api::field_errors;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::notices::News;
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::time::Instant;
use serde_json::Value;
use validator::Validate as _;

use super::common::{PasswordOwner, password_objections};
use super::passwords::{hash_password, verify_password};
use super::sessions::restart_session;
use super::store::{self, AccountRow};
use super::{audit_own, proof};
use crate::core::error::Failure;
use crate::core::grant::{Grant, OwnAccount};
use crate::core::http::Unchecked;
use crate::core::now::Now;
use crate::core::state::App;
use crate::notices;

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
pub async fn set_own_password(
    grant: Grant<OwnAccount>,
    app: web::Data<App>,
    Now(now): Now,
    Unchecked(body): Unchecked<SetPassword>,
) -> Result<HttpResponse, Failure> {
    let mut conn = app.db.read().await?;
    let account = store::existing_account(&mut conn, &grant.account).await?;
    drop(conn);
    let errors = objections(&app, &grant, &account, &body, now).await?;
    if !errors.is_empty() {
        return Err(Failure::invalid(errors));
    }
    let hash = hash_password(body.new_password).await?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let mut present = store::existing_account(&mut tx, &account.id).await?;
    // Suspended, or given a new credential, while this was being hashed.
    if present.state != account.state || present.password_hash != account.password_hash {
        return Err(proof::account_changed());
    }
    present.one_time = false;
    let state = present.standing();
    store::replace_password(&mut tx, &app.secrets, &present, &hash, state).await?;
    // Whoever sets the first one did it just now; a change may have been somebody else's.
    if !account.one_time {
        notices::tell_account(&mut tx, &account.id, &News::PasswordChanged, now).await?;
    }
    let action = AuditAction::PasswordSet;
    audit_own(&mut tx, grant.who(), action, Value::Null, now).await?;
    let session = restart_session(&app, &mut tx, (&grant.account, &grant.session), now).await?;
    tx.commit().await?;
    Ok(session.answer())
}

/// Everything against the new password, and the present one where it is not.
async fn objections(
    app: &App,
    grant: &Grant<OwnAccount>,
    account: &AccountRow,
    body: &SetPassword,
    now: Instant,
) -> Result<Vec<FieldError>, Failure> {
    let mut errors = match body.validate() {
        Ok(()) => password_objections(body.new_password.clone(), owner(account)).await?,
        Err(why) => field_errors(&why),
    };
    let new = body.new_password.clone();
    if verify_password(new, account.own_hash(&app.secrets)).await? {
        errors.push(FieldError::new(
            "/new_password",
            "same",
            "Es la contraseña o el código que ya tiene. Elija otra, que solo usted conozca.",
        ));
    }
    if !account.one_time {
        let given = body.current_password.clone().unwrap_or_default();
        if !proof::check_present_password(app, grant, account, given, now).await? {
            errors.push(proof::wrong_password());
        }
    }
    Ok(errors)
}

fn owner(account: &AccountRow) -> PasswordOwner {
    PasswordOwner {
        login: account.login.clone(),
        name: account.name.clone(),
        actor: account.actor_name.clone(),
    }
}
