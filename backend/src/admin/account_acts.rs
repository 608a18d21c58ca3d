//! Acts on accounts that take two administrators: recovery and activation.

use std::collections::HashMap;

use actix_web::{HttpResponse, web};
use conoceles_shared::api::admin::{Account, AccountState, Credential, Recovery, RepresentedActor};
use conoceles_shared::api::proposals::{Proposal, ProposedAct};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::AccountId;
use conoceles_shared::notices::News;
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::{Code, Problem};
use conoceles_shared::time::Instant;
use serde_json::json;

use super::audit_entry;
use super::proposals::company::note_company;
use super::proposals::propose::{Draft, propose_act, proposed_answer};
use crate::accounts::store::{self, AccountRow};
use crate::accounts::{OneTimeCredential, forget_waits_of};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::now::Now;
use crate::core::secrets::Secrets;
use crate::core::state::App;
use crate::elections;
use crate::notices;

/// Accounts as administrators see them, in the order of the rows: whom else they capture for comes from one
/// query for all of them.
pub async fn present_accounts(
    conn: Conn<'_>,
    rows: Vec<AccountRow>,
) -> Result<Vec<Account>, Failure> {
    let only = match rows.as_slice() {
        [one] => Some(&one.id),
        _ => None,
    };
    let mut represents: HashMap<AccountId, Vec<RepresentedActor>> = HashMap::new();
    let named = store::represented_names(&mut *conn, only).await?;
    if !named.is_empty() {
        let elections = elections::elections(conn).await?;
        for it in named {
            let election = elections.iter().find(|one| one.id == it.election);
            let election = election.map_or("", |it| it.setup.name.as_str());
            let of = represents.entry(it.account).or_default();
            of.push(RepresentedActor {
                actor: it.actor,
                name: format!("{}, {election}", it.name),
                accepted: it.receipt,
            });
        }
    }
    let present = rows.into_iter().map(|it| Account {
        awaits_activation: it.awaits_activation(),
        represents: represents.remove(&it.id).unwrap_or_default(),
        version: it.version,
        id: it.id,
        login: it.login,
        name: it.name,
        role: it.role,
        actor: it.actor,
        actor_name: it.actor_name,
        state: it.state,
        last_sign_in: it.last_sign_in,
        second_factor: it.second_factor,
    });
    Ok(present.collect())
}

/// The account as it stands in the database.
///
/// # Errors
/// 404 where it is not there.
pub async fn present_account(conn: Conn<'_>, id: &AccountId) -> Result<Account, Failure> {
    let row = store::existing_account(&mut *conn, id).await?;
    let mut found = present_accounts(conn, vec![row]).await?;
    found.pop().ok_or_else(Failure::not_found)
}

/// Asks for the recovery of an account. A second administrator confirms it: then its password and
/// every session end, and a code is answered to be delivered to its owner, who is told of the request
/// at once.
///
/// # Errors
/// 403 `proof_required` where the second factor's code was given a while ago; 404; 409 while it is
/// suspended, for one's own account, and where it is asked for already.
#[utoipa::path(
    post, path = "/api/v1/admin/accounts/{id}/recovery", tag = "admin",
    params(("id" = String, Path)), request_body = Recovery,
    responses(
        (status = 202, body = Proposal), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 409, body = Problem)
    )
)]
pub async fn recover_account(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
    Unchecked(recovery): Unchecked<Recovery>,
) -> Result<HttpResponse, Failure> {
    let id: AccountId = segment(&id)?;
    grant.proof.required(now)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let account = recoverable(&mut tx, &grant, &id).await?;
    let draft = recovery_draft(&account, recovery);
    let proposal = propose_act(&mut tx, &grant, draft, now).await?;
    notices::tell_account(&mut tx, &id, &News::RecoveryProposed, now).await?;
    tx.commit().await?;
    Ok(proposed_answer(&proposal))
}

fn recovery_draft(account: &AccountRow, recovery: Recovery) -> Draft {
    let mut consequences = vec![
        "Su contraseña deja de servir y todas sus sesiones se cierran.".to_owned(),
        "Quien confirme ve una vez el código que se entrega a su titular.".to_owned(),
    ];
    if account.role == Role::Operator {
        consequences.push(
            "Las respuestas de identidad que capturó no se le vuelven a mostrar: puede sustituirlas."
                .to_owned(),
        );
    }
    if recovery.reset_second_factor {
        consequences.push("También se retira su segundo factor.".to_owned());
    }
    Draft {
        title: format!(
            "recuperar el acceso de {} ({})",
            account.name, account.login
        ),
        act: ProposedAct::RecoverAccount {
            account: account.id.clone(),
            recovery,
        },
        consequences,
    }
}

