//! An account for every actor of an election that has none.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, web};
use conoceles_shared::api::List;
use conoceles_shared::api::admin::{Account, AccountState};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::{Code, Problem};
use conoceles_shared::text::fold;
use conoceles_shared::time::Instant;
use serde_json::json;

use super::store;
use crate::accounts::store::{AccountRow, insert_account};
use crate::admin::account_acts::present_account;
use crate::admin::{audit_entry, existing_election, not_archived};
use crate::core::audit::{self, AuditEntry};
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::segment;
use crate::core::ids::new_id;
use crate::core::state::App;
use crate::elections::{self, ActorRow};

/// The most letters that a user name takes from an actor's name.
const SLUG_MAX: usize = 40;

/// Makes an operator's account for every actor of an election that has none. They have no password yet:
/// their sheets are issued next. Names and user names can be edited.
///
/// # Errors
/// 404; 409 for an archive, and where every actor has an account.
#[utoipa::path(
    post, path = "/api/v1/admin/elections/{id}/operator-accounts", tag = "admin",
    params(("id" = String, Path)),
    responses(
        (status = 201, body = List<Account>), (status = 404, body = Problem),
        (status = 409, body = Problem)
    )
)]
pub async fn create_missing_accounts(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id: ElectionId = segment(&id)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let election = existing_election(&mut tx, &id).await?;
    not_archived(&election)?;
    let actors = elections::actors(&mut tx, &id).await?;
    let without: Vec<_> = actors.iter().filter(|it| it.accounts == 0).collect();
    if without.is_empty() {
        return Err(Failure::new(
            Code::WrongState,
            "Todos los actores políticos de esta elección tienen cuenta de captura.",
        ));
    }
    let mut taken: BTreeSet<String> = store::all_logins(&mut tx).await?.into_iter().collect();
    let mut data = Vec::new();
    for actor in without {
        let login = free_login(&actor.name, &mut taken);
        let row = account_without_password(actor, login, now)?;
        insert_account(&mut tx, &app.secrets, &row, now).await?;
        let written = AuditEntry {
            election: Some(&id),
            detail: json!({ "account": row.id, "role": row.role, "actor": actor.id, "bulk": true }),
            ..audit_entry(&grant, AuditAction::AccountCreated)
        };
        audit::write(&mut tx, now, written).await?;
        data.push(present_account(&mut tx, &row.id).await?);
    }
    tx.commit().await?;
    Ok(HttpResponse::Created().json(List { data }))
}

fn account_without_password(
    actor: &ActorRow,
    login: String,
    now: Instant,
) -> Result<AccountRow, Failure> {
    Ok(AccountRow {
        id: new_id(now)?,
        version: 1,
        login,
        name: format!("Representación de {}", actor.name),
        role: Role::Operator,
        actor: Some(actor.id.clone()),
        actor_name: None,
        state: AccountState::Created,
        password_hash: None,
        one_time: false,
        one_time_expires: None,
        receipt: None,
        last_sign_in: None,
        second_factor: None,
        device_epoch: 0,
        activated: None,
        credential_since: None,
    })
}

/// `captura.` and the actor's name as a user name may hold it, with a number where that is taken.
fn free_login(name: &str, taken: &mut BTreeSet<String>) -> String {
    let letters = fold(name).replace('ñ', "n");
    let words = letters
        .split(|it: char| !it.is_ascii_alphanumeric())
        .filter(|it| !it.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    let slug: String = slug.chars().take(SLUG_MAX).collect();
    let base = format!("captura.{}", slug.trim_end_matches('-'));
    let mut login = base.clone();
    let mut number = 2_u32;
    while !taken.insert(login.clone()) {
        login = format!("{base}.{number}");
        number += 1;
    }
    login
}

#[cfg(test)]
#[path = "missing_tests.rs"]
mod missing_tests;
