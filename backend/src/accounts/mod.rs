//! Accounts: sign-in, first steps, sessions, and the credentials that administration issues.

mod binding;
mod common;
mod credentials;
mod device_name;
mod own_actors;
mod own_password;
mod own_sessions;
mod passwords;
mod proof;
mod receipt;
mod recovery_codes;
mod refresh_token;
pub mod routes;
mod second_factor;
mod sessions;
mod sign_in;
pub mod store;
mod throttle;
mod totp;
mod visitor;

use conoceles_shared::audit::AuditAction;
use conoceles_shared::lifecycle::Who;
use conoceles_shared::time::Instant;
use serde_json::Value;

use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;

pub use binding::bind_passwords_once;
pub use credentials::{
    CREDENTIAL_DAYS, OneTimeCredential, RECOVERY_DAYS, delivered_account, one_time_credential,
};
pub use passwords::hash_password;
pub use throttle::forget_waits_of;

/// Audits what the owner of an account did with it.
async fn audit_own(
    conn: Conn<'_>,
    who: Who<'_>,
    action: AuditAction,
    detail: Value,
    now: Instant,
) -> Result<(), Failure> {
    let entry = AuditEntry {
        detail,
        ..AuditEntry::by(Some(who), action)
    };
    audit::write(conn, now, entry).await
}
