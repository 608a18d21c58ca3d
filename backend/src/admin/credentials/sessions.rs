//! Ending all sessions of an account from outside.

use actix_web::web;
use conoceles_shared::api::admin::Account;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::AccountId;
use conoceles_shared::problem::{Code, Problem};
use serde_json::json;

use crate::accounts::store::end_all_sessions;
use crate::admin::account_acts::present_account;
use crate::admin::audit_entry;
use crate::core::audit::{self, AuditEntry};
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::segment;
use crate::core::state::App;

/// Ends every session of an account at once. Its owner may sign in again: to keep somebody out, an account
/// is suspended.
///
/// # Errors
/// 404; 409 for one's own account.
#[utoipa::path(
    post, path = "/api/v1/admin/accounts/{id}/sign-out", tag = "admin",
    params(("id" = String, Path)),
    responses(
        (status = 200, body = Account), (status = 404, body = Problem),
        (status = 409, body = Problem)
    )
)]
pub async fn end_account_sessions(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
) -> Result<web::Json<Account>, Failure> {
    let id: AccountId = segment(&id)?;
    if id == grant.account {
        return Err(Failure::new(
            Code::WrongState,
            "Las sesiones de su propia cuenta se cierran en «Mi cuenta».",
        ));
    }
    let (mut tx, now) = grant.begin_change(&app).await?;
    let account = present_account(&mut tx, &id).await?;
    end_all_sessions(&mut tx, &id, now).await?;
    let written = AuditEntry {
        detail: json!({ "account": id }),
        ..audit_entry(&grant, AuditAction::SessionsEnded)
    };
    audit::write(&mut tx, now, written).await?;
    tx.commit().await?;
    Ok(web::Json(account))
}
