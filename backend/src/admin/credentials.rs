//! One-time passwords: made, hashed and issued.

use chrono::Duration;
use conoceles_shared::api::admin::{AccountState, NewAccount};
use conoceles_shared::time::Instant;

use crate::accounts::store::AccountRow;
use crate::accounts::{self, Hashed};
use crate::core::error::Failure;
use crate::core::ids::new_id;

/// Days in which the one-time password of a new account can be used.
pub const CREDENTIAL_DAYS: i64 = 7;
/// Days in which the code of a recovery can be used.
pub const RECOVERY_DAYS: i64 = 2;

/// A one-time password with its hash and end.
pub struct OneTime {
    /// The password, to be shown once.
    pub password: String,
    /// Its hash, to be stored.
    pub hash: Hashed,
    /// Until when it can be used.
    pub expires: Instant,
}

/// Makes a one-time password for so many days. Takes tens of milliseconds: call it outside a transaction.
///
/// # Errors
/// Only without randomness or worker pool.
pub async fn one_time(now: Instant, days: i64) -> Result<OneTime, Failure> {
    let password = accounts::one_time_password()?;
    Ok(OneTime {
        hash: accounts::hash(password.clone()).await?,
        password,
        expires: now + Duration::days(days),
    })
}

/// A new account whose credential was issued.
///
/// # Errors
/// Only without randomness.
pub fn delivered(new: NewAccount, one_time: &OneTime, now: Instant) -> Result<AccountRow, Failure> {
    Ok(AccountRow {
        id: new_id(now)?,
        login: new.login,
        name: new.name,
        role: new.role,
        actor: new.actor,
        state: AccountState::Delivered,
        password_hash: Some(one_time.hash.clone()),
        one_time: true,
        one_time_expires: Some(one_time.expires),
        receipt: None,
        last_sign_in: None,
        second_factor: None,
    })
}
