//! Suspending an account and letting it go on. Of somebody who administers it takes two: whoever
//! suspends the other is the only one who decides from then on.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::admin::{Account, AccountState, Suspension};
use conoceles_shared::api::proposals::{Proposal, ProposedAct};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::AccountId;
use conoceles_shared::notices::News;
use conoceles_shared::permissions::Role;
use conoceles_shared::problem::{Code, Problem};
use conoceles_shared::time::Instant;
use serde_json::json;

use super::account_acts::present_account;
use super::audit_entry;
use super::proposals::company::note_company;
use super::proposals::propose::{Draft, propose_act, proposed_answer};
use crate::accounts::store::{self, AccountRow};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::now::Now;
use crate::core::state::App;
use crate::notices;

/// Suspends an account, which ends its sessions at once, or lets it go on where it stood. Of somebody
/// who administers it is only proposed: a second administrator confirms it.
///
/// # Errors
/// 404; 403 `proof_required` where the second factor's code was given a while ago; 409 for one's own
/// account, and where the same is asked for already.
#[utoipa::path(
    post, path = "/api/v1/admin/accounts/{id}/suspension", tag = "admin",
    params(("id" = String, Path)), request_body = Suspension,
    responses(
        (status = 200, body = Account), (status = 202, body = Proposal),
        (status = 403, body = Problem), (status = 404, body = Problem),
        (status = 409, body = Problem)
    )
)]
pub async fn suspend_account(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    id: web::Path<String>,
    Unchecked(asked): Unchecked<Suspension>,
) -> Result<HttpResponse, Failure> {
    let id: AccountId = segment(&id)?;
    grant.proof.required(now)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let account = suspendable(&mut tx, &grant, &id).await?;
    let changes = asked.suspended != (account.state == AccountState::Suspended);
    if changes && account.role == Role::Admin && account.activated.is_some() {
        let draft = suspension_draft(&account, asked.suspended);
        let proposal = propose_act(&mut tx, &grant, draft, now).await?;
        tx.commit().await?;
        return Ok(proposed_answer(&proposal));
    }
    apply_suspension(&mut tx, &grant, &id, asked.suspended, now).await?;
    let account = present_account(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(HttpResponse::Ok().json(account))
}

fn suspension_draft(account: &AccountRow, suspended: bool) -> Draft {
    let (verb, consequence) = if suspended {
        (
            "suspender",
            "Sus sesiones se cierran y deja de poder confirmar o rechazar lo que otras personas \
             proponen.",
        )
    } else {
        (
            "reactivar",
            "Vuelve a administrar, y a confirmar o rechazar lo que otras personas proponen.",
        )
    };
    Draft {
        title: format!(
            "{verb} la cuenta de {} ({}), {}",
            account.name,
            account.login,
            account.role.label()
        ),
        act: ProposedAct::SuspendAccount {
            account: account.id.clone(),
            suspended,
        },
        consequences: vec![consequence.to_owned()],
    }
}

/// Somebody else's account.
pub async fn suspendable(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    id: &AccountId,
) -> Result<AccountRow, Failure> {
    if *id == grant.account {
        return Err(Failure::new(
            Code::WrongState,
            "No puede suspender ni reactivar su propia cuenta; pídalo a otra persona que administre.",
        ));
    }
    store::existing_account(conn, id).await
}

/// Suspends an account or lets it go on; nothing where it stands so already.
///
/// # Errors
/// 404; 409 for one's own account.
pub async fn apply_suspension(
    conn: Conn<'_>,
    grant: &Grant<Administer>,
    id: &AccountId,
    suspended: bool,
    now: Instant,
) -> Result<(), Failure> {
    let before = suspendable(&mut *conn, grant, id).await?;
    if suspended == (before.state == AccountState::Suspended) {
        return Ok(());
    }
    let (state, action, news) = if suspended {
        (
            AccountState::Suspended,
            AuditAction::AccountSuspended,
            News::AccountSuspended,
        )
    } else {
        (
            before.standing(),
            AuditAction::AccountReactivated,
            News::AccountReactivated,
        )
    };
    store::set_account_state(&mut *conn, id, state).await?;
    store::end_all_sessions(&mut *conn, id, now).await?;
    notices::tell_account(&mut *conn, id, &news, now).await?;
    let written = AuditEntry {
        detail: json!({ "account": id, "from": before.state, "to": state }),
        ..audit_entry(grant, action)
    };
    audit::write(&mut *conn, now, written).await?;
    note_company(conn, now).await
}
