//! `conoceles admin create`: an administrator's account from the server's own console, for an
//! empty installation or when nobody who administers can sign in.

use clap::{Args, Subcommand};
use conoceles_shared::api::admin::NewAccount;
use conoceles_shared::api::field_errors;
use conoceles_shared::api::proposals::ProposedAct;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::permissions::Role;
use conoceles_shared::time::spanish_moment;
use serde_json::json;
use validator::Validate as _;

use super::Outcome;
use crate::accounts::store::{account_by_login, activate_account, insert_account};
use crate::accounts::{CREDENTIAL_DAYS, delivered_account, one_time_credential};
use crate::admin::proposals::store::settle_from_console;
use crate::admin::proposals::subject::{matter, subject_of};
use crate::core::audit::{self, AuditEntry};
use crate::core::config::Config;
use crate::core::error::Failure;
use crate::core::state::App;
use crate::notices;

/// What can be done about administrators from the console.
#[derive(Debug, Subcommand)]
pub enum AdminCommand {
    /// Makes an administrator's account and prints its one-time password.
    Create(Create),
    /// Activates a staff account, where no second administrator can.
    Activate(Activate),
}

/// Which account is activated.
#[derive(Debug, Args)]
pub struct Activate {
    /// User name.
    #[arg(long)]
    login: String,
}

/// Whose account is made.
#[derive(Debug, Args)]
pub struct Create {
    /// User name: lower-case letters, digits, `.`, `-`, `_`, `@`.
    #[arg(long)]
    login: String,
    /// The person's name.
    #[arg(long)]
    name: String,
}

/// Runs the command.
///
/// # Errors
/// The database, a user name that is taken, or values that an account cannot have.
pub async fn run_admin(config: Config, command: AdminCommand) -> Outcome {
    match command {
        AdminCommand::Create(asked) => run_create(config, asked).await,
        AdminCommand::Activate(asked) => run_activate(config, &asked.login).await,
    }
}

async fn run_activate(config: Config, login: &str) -> Outcome {
    let app = App::open(config).await?;
    let activated = activate(&app, login).await;
    app.db.close().await;
    if !activated? {
        return Err(format!("No hay una cuenta «{login}» que espere su activación.").into());
    }
    println!("La cuenta «{login}» está activada.");
    Ok(())
}

/// Activates the account of this name: whether it was waiting for it.
async fn activate(app: &App, login: &str) -> Result<bool, Failure> {
    let now = app.clock.now();
    let mut tx = app.db.write().await?;
    let Some(account) = account_by_login(&mut tx, login).await? else {
        return Ok(false);
    };
    if !account.awaits_activation() || !activate_account(&mut tx, &account.id, now).await? {
        return Ok(false);
    }
    let act = ProposedAct::ActivateAccount {
        account: account.id.clone(),
    };
    for proposal in settle_from_console(&mut tx, &subject_of(&act), now).await? {
        notices::settled(&mut tx, &matter(&proposal)).await?;
    }
    let written = AuditEntry {
        detail: json!({ "account": account.id, "from": "console" }),
        ..AuditEntry::of_system(AuditAction::AccountActivated)
    };
    audit::write(&mut tx, now, written).await?;
    tx.commit().await?;
    Ok(true)
}

async fn run_create(config: Config, asked: Create) -> Outcome {
    let new = NewAccount {
        login: asked.login,
        name: asked.name,
        role: Role::Admin,
        actor: None,
    };
    if let Err(errors) = new.validate() {
        let lines: Vec<String> = field_errors(&errors)
            .into_iter()
            .map(|it| format!("--{}: {}", it.pointer.trim_start_matches('/'), it.detail))
            .collect();
        return Err(lines.join("\n").into());
    }
    let app = App::open(config).await?;
    let made = create(&app, new).await;
    app.db.close().await;
    println!("{}", made?);
    Ok(())
}

/// Makes the account; what to print.
async fn create(app: &App, new: NewAccount) -> Result<String, Failure> {
    let now = app.clock.now();
    let one_time = one_time_credential(now, CREDENTIAL_DAYS).await?;
    let mut row = delivered_account(new, &one_time, now)?;
    // Whoever has the server's console needs nobody's confirmation.
    row.activated = Some(now);
    let mut tx = app.db.write().await?;
    insert_account(&mut tx, &app.secrets, &row, now).await?;
    let written = AuditEntry {
        detail: json!({ "account": row.id, "role": row.role, "from": "console" }),
        ..AuditEntry::of_system(AuditAction::AccountCreated)
    };
    audit::write(&mut tx, now, written).await?;
    tx.commit().await?;
    Ok(format!(
        "Cuenta de administración: {}\nContraseña de un solo uso: {}\nVence el {}.",
        row.login,
        one_time.password,
        spanish_moment(one_time.expires)
    ))
}
