//! Recovery codes: ten, each good once. Two letters find the stored one, the other ten (49 bits)
//! are hashed like a password (ASVS 5.0.0 6.5.2), so that one code costs one hash to check.

use conoceles_shared::text::grouped;

use super::passwords::{hash_password, letters};
use super::store::RecoveryCodeRow;
use crate::core::error::Failure;

/// How many an account is given at once.
pub const COUNT: usize = 10;
/// Letters of the part that finds the stored code.
const SELECTOR: usize = 2;
/// Letters of a whole code.
const LENGTH: usize = 12;

/// Codes to show once, and what to store of them.
pub struct NewCodes {
    /// As they are shown, e.g. `ab3d-efgh-jkmn`.
    pub shown: Vec<String>,
    /// Each with the hash of what is not its selector.
    pub stored: Vec<RecoveryCodeRow>,
}

/// Makes new ones. Takes tens of milliseconds each: call it outside a transaction.
///
/// # Errors
/// Only without randomness or worker pool.
pub async fn make_recovery_codes() -> Result<NewCodes, Failure> {
    let mut codes = NewCodes {
        shown: Vec::new(),
        stored: Vec::new(),
    };
    while codes.shown.len() < COUNT {
        let code = letters(LENGTH)?;
        let (selector, rest) = code.split_at(SELECTOR);
        if codes.stored.iter().any(|it| it.selector == selector) {
            continue;
        }
        codes.stored.push(RecoveryCodeRow {
            selector: selector.to_owned(),
            hash: hash_password(rest.to_owned()).await?,
        });
        codes.shown.push(grouped(&code, 4, '-'));
    }
    Ok(codes)
}

/// The two parts of what may be a code, however it was typed.
#[must_use]
pub fn recovery_code_parts(typed: &str) -> Option<(String, String)> {
    let code: String = typed
        .chars()
        .filter(|it| !it.is_whitespace() && *it != '-')
        .map(|it| it.to_ascii_lowercase())
        .collect();
    let plain = code.len() == LENGTH && code.bytes().all(|it| it.is_ascii_alphanumeric());
    plain.then(|| {
        let (selector, rest) = code.split_at(SELECTOR);
        (selector.to_owned(), rest.to_owned())
    })
}

#[cfg(test)]
#[path = "recovery_codes_tests.rs"]
mod recovery_codes_tests;
