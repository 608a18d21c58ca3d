//! An account's user name and the name of its person.

use actix_web::{HttpResponse, web};
use conoceles_shared::api::admin::{Account, AccountEdit};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::AccountId;
use conoceles_shared::notices::News;
use conoceles_shared::problem::Problem;
use serde_json::json;

use super::store;
use crate::accounts::forget_waits_of;
use crate::admin::account_acts::present_account;
use crate::admin::versions::{based_on_present, versioned};
use crate::admin::{audit_entry, check};
use crate::core::audit::{self, AuditEntry};
use crate::core::error::Failure;
use crate::core::etag::IfMatch;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, segment};
use crate::core::state::App;
use crate::notices;

/// Replaces an account's user name and the name of its person. Its function and its actor stay: what it did
/// is theirs. The owner is told of another user name; the sessions go on.
///
/// # Errors
/// 404; 409 `already_exists` where the user name is another's; 412 with `current` and `submitted`; 422 with
/// every field.
#[utoipa::path(
    put, path = "/api/v1/admin/accounts/{id}", tag = "admin",
    params(("id" = String, Path), ("If-Match" = String, Header)), request_body = AccountEdit,
    responses(
        (status = 200, body = Account, headers(("ETag" = String, description = "Versión"))),
        (status = 404, body = Problem), (status = 409, body = Problem),
        (status = 412, body = Problem), (status = 422, body = Problem),
        (status = 428, body = Problem)
    )
)]
pub async fn edit_account(
    grant: Grant<Administer>,
    app: web::Data<App>,
    id: web::Path<String>,
    based: IfMatch,
    Unchecked(mut edit): Unchecked<AccountEdit>,
) -> Result<HttpResponse, Failure> {
    let id: AccountId = segment(&id)?;
    check::tidy(&mut edit.login);
    check::tidy(&mut edit.name);
    let mut errors = check::own_errors(&edit);
    check::title(&mut errors, AccountEdit::NAME, &edit.name);
    check::finish(errors)?;
    let (mut tx, now) = grant.begin_change(&app).await?;
    let before = present_account(&mut tx, &id).await?;
    based_on_present(based.0, before.version, &before, &edit)?;
    let renamed = before.login != edit.login;
    if !renamed && before.name == edit.name {
        return Ok(versioned(before.version, before));
    }
    store::update_account(&mut tx, &id, before.version, &edit).await?;
    if renamed {
        forget_waits_of(&mut tx, &id, &before.login).await?;
        let news = News::LoginChanged { login: edit.login };
        notices::tell_account(&mut tx, &id, &news, now).await?;
    }
    let written = AuditEntry {
        detail: json!({
            "account": id, "login_changed": renamed, "name_changed": before.name != edit.name,
        }),
        ..audit_entry(&grant, AuditAction::AccountEdited)
    };
    audit::write(&mut tx, now, written).await?;
    let body = present_account(&mut tx, &id).await?;
    tx.commit().await?;
    Ok(versioned(body.version, body))
}
