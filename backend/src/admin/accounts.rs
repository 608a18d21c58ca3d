//! Accounts: made and listed by the administrator.

use actix_web::{HttpRequest, HttpResponse, web};
use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Account, Credential, NewAccount};
use conoceles_shared::api::parameters::one_id;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::{ActorId, ElectionId};
use conoceles_shared::notices::News;
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::time::Instant;
use serde_json::json;

use super::account_acts::{activation_draft, present_account, present_accounts};
use super::proposals::propose::propose_act;
use super::{audit_entry, check, created, existing_election, not_archived};
use crate::accounts::store::{self, AccountRow};
use crate::accounts::{CREDENTIAL_DAYS, delivered_account, one_time_credential};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::now::Now;
use crate::core::state::App;
use crate::core::store::account_name;
use crate::elections;
use crate::notices;

/// Every account by user name; with `election`, those of its operators.
///
/// # Errors
/// 400 with every parameter that is wrong.
#[utoipa::path(
    get, path = "/api/v1/admin/accounts", tag = "admin",
    params(("election" = Option<String>, Query)),
    responses((status = 200, body = List<Account>), (status = 400, body = Problem))
)]
pub async fn list_accounts(
    _: Grant<Administer>,
    app: web::Data<App>,
    request: HttpRequest,
) -> Result<web::Json<List<Account>>, Failure> {
    let election: Option<ElectionId> =
        one_id(request.query_string(), "election").map_err(Failure::invalid_query)?;
    let mut conn = app.db.read().await?;
    let all = store::accounts_by_login(&mut conn, election.as_ref()).await?;
    let data = present_accounts(&mut conn, all).await?;
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
pub async fn show_account(
    _: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<Account>, Failure> {
    let mut conn = app.db.read().await?;
    Ok(web::Json(present_account(&mut conn, &segment(&id)?).await?))
}

/// Every error of a new account, less whether its actor exists.
fn new_account_errors(new: &NewAccount) -> Vec<FieldError> {
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

/// What is wrong with the actor that an account is to capture for: it is not there.
///
/// # Errors
/// 409 where its election is an archive.
pub async fn unknown_actor(conn: Conn<'_>, actor: &ActorId) -> Result<Option<FieldError>, Failure> {
    let Some(found) = elections::actor(&mut *conn, actor).await? else {
        return Ok(Some(FieldError::new(
            NewAccount::ACTOR,
            "unknown",
            "Este actor político no existe.",
        )));
    };
    not_archived(&existing_election(conn, &found.election).await?)?;
    Ok(None)
}

/// Makes an account and its one-time password, which is answered this once. One of the staff works
/// only after a second administrator activated it.
///
/// # Errors
/// 403 `proof_required` for one of the staff where the second factor's code was given a while ago; 409
/// where the user name is taken or the actor's election is an archive; 422 with every field.
#[utoipa::path(
    post, path = "/api/v1/admin/accounts", tag = "admin", request_body = NewAccount,
    responses(
        (status = 403, body = Problem),
        (status = 201, body = Credential, headers(
            ("Location" = String, description = "Dirección de la cuenta")
        )),
        (status = 409, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn create_account(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    Unchecked(mut new): Unchecked<NewAccount>,
) -> Result<HttpResponse, Failure> {
    if new.role.is_staff() {
        grant.proof.required(now)?;
    }
    check::tidy(&mut new.login);
    check::tidy(&mut new.name);
    let mut found = new_account_errors(&new);
    if let (Role::Operator, Some(actor)) = (new.role, &new.actor) {
        let mut conn = app.db.read().await?;
        found.extend(unknown_actor(&mut conn, actor).await?);
    }
    check::finish(found)?;
    let one_time = one_time_credential(now, CREDENTIAL_DAYS).await?;
    let row = delivered_account(new, &one_time, now)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    store::insert_account(&mut tx, &app.secrets, &row, now).await?;
    let written = AuditEntry {
        detail: json!({ "account": row.id, "role": row.role, "actor": row.actor }),
        ..audit_entry(&grant, AuditAction::AccountCreated)
    };
    audit::write(&mut tx, now, written).await?;
    if row.awaits_activation() {
        propose_act(&mut tx, &grant, activation_draft(&row), now).await?;
    }
    if let Some(actor) = &row.actor {
        tell_of_another_operator(&mut tx, &grant, (&row, actor), now).await?;
    }
    let account = present_account(&mut tx, &row.id).await?;
    tx.commit().await?;
    Ok(created("accounts", row.id.as_str()).json(Credential {
        account,
        one_time_password: one_time.password,
        expires: one_time.expires,
    }))
}

/// Tells the operators whom an actor has already, and the others who administer, that there is one
/// more, and who made it.
pub async fn tell_of_another_operator(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    (row, actor): (&AccountRow, &ActorId),
    now: Instant,
) -> Result<(), Failure> {
    let colleagues = store::operators_of(&mut *conn, actor).await?;
    let colleagues: Vec<_> = colleagues.into_iter().filter(|it| *it != row.id).collect();
    if colleagues.is_empty() {
        return Ok(());
    }
    let (actor, _) = elections::actor_with_election(&mut *conn, actor).await?;
    let news = News::OperatorAdded {
        login: row.login.clone(),
        actor: actor.name,
        by: account_name(&mut *conn, &grant.account)
            .await?
            .unwrap_or_default(),
    };
    for colleague in &colleagues {
        notices::tell_account(&mut *conn, colleague, &news, now).await?;
    }
    for other in store::administrators(&mut *conn).await? {
        if other.account != grant.account {
            notices::tell_account(&mut *conn, &other.account, &news, now).await?;
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "accounts_tests.rs"]
mod accounts_tests;
