//! One step of a candidacy's process: stored with its audit entry, its notices and the fingerprints
//! of what it sends, or not at all; what the clock decided; and what a moved date publishes.

pub mod clock;
mod flags;
pub mod moved_dates;
pub mod renewals;

use conoceles_shared::audit::AuditAction;
use conoceles_shared::lifecycle::{Process, Who};
use conoceles_shared::time::Instant;
use serde_json::Value;

use crate::candidacy::{LoadedCandidacy, store};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::sha256_hex;
use crate::hints;
use crate::notices;

/// What the audit keeps of a step, beside the hashes of the process before and after.
#[derive(Debug)]
pub struct Step<'a> {
    /// Who took it; `None` is the system itself.
    pub who: Option<Who<'a>>,
    /// What.
    pub action: AuditAction,
    /// The legal basis, where the action needs one.
    pub legal_basis: Option<&'a str>,
    /// More, as codes, versions and dates.
    pub detail: Value,
}

impl Step<'_> {
    /// A step of the system's own that needs no more words.
    #[must_use]
    pub const fn of(action: AuditAction) -> Self {
        Self {
            who: None,
            action,
            legal_basis: None,
            detail: Value::Null,
        }
    }
}

/// Stores `next` as the candidacy's process by compare-and-swap, with the notices that follow from
/// it and the fingerprints of the texts it sends; `loaded` then stands at `next`. Whoever calls it
/// writes the audit entry, in the same transaction.
///
/// # Errors
/// 409 `concurrent_change` where another request was first.
pub async fn store_step(
    conn: Conn<'_>,
    loaded: &mut LoadedCandidacy,
    next: Process,
    now: Instant,
) -> Result<(), Failure> {
    store::save_process(&mut *conn, loaded, &next, now).await?;
    hints::keep_fingerprints_of_sent(&mut *conn, loaded, &next).await?;
    flags::flag_sent(&mut *conn, loaded, &next, now).await?;
    notices::tell_of_step(conn, loaded, &next, now).await?;
    loaded.process = next;
    loaded.version = loaded.version.saturating_add(1);
    Ok(())
}

/// The same with its audit entry, which names the whole process before and after by its hashes.
///
/// # Errors
/// 409 `concurrent_change` where another request was first.
pub async fn store_audited_step(
    conn: Conn<'_>,
    loaded: &mut LoadedCandidacy,
    next: Process,
    step: Step<'_>,
    now: Instant,
) -> Result<(), Failure> {
    let (before, after) = (hash(&loaded.process)?, hash(&next)?);
    store_step(&mut *conn, loaded, next, now).await?;
    let entry = AuditEntry {
        before: Some(&before),
        after: Some(&after),
        legal_basis: step.legal_basis,
        detail: step.detail,
        ..loaded.audit_entry(step.who, step.action)
    };
    audit::write(conn, now, entry).await
}

fn hash(process: &Process) -> Result<String, Failure> {
    Ok(sha256_hex(serde_json::to_string(process)?.as_bytes()))
}
