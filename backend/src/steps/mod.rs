//! One step of a candidacy's process: stored with its audit entry, its notices and the fingerprints
//! of what it sends, or not at all; and what the clock decided.

pub mod clock;

use conoceles_shared::lifecycle::{Process, Who};
use conoceles_shared::time::Instant;
use serde_json::Value;

use crate::candidacy::{Loaded, store};
use crate::core::audit::{self, AuditEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::sha256_hex;
use crate::hints;
use crate::notices;

/// What the audit keeps of a step.
#[derive(Debug, Default)]
pub struct Step<'a> {
    /// Who took it; `None` is the system itself.
    pub who: Option<Who<'a>>,
    /// What, as a stable code.
    pub action: &'a str,
    /// Hashes before and after, where a content changed; otherwise those of the whole process.
    pub hashes: Option<(&'a str, &'a str)>,
    /// The legal basis, where the action needs one.
    pub legal_basis: Option<&'a str>,
    /// More, as codes, versions and dates.
    pub detail: Value,
}

/// Stores `next` as the candidacy's process by compare-and-swap, with its audit entry; `loaded`
/// then stands at `next`.
///
/// # Errors
/// 409 `concurrent_change` where another request was first, or the database.
pub async fn take(
    conn: Conn<'_>,
    loaded: &mut Loaded,
    next: Process,
    step: Step<'_>,
    now: Instant,
) -> Result<(), Failure> {
    let (before, after) = match step.hashes {
        Some((before, after)) => (before.to_owned(), after.to_owned()),
        None => (hash(&loaded.process)?, hash(&next)?),
    };
    advance(&mut *conn, loaded, next, now).await?;
    let entry = AuditEntry {
        account: step.who.map(|it| it.account),
        role: step.who.map(|it| it.role),
        action: step.action,
        election: Some(&loaded.election.id),
        candidacy: Some(&loaded.id),
        before: Some(&before)
            .filter(|it| !it.is_empty())
            .map(String::as_str),
        after: Some(&after),
        legal_basis: step.legal_basis,
        detail: step.detail,
    };
    audit::write(conn, now, entry).await
}

/// Stores `next` by compare-and-swap, with the notices that follow from it and the fingerprints of
/// the texts it sends, but no audit entry: for whoever writes one for many steps, in the same
/// transaction.
///
/// # Errors
/// 409 `concurrent_change` where another request was first, or the database.
pub async fn advance(
    conn: Conn<'_>,
    loaded: &mut Loaded,
    next: Process,
    now: Instant,
) -> Result<(), Failure> {
    store::save_process(&mut *conn, loaded, &next, now).await?;
    hints::note_sent(&mut *conn, loaded, &next).await?;
    notices::tell_of_step(conn, loaded, &next, now).await?;
    loaded.process = next;
    loaded.version = loaded.version.saturating_add(1);
    Ok(())
}

fn hash(process: &Process) -> Result<String, Failure> {
    Ok(sha256_hex(serde_json::to_string(process)?.as_bytes()))
}