/// An account that can be recovered now.
///
/// # Errors
/// 404; 409 while it is suspended, and for one's own account.
pub async fn recoverable(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    id: &AccountId,
) -> Result<AccountRow, Failure> {
    if *id == grant.account {
        return Err(Failure::new(
            Code::WrongState,
            "No puede recuperar su propia cuenta: cambie su contraseña, o pídalo a otra persona que \
             administre.",
        ));
    }
    let account = store::existing_account(conn, id).await?;
    if account.state == AccountState::Suspended {
        return Err(Failure::new(
            Code::WrongState,
            "La cuenta está suspendida: reactívela primero.",
        ));
    }
    Ok(account)
}

/// Carries a recovery out. The code opens nothing but the choice of a new password, which nobody who
/// administers learns, and that only after the second factor, unless that is reset as well. What the
/// account accepted before stays accepted.
///
/// # Errors
/// 404; 409 while it is suspended, and for one's own account.
pub async fn recover(
    secrets: &Secrets,
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    (id, recovery): (&AccountId, Recovery),
    code: OneTimeCredential,
    now: Instant,
) -> Result<Credential, Failure> {
    let before = recoverable(&mut *conn, grant, id).await?;
    let issued = (code.hash.as_str(), code.expires);
    store::replace_by_one_time_password(&mut *conn, secrets, id, issued, now).await?;
    store::end_all_sessions(&mut *conn, id, now).await?;
    forget_waits_of(&mut *conn, id, &before.login).await?;
    notices::tell_account(&mut *conn, id, &News::CredentialIssued, now).await?;
    let written = AuditEntry {
        detail: json!({ "account": id, "expires": code.expires }),
        ..audit_entry(grant, AuditAction::RecoveryStarted)
    };
    audit::write(&mut *conn, now, written).await?;
    if recovery.reset_second_factor && store::remove_second_factor(&mut *conn, id).await? {
        let written = AuditEntry {
            detail: json!({ "account": id }),
            ..audit_entry(grant, AuditAction::SecondFactorReset)
        };
        audit::write(&mut *conn, now, written).await?;
    }
    note_company(&mut *conn, now).await?;
    Ok(Credential {
        account: present_account(conn, id).await?,
        one_time_password: code.password,
        expires: code.expires,
    })
}

/// Asks again for the activation of a staff account, where the first request is over.
///
/// # Errors
/// 404; 409 where it is activated, or asked for already.
#[utoipa::path(
    post, path = "/api/v1/admin/accounts/{id}/activation", tag = "admin",
    params(("id" = String, Path)),
    responses(
        (status = 202, body = Proposal), (status = 404, body = Problem),
        (status = 409, body = Problem)
    )
)]
pub async fn request_activation(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let id: AccountId = segment(&id)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let account = activatable(&mut tx, &id).await?;
    let proposal = propose_act(&mut tx, &grant, activation_draft(&account), now).await?;
    tx.commit().await?;
    Ok(proposed_answer(&proposal))
}

/// An account that waits for its activation.
///
/// # Errors
/// 404; 409 where it does not.
pub async fn activatable(conn: Conn<'_>, id: &AccountId) -> Result<AccountRow, Failure> {
    let account = store::existing_account(conn, id).await?;
    if account.awaits_activation() {
        Ok(account)
    } else {
        Err(not_awaited())
    }
}

fn not_awaited() -> Failure {
    Failure::new(
        Code::WrongState,
        "Esta cuenta no espera ninguna activación.",
    )
}

/// What is asked of a second administrator for a staff account.
pub fn activation_draft(account: &AccountRow) -> Draft {
    Draft {
        title: format!(
            "activar la cuenta de {} ({}), {}",
            account.name,
            account.login,
            account.role.label()
        ),
        act: ProposedAct::ActivateAccount {
            account: account.id.clone(),
        },
        consequences: vec![format!(
            "La cuenta empieza a funcionar con la función «{}».",
            account.role.label()
        )],
    }
}

/// Lets a staff account begin to work.
///
/// # Errors
/// 404; 409 where it was activated meanwhile.
pub async fn activate(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    id: &AccountId,
    now: Instant,
) -> Result<(), Failure> {
    if !store::activate_account(&mut *conn, id, now).await? {
        return Err(not_awaited());
    }
    let written = AuditEntry {
        detail: json!({ "account": id }),
        ..audit_entry(grant, AuditAction::AccountActivated)
    };
    audit::write(conn, now, written).await
}
