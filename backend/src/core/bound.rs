//! Passwords bound to their account: a tag of ours over the account, the date of its credentials and the
//! hash stands before the hash. Whoever owns the database, without our keys, can copy a hash of their
//! own into somebody's row, or date that row's credentials back, and it fits nothing there.

use conoceles_shared::ids::AccountId;
use conoceles_shared::time::Instant;

use super::db::store_instant;
use super::secrets::Secrets;

const PURPOSE: &str = "password of an account";
/// What a hash in PHC form begins with; no tag has such a sign in it.
const HASH_BEGINS: char = '$';

fn parts(account: &AccountId, since: Option<Instant>, hash: &str) -> [String; 3] {
    [
        account.to_string(),
        since.map(store_instant).unwrap_or_default(),
        hash.to_owned(),
    ]
}

/// A password's hash as it is stored for an account whose credentials are of `since`.
#[must_use]
pub fn bound_hash(
    secrets: &Secrets,
    account: &AccountId,
    since: Option<Instant>,
    hash: &str,
) -> String {
    let parts = parts(account, since, hash);
    let tag = secrets.tag(PURPOSE, &parts.each_ref().map(String::as_str));
    format!("{tag}{hash}")
}

/// The hash in what is stored, where it was stored for this account and this date; the log tells where
/// it was not.
#[must_use]
pub fn hash_of(
    secrets: &Secrets,
    account: &AccountId,
    since: Option<Instant>,
    stored: &str,
) -> Option<String> {
    let (tag, hash) = stored.split_at(stored.find(HASH_BEGINS).unwrap_or(stored.len()));
    let parts = parts(account, since, hash);
    if secrets.is_tag(PURPOSE, &parts.each_ref().map(String::as_str), tag) {
        return Some(hash.to_owned());
    }
    tracing::error!(
        %account,
        "a password was not stored for this account: its row was changed in the database"
    );
    None
}

/// Whether what is stored is bound to no account, as it was before this was done.
#[must_use]
pub fn is_unbound(stored: &str) -> bool {
    stored.starts_with(HASH_BEGINS)
}

#[cfg(test)]
#[path = "bound_tests.rs"]
mod bound_tests;
