//! Accounts: sign-in, first steps, sessions, and the credentials that administration issues.

mod common;
mod credentials;
mod own_password;
mod own_sessions;
mod passwords;
mod proof;
mod receipt;
mod recovery_codes;
pub mod routes;
mod second_factor;
mod sessions;
mod sign_in;
pub mod store;
mod throttle;
mod totp;

use conoceles_shared::ids::AccountId;
use conoceles_shared::permissions::Role;
use conoceles_shared::time::Instant;
use serde_json::Value;

use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;

pub use credentials::{CREDENTIAL_DAYS, RECOVERY_DAYS, delivered_account, one_time_credential};
pub use passwords::hash_password;

/// Audits what the owner of an account did with it.
async fn audit_own(
    conn: Conn<'_>,
    account: &AccountId,
    role: Role,
    action: &str,
    detail: Value,
    now: Instant,
) -> Result<(), Failure> {
    let entry = AuditEntry {
        account: Some(account),
        role: Some(role),
        action,
        detail,
        ..AuditEntry::default()
    };
    audit::write(conn, now, entry).await
}
