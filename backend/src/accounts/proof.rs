//! Proof of whose account it is, given inside a session: the present password, a code of the second
//! factor, or both. Wrong ones slow down like failed sign-ins: counted by session where it is complete,
//! else, after a right password, by device or address, so that nobody else keeps its owner out.

use conoceles_shared::api::auth::NextStep;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::lifecycle::Who;
use conoceles_shared::notices::News;
use conoceles_shared::problem::{Code, FieldError};
use conoceles_shared::time::Instant;
use serde_json::json;

use super::audit_own;
use super::passwords::verify_password;
use super::recovery_codes::recovery_code_parts;
use super::store::{self, AccountRow, KeyStep, RecoveryCodeRow};
use super::throttle::{CountedTry, FIRST_WAIT, ThrottleSubject, count_try};
use super::totp::TotpKey;
use super::visitor::Visitor;
use crate::core::change::Change;
use crate::core::db::{Conn, Db};
use crate::core::error::Failure;
use crate::core::grant::{Grant, OwnSession, Power};
use crate::core::state::App;
use crate::notices;

/// Wrong codes and passwords in a row after which the session ends: nobody mistypes that often.
const MOST_WRONG: i64 = 20;

/// A code that is right, not spent yet.
enum RightCode {
    /// Of the application.
    App(KeyStep),
    /// One of the ten.
    Recovery(RecoveryCodeRow),
}

impl RightCode {
    /// As the audit names it.
    const fn kind(&self) -> &'static str {
        match self {
            Self::App(_) => "app",
            Self::Recovery(_) => "recovery_code",
        }
    }
}

