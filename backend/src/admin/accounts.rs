//! Accounts: made, recovered and suspended by the administrator.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::List;
use conoceles_shared::api::admin::{
    Account, AccountState, Credential, NewAccount, Recovery, Suspension,
};
use conoceles_shared::api::parameters::one_id;
use conoceles_shared::ids::{AccountId, ElectionId};
use conoceles_shared::notices::News;
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::{Code, FieldError, Problem};
use serde_json::json;

use super::store::{self, ListedAccount};
use super::{actors, check, created, credentials, entry, not_archived};
use crate::accounts::store as own;
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::now::Now;
use crate::core::state::App;
use crate::elections;
use crate::notices;

fn view(listed: ListedAccount) -> Account {
    let it = listed.account;
    Account {
        id: it.id,
        login: it.login,
        name: it.name,
        role: it.role,
        actor: it.actor,
        actor_name: listed.actor_name,
        state: it.state,
        last_sign_in: it.last_sign_in,
        second_factor: it.second_factor,
    }
}

async fn present(conn: Conn<'_>, id: &AccountId) -> Result<Account, Failure> {
    let listed = store::listed_account(conn, id)
        .await?
        .ok_or_else(Failure::not_found)?;
    Ok(view(listed))
}

/// Every account by user name; with `election`, those of its operators.
///
/// # Errors
/// 400 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/admin/accounts", tag = "admin",
    params(("election" = Option<String>, Query)),
    responses((status = 200, body = List<Account>), (status = 400, body = Problem))
)]
pub async fn list(
    _: Grant<Administer>,
    app: web::Data<App>,
    request: HttpRequest,
) -> Result<web::Json<List<Account>>, Failure> {
    let election: Option<ElectionId> =
        one_id(request.query_string(), "election").map_err(Failure::invalid_query)?;
    let mut conn = app.db.read().await?;
    let listed = store::listed_accounts(&mut conn, election.as_ref()).await?;
    let data = listed.into_iter().map(view).collect();
    Ok(web::Json(List { data }))
}

