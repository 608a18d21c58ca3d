//! Second factors and their recovery codes in the database. Keys are stored sealed.

use conoceles_shared::ids::AccountId;
use conoceles_shared::time::Instant;
use sqlx::Row as _;

use crate::core::db::{Conn, read_optional, store_instant};
use crate::core::error::Failure;

/// A second factor as stored.
#[derive(Debug)]
pub struct Factor {
    /// The sealed key that counts.
    pub secret: Option<String>,
    /// The sealed key that was shown and not confirmed yet.
    pub pending: Option<String>,
    /// Until when it can be confirmed.
    pub pending_expires: Option<Instant>,
}

/// A recovery code as stored.
#[derive(Debug)]
pub struct RecoveryCode {
    /// Its first letters.
    pub selector: String,
    /// Hash of the rest.
    pub hash: String,
}

/// The second factor of an account, also one that does not count yet.
///
/// # Errors
/// The database.
pub async fn factor(conn: Conn<'_>, account: &AccountId) -> Result<Option<Factor>, Failure> {
    let row = sqlx::query(
        "SELECT secret, pending, pending_expires FROM second_factors WHERE account_id = $1",
    )
    .bind(account.to_string())
    .fetch_optional(conn)
    .await?;
    row.map(|it| {
        Ok(Factor {
            secret: it.try_get("secret")?,
            pending: it.try_get("pending")?,
            pending_expires: read_optional(it.try_get("pending_expires")?)?,
        })
    })
    .transpose()
}

/// Keeps a sealed key until it is confirmed; the one that counts stays.
///
/// # Errors
/// The database.
pub async fn set_pending(
    conn: Conn<'_>,
    account: &AccountId,
    sealed: &str,
    expires: Instant,
) -> Result<(), Failure> {
    sqlx::query(
        "INSERT INTO second_factors (account_id, last_step, pending, pending_expires) \
         VALUES ($1, 0, $2, $3) ON CONFLICT (account_id) DO UPDATE SET \
         pending = excluded.pending, pending_expires = excluded.pending_expires",
    )
    .bind(account.to_string())
    .bind(sealed.to_owned())
    .bind(store_instant(expires))
    .execute(conn)
    .await?;
    Ok(())
}

/// Makes the pending key the one that counts, with its recovery codes in place of the earlier ones.
/// Whether `sealed` was still the pending one.
///
/// # Errors
/// The database.
pub async fn confirm(
    conn: Conn<'_>,
    account: &AccountId,
    (sealed, step): (&str, i64),
    codes: &[RecoveryCode],
    now: Instant,
) -> Result<bool, Failure> {
    let done = sqlx::query(
        "UPDATE second_factors SET secret = pending, pending = NULL, pending_expires = NULL, \
         since = $3, last_step = $4 WHERE account_id = $1 AND pending = $2",
    )
    .bind(account.to_string())
    .bind(sealed.to_owned())
    .bind(store_instant(now))
    .bind(step)
    .execute(&mut *conn)
    .await?;
    if done.rows_affected() == 0 {
        return Ok(false);
    }
    remove_codes(&mut *conn, account).await?;
    for code in codes {
        sqlx::query("INSERT INTO recovery_codes (account_id, selector, hash) VALUES ($1, $2, $3)")
            .bind(account.to_string())
            .bind(code.selector.clone())
            .bind(code.hash.clone())
            .execute(&mut *conn)
            .await?;
    }
    Ok(true)
}

/// Takes a step of the key that counts: `false` where it, or a later one, was taken before.
///
/// # Errors
/// The database.
pub async fn accept_step(
    conn: Conn<'_>,
    account: &AccountId,
    (sealed, step): (&str, i64),
) -> Result<bool, Failure> {
    let done = sqlx::query(
        "UPDATE second_factors SET last_step = $3 \
         WHERE account_id = $1 AND secret = $2 AND last_step < $3",
    )
    .bind(account.to_string())
    .bind(sealed.to_owned())
    .bind(step)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// The recovery code with this selector, unless it was used.
///
/// # Errors
/// The database.
pub async fn recovery_code(
    conn: Conn<'_>,
    account: &AccountId,
    selector: &str,
) -> Result<Option<RecoveryCode>, Failure> {
    let row = sqlx::query(
        "SELECT selector, hash FROM recovery_codes \
         WHERE account_id = $1 AND selector = $2 AND used_at IS NULL",
    )
    .bind(account.to_string())
    .bind(selector.to_owned())
    .fetch_optional(conn)
    .await?;
    row.map(|it| {
        Ok(RecoveryCode {
            selector: it.try_get("selector")?,
            hash: it.try_get("hash")?,
        })
    })
    .transpose()
}

/// Uses a recovery code: `false` where it was used or replaced meanwhile.
///
/// # Errors
/// The database.
pub async fn spend_code(
    conn: Conn<'_>,
    account: &AccountId,
    code: &RecoveryCode,
    now: Instant,
) -> Result<bool, Failure> {
    let done = sqlx::query(
        "UPDATE recovery_codes SET used_at = $4 \
         WHERE account_id = $1 AND selector = $2 AND hash = $3 AND used_at IS NULL",
    )
    .bind(account.to_string())
    .bind(code.selector.clone())
    .bind(code.hash.clone())
    .bind(store_instant(now))
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// How many recovery codes were not used yet.
///
/// # Errors
/// The database.
pub async fn codes_left(conn: Conn<'_>, account: &AccountId) -> Result<i64, Failure> {
    let count = sqlx::query_scalar(
        "SELECT COUNT(*) FROM recovery_codes WHERE account_id = $1 AND used_at IS NULL",
    )
    .bind(account.to_string())
    .fetch_one(conn)
    .await?;
    Ok(count)
}

/// Removes the second factor and its recovery codes. Whether there was one that counted.
///
/// # Errors
/// The database.
pub async fn remove_factor(conn: Conn<'_>, account: &AccountId) -> Result<bool, Failure> {
    remove_codes(&mut *conn, account).await?;
    let counted = factor(&mut *conn, account)
        .await?
        .is_some_and(|it| it.secret.is_some());
    sqlx::query("DELETE FROM second_factors WHERE account_id = $1")
        .bind(account.to_string())
        .execute(conn)
        .await?;
    Ok(counted)
}

async fn remove_codes(conn: Conn<'_>, account: &AccountId) -> Result<(), Failure> {
    sqlx::query("DELETE FROM recovery_codes WHERE account_id = $1")
        .bind(account.to_string())
        .execute(conn)
        .await?;
    Ok(())
}
