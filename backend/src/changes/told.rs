//! An entry of a log as the public is told of it.

use conoceles_shared::api::Labelled;
use conoceles_shared::api::changes::Change;
use conoceles_shared::time::Instant;

use super::store::EntryRow;
use crate::core::error::Failure;
use crate::publication::LogEntry;

/// What changed by an entry.
///
/// # Errors
/// The stored entry is damaged.
pub fn told_change(row: &EntryRow) -> Result<Change, Failure> {
    let entry: LogEntry = serde_json::from_str(&row.entry)?;
    let tombstone = entry.record_sha256.is_none();
    Ok(Change {
        seq: entry.seq,
        at: entry
            .at
            .parse::<Instant>()
            .map_err(|_| Failure::internal("publication_log: at"))?,
        kind: Labelled {
            code: entry.kind.code().to_owned(),
            label: entry.kind.label().to_owned(),
        },
        path: (!tombstone).then(|| format!("/api/v1/candidacies/{}", entry.candidacy)),
        tombstone,
        election: entry.election,
        candidacy: entry.candidacy,
        version: entry.version,
        record_sha256: entry.record_sha256,
    })
}
