//! Proof of whose account it is, given inside a session: the present password, a code of the second
//! factor, or both. Wrong ones are counted by account and slow down like failed sign-ins.

use conoceles_shared::problem::{Code, FieldError};
use conoceles_shared::time::Instant;

use super::store::{self, AccountRow, RecoveryCode};
use super::throttle::{self, Subject};
use super::totp::Key;
use super::{passwords, recovery_codes};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Tx;
use crate::core::error::Failure;
use crate::core::state::App;

/// A code that is right, not spent yet.
enum Found {
    /// Of the application: the sealed key and the step.
    App(String, i64),
    /// One of the ten.
    Recovery(RecoveryCode),
}

impl Found {
    const fn name(&self) -> &'static str {
        match self {
            Self::App(..) => "app",
            Self::Recovery(_) => "recovery_code",
        }
    }
}

/// What is asked for, as it was typed.
#[derive(Default)]
pub struct Asked {
    /// The present password, where it is asked for.
    pub password: Option<String>,
    /// A code, where it is asked for.
    pub code: Option<String>,
}

/// Checks all that is asked for and spends the code, inside the transaction that is answered: the
/// change that it proves belongs in it.
///
/// # Errors
/// 422 with `/current_password`, `/code` or both; 429 after too many wrong ones; 409 where the
/// account changed meanwhile.
pub async fn prove(
    app: &App,
    account: &AccountRow,
    asked: Asked,
    now: Instant,
) -> Result<Tx, Failure> {
    let mut errors = Vec::new();
    let proves = asked.password.is_some() || asked.code.is_some();
    patience(app, account, now).await?;
    if let Some(password) = asked.password
        && !passwords::verify(password, account.password_hash.clone()).await?
    {
        errors.push(wrong_password());
    }
    let found = match &asked.code {
        Some(typed) => find(app, account, typed, now).await?,
        None => None,
    };
    let mut tx = app.db.write().await?;
    let present = store::account(&mut tx, &account.id).await?;
    if present.is_none_or(|it| it.password_hash != account.password_hash) {
        return Err(account_changed());
    }
    if asked.code.is_some() {
        let spent = match &found {
            // A wrong password must not cost a code.
            Some(_) if !errors.is_empty() => true,
            Some(found) => spend(&mut tx, account, found, now).await?,
            None => false,
        };
        if !spent {
            errors.push(wrong_code(found.is_some()));
        }
    }
    if errors.is_empty() {
        if proves {
            throttle::forget(&mut tx, &subject(account)).await?;
        }
        if let Some(found) = found {
            note(&mut tx, account, "account.code_accepted", found.name(), now).await?;
        }
        return Ok(tx);
    }
    throttle::count(&mut tx, &[subject(account)], now).await?;
    let action = "account.proof_refused";
    note(&mut tx, account, action, "password_or_code", now).await?;
    tx.commit().await?;
    tracing::warn!(account = %account.id, "proof refused");
    Err(Failure::invalid(errors))
}

/// Whether this is the present password; a wrong one is counted.
///
/// # Errors
/// 429 after too many wrong ones.
pub async fn is_present_password(
    app: &App,
    account: &AccountRow,
    password: String,
    now: Instant,
) -> Result<bool, Failure> {
    patience(app, account, now).await?;
    let right = passwords::verify(password, account.password_hash.clone()).await?;
    let mut tx = app.db.write().await?;
    if right {
        throttle::forget(&mut tx, &subject(account)).await?;
    } else {
        throttle::count(&mut tx, &[subject(account)], now).await?;
        note(&mut tx, account, "account.proof_refused", "password", now).await?;
    }
    tx.commit().await?;
    Ok(right)
}

/// Counts a wrong code that confirms nothing yet.
///
/// # Errors
/// The database.
pub async fn refuse_code(
    app: &App,
    account: &AccountRow,
    now: Instant,
) -> Result<Failure, Failure> {
    let mut tx = app.db.write().await?;
    throttle::count(&mut tx, &[subject(account)], now).await?;
    note(&mut tx, account, "account.proof_refused", "new_key", now).await?;
    tx.commit().await?;
    Ok(Failure::invalid(vec![wrong_code(false)]))
}

/// Refuses while the account must wait.
///
/// # Errors
/// 429 with the seconds left.
pub async fn patience(app: &App, account: &AccountRow, now: Instant) -> Result<(), Failure> {
    let mut conn = app.db.read().await?;
    throttle::check(&mut conn, &[subject(account)], now).await
}

fn subject(account: &AccountRow) -> Subject {
    Subject::Account(account.id.clone())
}

/// The error at a present password that is not.
#[must_use]
pub fn wrong_password() -> FieldError {
    FieldError::new(
        "/current_password",
        "wrong",
        "La contraseña actual no es correcta.",
    )
}

/// The refusal where the administrator changed the account at the same time.
#[must_use]
pub fn account_changed() -> Failure {
    Failure::new(
        Code::ConcurrentChange,
        "Su cuenta cambió al mismo tiempo. Inicie sesión de nuevo.",
    )
}

fn wrong_code(used: bool) -> FieldError {
    if used {
        FieldError::new(
            "/code",
            "used",
            "Ese código ya se usó. Espere a que la aplicación muestre el siguiente.",
        )
    } else {
        FieldError::new(
            "/code",
            "wrong",
            "El código no es correcto o ya venció. Escriba el que la aplicación muestra ahora, o un \
             código de recuperación que no haya usado.",
        )
    }
}

async fn find(
    app: &App,
    account: &AccountRow,
    typed: &str,
    now: Instant,
) -> Result<Option<Found>, Failure> {
    let digits: String = typed.chars().filter(|it| !it.is_whitespace()).collect();
    let mut conn = app.db.read().await?;
    let factor = store::factor(&mut conn, &account.id).await?;
    let Some(sealed) = factor.and_then(|it| it.secret) else {
        return Ok(None);
    };
    let key = Key::open(&app.secrets, &account.id, &sealed)?;
    if let Some(step) = key.step(&digits, now) {
        return Ok(Some(Found::App(sealed, step)));
    }
    let Some((selector, rest)) = recovery_codes::parts(typed) else {
        return Ok(None);
    };
    let stored = store::recovery_code(&mut conn, &account.id, &selector).await?;
    drop(conn);
    let hash = stored.as_ref().map(|it| it.hash.clone());
    let right = passwords::verify(rest, hash).await?;
    Ok(stored.filter(|_| right).map(Found::Recovery))
}

async fn spend(
    tx: &mut Tx,
    account: &AccountRow,
    found: &Found,
    now: Instant,
) -> Result<bool, Failure> {
    match found {
        Found::App(sealed, step) => {
            store::accept_step(tx, &account.id, (sealed.as_str(), *step)).await
        }
        Found::Recovery(code) => store::spend_code(tx, &account.id, code, now).await,
    }
}

async fn note(
    tx: &mut Tx,
    account: &AccountRow,
    action: &str,
    with: &str,
    now: Instant,
) -> Result<(), Failure> {
    let entry = AuditEntry {
        account: Some(&account.id),
        role: Some(account.role),
        action,
        detail: serde_json::json!({ "with": with }),
        ..AuditEntry::default()
    };
    audit::write(tx, now, entry).await
}
