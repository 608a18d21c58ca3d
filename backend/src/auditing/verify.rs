//! Checks the audit against its chain: what `conoceles verify` runs beside the publication log.

use std::collections::HashMap;

use super::seal::link_hash;
use super::store::chain::{self, ChainHead, SealRow};
use crate::core::audit::{self, StoredEntry};
use crate::core::db::Conn;
use crate::core::error::Failure;

/// What was checked, and everything that is not as it was written.
#[derive(Debug, Default)]
pub struct ChainReport {
    /// Seals walked.
    pub sealed: u64,
    /// Entries that wait for theirs.
    pub waiting: u64,
    /// The hash of the last seal: whoever noted it earlier can compare.
    pub head: String,
    /// In Spanish, each with the id of its entry.
    pub differences: Vec<String>,
}

impl ChainReport {
    fn differs(&mut self, entry: &str, what: &str) {
        self.differences
            .push(format!("auditoría, entrada {entry}: {what}"));
    }
}

/// Walks the whole chain. A server may go on writing and sealing meanwhile.
///
/// # Errors
/// The database; what is wrong in it is a difference, not an error.
pub async fn check_audit_chain(conn: Conn<'_>) -> Result<ChainReport, Failure> {
    let mut report = ChainReport::default();
    let mut last = ChainHead::default();
    let head = loop {
        let walked = walk_seals(&mut *conn, &mut report, &mut last).await?;
        let head = chain::chain_head(&mut *conn).await?;
        // Seals that were added between both statements are walked in the next turn.
        if head.seq <= last.seq || !walked {
            break head;
        }
    };
    if head != last {
        let what = "auditoría: el final anotado de la cadena no es su último sello";
        report.differences.push(what.to_owned());
    }
    check_waiting(&mut *conn, &mut report).await?;
    for entry in chain::entries_out_of_chain(conn).await? {
        report.differs(
            &entry,
            "se insertó por fuera: no está en la cadena ni espera su sello",
        );
    }
    report.head = last.hash;
    Ok(report)
}

/// Whether there was any seal after `last`.
async fn walk_seals(
    conn: Conn<'_>,
    report: &mut ChainReport,
    last: &mut ChainHead,
) -> Result<bool, Failure> {
    let mut walked = false;
    loop {
        let seals = chain::seals_after(&mut *conn, last.seq).await?;
        let Some(end) = seals.last() else {
            return Ok(walked);
        };
        walked = true;
        let entries = audit::sealed_entries(&mut *conn, last.seq, end.seq).await?;
        let entries: HashMap<_, _> = entries.iter().map(|it| (it.id.as_str(), it)).collect();
        for seal in seals {
            let stored = entries.get(seal.entry.as_str()).copied();
            check_seal(report, last, &seal, stored)?;
            last.seq = seal.seq;
            last.hash = seal.hash;
        }
    }
}

fn check_seal(
    report: &mut ChainReport,
    last: &ChainHead,
    seal: &SealRow,
    stored: Option<&StoredEntry>,
) -> Result<(), Failure> {
    report.sealed += 1;
    if seal.seq != last.seq + 1 {
        let what = format!("falta el sello {}, anterior al suyo", last.seq + 1);
        report.differs(&seal.entry, &what);
    }
    if link_hash(&last.hash, seal)? != seal.hash {
        report.differs(
            &seal.entry,
            "su sello no continúa el anterior: se cambió o se reordenó",
        );
    }
    check_content(report, &seal.entry, &seal.sha256, stored)
}

async fn check_waiting(conn: Conn<'_>, report: &mut ChainReport) -> Result<(), Failure> {
    let mut after = String::new();
    loop {
        let rows = chain::waiting_after(&mut *conn, &after).await?;
        let Some(last) = rows.last() else {
            return Ok(());
        };
        after.clone_from(&last.entry);
        for it in rows {
            report.waiting += 1;
            let stored = audit::stored_entry(&mut *conn, &it.entry).await?;
            check_content(report, &it.entry, &it.sha256, stored.as_ref())?;
        }
    }
}

/// Whether an entry is there and says what it said; one from before the chain has no hash yet.
fn check_content(
    report: &mut ChainReport,
    entry: &str,
    sha256: &str,
    stored: Option<&StoredEntry>,
) -> Result<(), Failure> {
    match stored {
        None => report.differs(entry, "se borró"),
        Some(it) if !sha256.is_empty() && it.sha256()? != sha256 => {
            report.differs(entry, "se alteró después de escribirse");
        }
        Some(_) => {}
    }
    Ok(())
}
