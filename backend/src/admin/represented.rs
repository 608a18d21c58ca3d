//! Several actors of one representative: an account captures for more than the one it was made for.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::admin::{Account, NewRepresented};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::{AccountId, ActorId};
use conoceles_shared::notices::News;
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::{Code, Problem};
use serde_json::json;

use super::account_acts::present_account;
use super::accounts::{tell_of_another_operator, unknown_actor};
use super::{audit_entry, check};
use crate::accounts::store;
use crate::core::audit::{self, AuditEntry};
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::state::App;
use crate::elections;
use crate::notices;

/// Lets an operator's account capture for another actor as well, which has a receipt of its own to accept.
/// Everybody who captures for that actor already, and everybody who administers, is told.
///
/// # Errors
/// 404; 409 where the account is no operator's, captures for this actor already, or the actor's election
/// is an archive; 422 where there is no such actor.
#[utoipa::path(
    post, path = "/api/v1/admin/accounts/{id}/actors", tag = "admin",
    params(("id" = String, Path)), request_body = NewRepresented,
    responses(
        (status = 200, body = Account), (status = 404, body = Problem),
        (status = 409, body = Problem), (status = 422, body = Problem)
    )
)]
pub async fn represent_actor(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    Unchecked(new): Unchecked<NewRepresented>,
) -> Result<web::Json<Account>, Failure> {
    let id: AccountId = segment(&id)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let account = store::existing_account(&mut tx, &id).await?;
    if account.role != Role::Operator {
        return Err(Failure::new(
            Code::WrongState,
            "Solo las cuentas de captura pertenecen a un actor político.",
        ));
    }
    check::finish(Vec::from_iter(unknown_actor(&mut tx, &new.actor).await?))?;
    if account.actor.as_ref() == Some(&new.actor) {
        return Err(Failure::new(
            Code::AlreadyExists,
            "La cuenta ya captura para ese actor político.",
        ));
    }
    tell_of_another_operator(&mut tx, &grant, (&account, &new.actor), now).await?;
    store::add_represented(&mut tx, &id, &new.actor, now).await?;
    let written = AuditEntry {
        detail: json!({ "account": id, "actor": new.actor }),
        ..audit_entry(&grant, AuditAction::ActorRepresented)
    };
    audit::write(&mut tx, now, written).await?;
    let body = present_account(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(web::Json(body))
}

/// Takes it back: the account's sessions that work for that actor work for its own one from then on. What it
/// captured stays. Its owner is told.
///
/// # Errors
/// 404 where the account does not capture for this actor beside its own.
#[utoipa::path(
    delete, path = "/api/v1/admin/accounts/{id}/actors/{actor}", tag = "admin",
    params(("id" = String, Path), ("actor" = String, Path)),
    responses((status = 204), (status = 404, body = Problem))
)]
pub async fn no_longer_represent_actor(
    grant: Grant<Administer>,
    app: web::Data<App>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let (id, actor) = path.into_inner();
    let id: AccountId = segment(&id)?;
    let actor: ActorId = segment(&actor)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    store::remove_represented(&mut tx, &id, &actor, now).await?;
    let (withdrawn, _) = elections::actor_with_election(&mut tx, &actor).await?;
    let news = News::ActorWithdrawn {
        actor: withdrawn.name,
    };
    notices::tell_account(&mut tx, &id, &news, now).await?;
    let written = AuditEntry {
        detail: json!({ "account": id, "actor": actor }),
        ..audit_entry(&grant, AuditAction::ActorNoLongerRepresented)
    };
    audit::write(&mut tx, now, written).await?;
    tx.commit().await?;
    Ok(HttpResponse::NoContent().finish())
}
