//! One-time passwords: made, hashed and issued.

use chrono::Duration;
use conoceles_shared::api::admin::{AccountState, NewAccount};
use conoceles_shared::time::Instant;

use super::passwords::{Hashed, hash_password, letters};
use super::store::AccountRow;
use crate::core::error::Failure;
use crate::core::ids::new_id;

/// Days in which the one-time password of a new account can be used.
pub const CREDENTIAL_DAYS: i64 = 7;
/// Days in which the code of a recovery can be used.
pub const RECOVERY_DAYS: i64 = 2;

/// A one-time password, to be handed over.
pub struct OneTimeCredential {
    /// To be shown once.
    pub password: String,
    /// To be stored.
    pub hash: Hashed,
    /// Until when it can be used.
    pub expires: Instant,
}

/// Makes a one-time password for so many days. Takes tens of milliseconds: call it outside a transaction.
///
/// # Errors
/// Only without randomness or worker pool.
pub async fn one_time_credential(now: Instant, days: i64) -> Result<OneTimeCredential, Failure> {
    let password = one_time_password()?;
    Ok(OneTimeCredential {
        hash: hash_password(password.clone()).await?,
        password,
        expires: now + Duration::days(days),
    })
}

/// One that can be read from paper: four groups of five, without look-alikes; about 98 bits.
fn one_time_password() -> Result<String, Failure> {
    let groups: Vec<_> = (0..4).map(|_| letters(5)).collect::<Result<_, _>>()?;
    Ok(groups.join("-"))
}

/// A new account whose credential was issued.
///
/// # Errors
/// Only without randomness.
pub fn delivered_account(
    new: NewAccount,
    credential: &OneTimeCredential,
    now: Instant,
) -> Result<AccountRow, Failure> {
    Ok(AccountRow {
        id: new_id(now)?,
        version: 1,
        login: new.login,
        name: new.name,
        role: new.role,
        actor: new.actor,
        actor_name: None,
        state: AccountState::Delivered,
        password_hash: Some(credential.hash.clone()),
        credential_since: None,
        one_time: true,
        one_time_expires: Some(credential.expires),
        receipt: None,
        last_sign_in: None,
        second_factor: None,
        device_epoch: 0,
        activated: None,
    })
}

#[cfg(test)]
#[path = "credentials_tests.rs"]
mod credentials_tests;