/// One account.
///
/// # Errors
/// 404.
#[utoipa::path(
    get, path = "/api/v1/admin/accounts/{id}", tag = "admin", params(("id" = String, Path)),
    responses((status = 200, body = Account), (status = 404, body = Problem))
)]
pub async fn read(
    _: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<Account>, Failure> {
    let mut conn = app.db.read().await?;
    Ok(web::Json(present(&mut conn, &segment(&id)?).await?))
}

/// Every error of a new account, less whether its actor exists.
fn errors(new: &NewAccount) -> Vec<FieldError> {
    let mut errors = check::own_errors(new);
    check::characters(&mut errors, "/name", &new.name);
    match (new.role, &new.actor) {
        (Role::Operator, None) => errors.push(FieldError::new(
            "/actor",
            "required",
            "Elija el actor político de esta cuenta de captura.",
        )),
        (Role::Operator, Some(_)) | (_, None) => {}
        (_, Some(_)) => errors.push(FieldError::new(
            "/actor",
            "not_allowed",
            "Solo las cuentas de captura pertenecen a un actor político.",
        )),
    }
    errors
}

/// Makes an account and its one-time password, which is answered this once.
///
/// # Errors
/// 409 where the user name is taken or the actor's election is an archive; 422 with every field.
#[utoipa::path(
    post, path = "/api/v1/admin/accounts", tag = "admin", request_body = NewAccount,
    responses(
        (status = 201, body = Credential, headers(
            ("Location" = String, description = "Dirección de la cuenta")
        )),
        (status = 409, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn create(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    Unchecked(mut new): Unchecked<NewAccount>,
) -> Result<HttpResponse, Failure> {
    check::tidy(&mut new.login);
    check::tidy(&mut new.name);
    let mut found = errors(&new);
    if let (Role::Operator, Some(actor)) = (new.role, &new.actor) {
        let mut conn = app.db.read().await?;
        match elections::actor(&mut conn, actor).await? {
            Some(_) => not_archived(&actors::with_election(&mut conn, actor).await?.1)?,
            None => found.push(FieldError::new(
                "/actor",
                "unknown",
                "Este actor político no existe.",
            )),
        }
    }
    check::finish(found)?;
    let one_time = credentials::one_time(now, credentials::CREDENTIAL_DAYS).await?;
    let row = credentials::delivered(new, &one_time, now)?;
    let mut tx = app.db.write().await?;
    store::insert_account(&mut tx, &row, now).await?;
    let written = AuditEntry {
        detail: json!({ "account": row.id, "role": row.role, "actor": row.actor }),
        ..entry(&grant, "account.created")
    };
    audit::write(&mut tx, now, written).await?;
    let account = present(&mut tx, &row.id).await?;
    tx.commit().await?;
    Ok(created("accounts", row.id.as_str()).json(Credential {
        account,
        one_time_password: one_time.password,
        expires: one_time.expires,
    }))
}

/// Starts the recovery of an account: its password and every session end, and a code is answered
/// this once, to be delivered to its owner. The code opens nothing but the choice of a new password,
/// which the administrator never learns, and that only after the second factor, unless that is reset
/// as well. What the account accepted before stays accepted.
///
/// # Errors
/// 404; 409 while it is suspended, and for one's own account.
#[utoipa::path(
    post, path = "/api/v1/admin/accounts/{id}/recovery", tag = "admin",
    params(("id" = String, Path)), request_body = Recovery,
    responses(
        (status = 200, body = Credential), (status = 404, body = Problem),
        (status = 409, body = Problem)
    )
)]
pub async fn recover(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
    Unchecked(asked): Unchecked<Recovery>,
) -> Result<web::Json<Credential>, Failure> {
    let id: AccountId = segment(&id)?;
    if id == grant.account {
        return Err(Failure::new(
            Code::WrongState,
            "No puede recuperar su propia cuenta: cambie su contraseña, o pídalo a otra persona que \
             administre.",
        ));
    }
    let one_time = credentials::one_time(now, credentials::RECOVERY_DAYS).await?;
    let mut tx = app.db.write().await?;
    let before = own::existing(&mut tx, &id).await?;
    if before.state == AccountState::Suspended {
        return Err(Failure::new(
            Code::WrongState,
            "La cuenta está suspendida: reactívela primero.",
        ));
    }
    store::set_one_time(&mut tx, &id, &one_time.hash, one_time.expires).await?;
    own::end_sessions(&mut tx, &id, now).await?;
    notices::to_account(&mut tx, &id, &News::CredentialIssued, now).await?;
    let written = AuditEntry {
        detail: json!({ "account": id, "expires": one_time.expires }),
        ..entry(&grant, "account.recovery_started")
    };
    audit::write(&mut tx, now, written).await?;
    if asked.reset_second_factor && own::remove_factor(&mut tx, &id).await? {
        let written = AuditEntry {
            detail: json!({ "account": id }),
            ..entry(&grant, "account.second_factor_reset")
        };
        audit::write(&mut tx, now, written).await?;
    }
    let account = present(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(web::Json(Credential {
        account,
        one_time_password: one_time.password,
        expires: one_time.expires,
    }))
}

/// Suspends an account, which ends its sessions at once, or lets it go on where it stood.
///
/// # Errors
/// 404; 409 for one's own account.
#[utoipa::path(
    post, path = "/api/v1/admin/accounts/{id}/suspension", tag = "admin",
    params(("id" = String, Path)), request_body = Suspension,
    responses(
        (status = 200, body = Account), (status = 404, body = Problem),
        (status = 409, body = Problem)
    )
)]
pub async fn suspend(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
    Unchecked(asked): Unchecked<Suspension>,
) -> Result<web::Json<Account>, Failure> {
    let id: AccountId = segment(&id)?;
    if asked.suspended && id == grant.account {
        return Err(Failure::new(
            Code::WrongState,
            "No puede suspender su propia cuenta; pídalo a otra persona que administre.",
        ));
    }
    let mut tx = app.db.write().await?;
    let before = own::existing(&mut tx, &id).await?;
    if asked.suspended != (before.state == AccountState::Suspended) {
        let (state, action, news) = if asked.suspended {
            (
                AccountState::Suspended,
                "account.suspended",
                News::AccountSuspended,
            )
        } else {
            (
                before.standing(),
                "account.reactivated",
                News::AccountReactivated,
            )
        };
        own::set_state(&mut tx, &id, state).await?;
        own::end_sessions(&mut tx, &id, now).await?;
        notices::to_account(&mut tx, &id, &news, now).await?;
        let written = AuditEntry {
            detail: json!({ "account": id, "from": before.state, "to": state }),
            ..entry(&grant, action)
        };
        audit::write(&mut tx, now, written).await?;
    }
    let account = present(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(web::Json(account))
}

#[cfg(test)]
#[path = "accounts_tests.rs"]
mod accounts_tests;
