//! Credential sheets for many accounts as one PDF.

use actix_web::{HttpResponse, web};
use conoceles_pdf::{About, CredentialPage, CredentialSheets, Fact, credential_sheets};
use conoceles_shared::api::admin::{AccountState, SheetRequest};
use conoceles_shared::audit::AuditAction;
use conoceles_shared::ids::AccountId;
use conoceles_shared::problem::{FieldError, Problem};
use conoceles_shared::time::{Instant, spanish_deadline};
use serde_json::json;

use super::store;
use crate::accounts::store::{AccountRow, account_by_id, end_all_sessions};
use crate::accounts::{CREDENTIAL_DAYS, OneTimeCredential, forget_waits_of, one_time_credential};
use crate::admin::{audit_entry, check};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::grant::{Administer, Grant};
use crate::core::http::{Unchecked, attachment, off_thread};
use crate::core::ids::new_id;
use crate::core::now::Now;
use crate::core::secrets::Secrets;
use crate::core::state::App;
use crate::elections::{ElectionRow, actor_with_election};
use crate::receipts::dated;

/// Issues the sheets of accounts that were never used: a PDF (PDF/UA-1, PDF/A-2a) with a page each, and on it
/// the one-time password, which stands nowhere else. What was issued for them before is void. All or none.
///
/// # Errors
/// 422 with every account that does not exist, was used, or is suspended.
#[utoipa::path(
    post, path = "/api/v1/admin/credential-sheets", tag = "admin", request_body = SheetRequest,
    responses(
        (status = 200, body = Vec<u8>, content_type = "application/pdf"),
        (status = 422, body = Problem)
    )
)]
pub async fn issue_sheets(
    grant: Grant<Administer>,
    app: web::Data<App>,
    Now(now): Now,
    Unchecked(request): Unchecked<SheetRequest>,
) -> Result<HttpResponse, Failure> {
    check::finish(check::own_errors(&request))?;
    {
        let mut conn = app.db.read().await?;
        issuable(&mut conn, &request.accounts).await?;
    }
    // Hashes take long: before the transaction.
    let mut codes = Vec::new();
    for _ in &request.accounts {
        codes.push(one_time_credential(now, CREDENTIAL_DAYS).await?);
    }
    let (mut tx, now) = grant.begin_change(&app).await?;
    let accounts = issuable(&mut tx, &request.accounts).await?;
    let mut sheets = Vec::new();
    let mut all_drills = true;
    for (account, code) in accounts.iter().zip(codes) {
        issue(&mut tx, &app.secrets, &grant, (account, &code), now).await?;
        let election = election_of(&mut tx, account).await?;
        all_drills &= election.as_ref().is_some_and(|it| it.setup.drill);
        sheets.push(page(account, election.as_ref(), code));
    }
    let document = CredentialSheets {
        about: About {
            title: "Hojas de acceso a Conóceles".to_owned(),
            authority: app.config.authority.clone(),
            dated: dated(now),
            ident: new_id::<AccountId>(now)?.to_string(),
            drill: all_drills,
        },
        address: format!("{}/mesa", app.config.base_url().trim_end_matches('/')),
        sheets,
    };
    let bytes = off_thread(move || credential_sheets(&document))
        .await?
        .map_err(|error| Failure::Internal(format!("credential sheets: {error}")))?;
    tx.commit().await?;
    Ok(attachment("hojas-de-acceso.pdf", "application/pdf", bytes))
}

/// The accounts, each of which was never used.
///
/// # Errors
/// 422 with every one that was, is suspended, is named twice or does not exist.
async fn issuable(conn: Conn<'_>, ids: &[AccountId]) -> Result<Vec<AccountRow>, Failure> {
    let mut errors = Vec::new();
    let mut found: Vec<AccountRow> = Vec::new();
    for (at, id) in ids.iter().enumerate() {
        let mut wrong = |code: &str, detail: String| {
            let pointer = format!("{}/{at}", SheetRequest::ACCOUNTS);
            errors.push(FieldError::new(pointer, code, detail));
        };
        match account_by_id(&mut *conn, id).await? {
            None => wrong("unknown", "Esta cuenta no existe.".to_owned()),
            Some(it) if found.iter().any(|other| other.id == it.id) => {
                wrong(
                    "duplicate",
                    format!("La cuenta {} está repetida.", it.login),
                );
            }
            Some(it) if was_used(&it) => wrong(
                "used",
                format!(
                    "La cuenta {} ya se usó: para volver a entrar se recupera, entre dos personas.",
                    it.login
                ),
            ),
            Some(it) if it.state == AccountState::Suspended => wrong(
                "suspended",
                format!(
                    "La cuenta {} está suspendida: reactívela primero.",
                    it.login
                ),
            ),
            Some(it) => found.push(it),
        }
    }
    check::finish(errors)?;
    Ok(found)
}

/// Whether somebody ever came in with it: from then on its credentials take two to replace.
fn was_used(account: &AccountRow) -> bool {
    let own_password = account.password_hash.is_some() && !account.one_time;
    own_password || account.last_sign_in.is_some() || account.receipt.is_some()
}

async fn issue(
    conn: Conn<'_>,
    secrets: &Secrets,
    grant: &Grant<Administer>,
    (account, code): (&AccountRow, &OneTimeCredential),
    now: Instant,
) -> Result<(), Failure> {
    store::issue_first_credential(&mut *conn, secrets, &account.id, code, now).await?;
    end_all_sessions(&mut *conn, &account.id, now).await?;
    forget_waits_of(&mut *conn, &account.id, &account.login).await?;
    let written = AuditEntry {
        detail: json!({ "account": account.id, "expires": code.expires }),
        ..audit_entry(grant, AuditAction::CredentialIssued)
    };
    audit::write(conn, now, written).await
}

/// The election that an operator's account is of.
async fn election_of(conn: Conn<'_>, account: &AccountRow) -> Result<Option<ElectionRow>, Failure> {
    let Some(actor) = &account.actor else {
        return Ok(None);
    };
    let (_, election) = actor_with_election(conn, actor).await?;
    Ok(Some(election))
}

/// The election's name; a page of a drill says so among pages of others.
fn election_words(election: &ElectionRow) -> String {
    let setup = &election.setup;
    if setup.drill {
        format!("{} (simulacro)", setup.name)
    } else {
        setup.name.clone()
    }
}

fn page(
    account: &AccountRow,
    election: Option<&ElectionRow>,
    code: OneTimeCredential,
) -> CredentialPage {
    let mut facts = vec![Fact::new("Función", account.role.label())];
    facts.extend(
        account
            .actor_name
            .as_ref()
            .map(|it| Fact::new("Actor político", &**it)),
    );
    facts.extend(election.map(|it| Fact::new("Elección", election_words(it))));
    facts.push(Fact::new("Usuario", &*account.login));
    facts.push(Fact::new("Contraseña temporal", code.password));
    facts.push(Fact::new("Sirve hasta el", spanish_deadline(code.expires)));
    CredentialPage {
        name: account.name.clone(),
        facts,
    }
}
