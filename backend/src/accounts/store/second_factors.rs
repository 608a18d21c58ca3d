//! Second factors and their recovery codes in the database. Keys are stored sealed.

use conoceles_shared::ids::AccountId;
use conoceles_shared::time::Instant;

use crate::core::db::{Conn, store_instant};
use crate::core::error::Failure;
use crate::core::row::{Only, row};

row! {
    /// A second factor as stored.
    #[derive(Debug)]
    pub struct SecondFactorRow from factor_columns! {
        /// The sealed key that counts.
        pub secret: Option<String> = "secret",
        /// The sealed key that was shown and not confirmed yet.
        pub pending: Option<String> = "pending",
        /// Until when it can be confirmed.
        pub pending_expires: Option<Instant> = "pending_expires",
    }
}

row! {
    /// A recovery code as stored.
    #[derive(Debug)]
    pub struct RecoveryCodeRow from code_columns! {
        /// The first letters, by which it is found.
        pub selector: String = "selector",
        /// Hash of the rest.
        pub hash: String = "hash",
    }
}

const FACTOR: &str = concat!(
    "SELECT ",
    factor_columns!(),
    " FROM second_factors WHERE account_id = $1"
);
const UNUSED_CODE: &str = concat!(
    "SELECT ",
    code_columns!(),
    " FROM recovery_codes WHERE account_id = $1 AND selector = $2 AND used_at IS NULL"
);

/// What a right code of the application proves: the key, and when it was made.
#[derive(Debug)]
pub struct KeyStep {
    /// The key, sealed as it is stored.
    pub sealed: String,
    /// The time of the code, in steps of 30 seconds.
    pub step: i64,
}

/// The second factor of an account, also one that does not count yet.
pub async fn second_factor(
    conn: Conn<'_>,
    account: &AccountId,
) -> Result<Option<SecondFactorRow>, Failure> {
    Ok(sqlx::query_as(FACTOR)
        .bind(account.to_string())
        .fetch_optional(conn)
        .await?)
}

/// Keeps a sealed key until it is confirmed; the one that counts stays.
pub async fn set_pending_key(
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
/// Whether the key of `given` was still the pending one.
pub async fn confirm_key(
    conn: Conn<'_>,
    account: &AccountId,
    given: &KeyStep,
    codes: &[RecoveryCodeRow],
    now: Instant,
) -> Result<bool, Failure> {
    let done = sqlx::query(
        "UPDATE second_factors SET secret = pending, pending = NULL, pending_expires = NULL, \
         since = $3, last_step = $4 WHERE account_id = $1 AND pending = $2",
    )
    .bind(account.to_string())
    .bind(given.sealed.clone())
    .bind(store_instant(now))
    .bind(given.step)
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
pub async fn accept_key_step(
    conn: Conn<'_>,
    account: &AccountId,
    given: &KeyStep,
) -> Result<bool, Failure> {
    let done = sqlx::query(
        "UPDATE second_factors SET last_step = $3 \
         WHERE account_id = $1 AND secret = $2 AND last_step < $3",
    )
    .bind(account.to_string())
    .bind(given.sealed.clone())
    .bind(given.step)
    .execute(conn)
    .await?;
    Ok(done.rows_affected() > 0)
}

/// The recovery code with this selector, unless it was used.
pub async fn recovery_code(
    conn: Conn<'_>,
    account: &AccountId,
    selector: &str,
) -> Result<Option<RecoveryCodeRow>, Failure> {
    Ok(sqlx::query_as(UNUSED_CODE)
        .bind(account.to_string())
        .bind(selector.to_owned())
        .fetch_optional(conn)
        .await?)
}

/// Uses a recovery code: `false` where it was used or replaced meanwhile.
pub async fn spend_recovery_code(
    conn: Conn<'_>,
    account: &AccountId,
    code: &RecoveryCodeRow,
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
pub async fn recovery_codes_left(conn: Conn<'_>, account: &AccountId) -> Result<u32, Failure> {
    let Only(count) = sqlx::query_as(
        "SELECT COUNT(*) FROM recovery_codes WHERE account_id = $1 AND used_at IS NULL",
    )
    .bind(account.to_string())
    .fetch_one(conn)
    .await?;
    Ok(count)
}

/// Removes the second factor and its recovery codes. Whether there was one that counted.
pub async fn remove_second_factor(conn: Conn<'_>, account: &AccountId) -> Result<bool, Failure> {
    remove_codes(&mut *conn, account).await?;
    let counted = second_factor(&mut *conn, account)
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