/// What is asked for, as it was typed.
#[derive(Default)]
pub struct TypedProof {
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
pub async fn prove<P: Power>(
    app: &App,
    grant: &Grant<P>,
    account: &AccountRow,
    typed: TypedProof,
    now: Instant,
) -> Result<(Change, Instant), Failure> {
    if typed.password.is_none() && typed.code.is_none() {
        return unchanged(app, grant, account).await;
    }
    let counted = count_proof(&app.db, grant, now).await?;
    judge_counted(app, grant, account, typed, counted, now).await
}

/// Checks the code that finishes signing in, as [`prove`] does. The owner is told of the first series
/// of wrong ones: whoever gave them knows the password.
///
/// # Errors
/// As [`prove`].
pub async fn prove_at_sign_in(
    app: &App,
    grant: &Grant<OwnSession>,
    account: &AccountRow,
    visitor: &Visitor,
    code: String,
    now: Instant,
) -> Result<(Change, Instant), Failure> {
    let subjects = match visitor.known_device(&app.secrets, account) {
        Some(device) => vec![ThrottleSubject::CodesOnDevice(device)],
        None => vec![
            ThrottleSubject::CodesAt {
                account: account.id.clone(),
                address: visitor.address.as_str().to_owned(),
            },
            ThrottleSubject::Codes(account.id.clone()),
        ],
    };
    let counted = count_try(&app.db, subjects, now).await?;
    let typed = TypedProof {
        code: Some(code),
        ..TypedProof::default()
    };
    judge_counted(app, grant, account, typed, counted, now).await
}

/// Checks what was typed once it is counted.
async fn judge_counted<P: Power>(
    app: &App,
    grant: &Grant<P>,
    account: &AccountRow,
    typed: TypedProof,
    counted: CountedTry,
    now: Instant,
) -> Result<(Change, Instant), Failure> {
    let who = grant.who();
    let asks_code = typed.code.is_some();
    let judged = judge(app, account, typed, now).await;
    let (counted, (right_password, found)) = counted.unless_unjudged(&app.db, judged, now).await?;
    let mut errors = Vec::new();
    if !right_password {
        errors.push(wrong_password());
    }
    let (mut tx, now) = unchanged(app, grant, account).await?;
    if asks_code {
        let spent = match &found {
            // A wrong password must not cost a code.
            Some(_) if !errors.is_empty() => true,
            Some(found) => spend_code(&mut tx, account, found, now).await?,
            None => false,
        };
        if !spent {
            errors.push(wrong_code(found.is_some()));
        }
    }
    if errors.is_empty() {
        counted.was_right(&mut tx, now).await?;
        if let Some(found) = found {
            audit_proof(&mut tx, who, AuditAction::CodeAccepted, found.kind(), now).await?;
        }
        return Ok((tx, now));
    }
    if grant.next_step == NextStep::SecondFactor && counted.failures_anywhere == FIRST_WAIT {
        let news = News::WrongCodesAfterPassword;
        notices::tell_account(&mut tx, &account.id, &news, now).await?;
    }
    refuse_proof(&mut tx, who, &counted, "password_or_code", now).await?;
    tx.commit().await?;
    tracing::warn!(account = %account.id, "proof refused");
    Err(Failure::invalid(errors))
}

/// Whether the password is the right one, where one was asked for, and the code that is right.
async fn judge(
    app: &App,
    account: &AccountRow,
    typed: TypedProof,
    now: Instant,
) -> Result<(bool, Option<RightCode>), Failure> {
    let right_password = match typed.password {
        Some(password) => verify_password(password, account.own_hash(&app.secrets)).await?,
        None => true,
    };
    let found = match &typed.code {
        Some(code) => right_code(app, account, code, now).await?,
        None => None,
    };
    Ok((right_password, found))
}

/// A transaction in which the account is still the one that was looked at.
async fn unchanged<P: Power>(
    app: &App,
    grant: &Grant<P>,
    account: &AccountRow,
) -> Result<(Change, Instant), Failure> {
    let (mut tx, now) = grant.begin_change(app).await?;
    let present = store::account_by_id(&mut tx, &account.id).await?;
    if present.is_none_or(|it| it.password_hash != account.password_hash) {
        return Err(account_changed());
    }
    Ok((tx, now))
}

/// Checks the present password: whether it is the right one; a wrong one is counted.
///
/// # Errors
/// 429 after too many wrong ones.
pub async fn check_present_password<P: Power>(
    app: &App,
    grant: &Grant<P>,
    account: &AccountRow,
    password: String,
    now: Instant,
) -> Result<bool, Failure> {
    let counted = count_proof(&app.db, grant, now).await?;
    let judged = verify_password(password, account.own_hash(&app.secrets)).await;
    let (counted, right) = counted.unless_unjudged(&app.db, judged, now).await?;
    let (mut tx, now) = grant.begin_change(app).await?;
    if right {
        counted.was_right(&mut tx, now).await?;
    } else {
        refuse_proof(&mut tx, grant.who(), &counted, "password", now).await?;
    }
    tx.commit().await?;
    Ok(right)
}

/// Judges a code for a key that is not confirmed yet: whether it is one of the key's.
///
/// # Errors
/// 429 after too many wrong ones; 422 `wrong`.
pub async fn step_of_new_key<P: Power>(
    app: &App,
    grant: &Grant<P>,
    (key, code): (&TotpKey, &str),
    now: Instant,
) -> Result<i64, Failure> {
    let counted = count_proof(&app.db, grant, now).await?;
    let step = key.step_of(code, now);
    let (mut tx, now) = grant.begin_change(app).await?;
    match step {
        Some(_) => counted.was_right(&mut tx, now).await?,
        None => refuse_proof(&mut tx, grant.who(), &counted, "new_key", now).await?,
    }
    tx.commit().await?;
    step.ok_or_else(|| Failure::invalid(vec![wrong_code(false)]))
}

/// Counts a try inside a session as wrong before it is judged.
///
/// # Errors
/// 429 with the seconds left, after too many wrong ones.
async fn count_proof<P: Power>(
    db: &Db,
    grant: &Grant<P>,
    now: Instant,
) -> Result<CountedTry, Failure> {
    let subject = ThrottleSubject::Session(grant.session.clone());
    count_try(db, vec![subject], now).await
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

async fn right_code(
    app: &App,
    account: &AccountRow,
    typed: &str,
    now: Instant,
) -> Result<Option<RightCode>, Failure> {
    let mut conn = app.db.read().await?;
    let factor = store::second_factor(&mut conn, &account.id).await?;
    let Some(sealed) = factor.and_then(|it| it.secret) else {
        return Ok(None);
    };
    let key = TotpKey::unseal(&app.secrets, &account.id, &sealed)?;
    if let Some(step) = key.step_of(typed, now) {
        return Ok(Some(RightCode::App(KeyStep { sealed, step })));
    }
    let Some((selector, rest)) = recovery_code_parts(typed) else {
        return Ok(None);
    };
    let stored = store::recovery_code(&mut conn, &account.id, &selector).await?;
    drop(conn);
    let hash = stored.as_ref().map(|it| it.hash.clone());
    let right = verify_password(rest, hash).await?;
    Ok(stored.filter(|_| right).map(RightCode::Recovery))
}

async fn spend_code(
    conn: Conn<'_>,
    account: &AccountRow,
    found: &RightCode,
    now: Instant,
) -> Result<bool, Failure> {
    match found {
        RightCode::App(given) => store::accept_key_step(conn, &account.id, given).await,
        RightCode::Recovery(code) => store::spend_recovery_code(conn, &account.id, code, now).await,
    }
}

/// Audits a wrong proof. The twentieth in a row ends the session, and its owner is told.
async fn refuse_proof(
    conn: Conn<'_>,
    who: Who<'_>,
    counted: &CountedTry,
    with: &str,
    now: Instant,
) -> Result<(), Failure> {
    audit_proof(&mut *conn, who, AuditAction::ProofRefused, with, now).await?;
    let Some(session) = who.session.filter(|_| counted.failures >= MOST_WRONG) else {
        return Ok(());
    };
    store::end_session(&mut *conn, session, now).await?;
    let news = News::WrongCodesEndedSession;
    notices::tell_account(&mut *conn, who.account, &news, now).await?;
    audit_proof(conn, who, AuditAction::SessionEnded, with, now).await
}

async fn audit_proof(
    conn: Conn<'_>,
    who: Who<'_>,
    action: AuditAction,
    with: &str,
    now: Instant,
) -> Result<(), Failure> {
    audit_own(conn, who, action, json!({ "with": with }), now).await
}
