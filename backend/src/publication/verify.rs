//! Replays the publication log and compares it with what is stored: what `conoceles verify` runs.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

use conoceles_shared::ids::CandidacyId;

use super::entry::{Kind, LogEntry};
use super::store::replay::{self, LogRow, RecordRow};
use super::store::{LogHead, log_head};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::sha256_hex;

/// Something that is not as the log says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The log entry it is about, where it is about one.
    pub seq: Option<u64>,
    /// What it is, in Spanish.
    pub what: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.seq {
            Some(seq) => write!(f, "entrada {seq}: {}", self.what),
            None => f.write_str(&self.what),
        }
    }
}

/// What was replayed, and every difference found.
#[derive(Debug, Default)]
pub struct ReplayReport {
    /// Entries replayed.
    pub entries: u64,
    /// The hash of the last one: whoever noted it earlier can compare.
    pub head: String,
    /// Records whose bytes were hashed.
    pub records: usize,
    /// Records that a later entry explains the absence of, by why they are gone.
    pub purged: BTreeMap<&'static str, usize>,
    /// Records that the public sees.
    pub current: usize,
    /// What is not as the log says; empty where all is well.
    pub differences: Vec<Difference>,
}

/// Replays the whole log.
///
/// # Errors
/// The database; what is wrong in it is a difference, not an error.
pub async fn replay_log(conn: Conn<'_>) -> Result<ReplayReport, Failure> {
    let mut replay = Replay::default();
    let mut after = -1;
    loop {
        let rows = replay::log_after(&mut *conn, after).await?;
        let Some(last) = rows.last() else { break };
        after = i64::try_from(last.seq).unwrap_or(i64::MAX);
        for row in &rows {
            replay.check_entry(row);
        }
    }
    replay.check_head(&log_head(&mut *conn).await?);
    let rows = replay::all_records(&mut *conn).await?;
    for row in &rows {
        let text = replay::text_of_record(&mut *conn, &row.candidacy, row.version).await?;
        replay.check_record(row, &text);
    }
    replay.check_absent(&rows);
    replay.report.records = rows.len();
    Ok(replay.report)
}

/// Every difference between the log and what is stored.
pub async fn log_differences(conn: Conn<'_>) -> Result<Vec<Difference>, Failure> {
    Ok(replay_log(conn).await?.differences)
}

/// What the log said of one record.
#[derive(Debug)]
struct Logged {
    seq: u64,
    election: String,
    sha256: String,
}

#[derive(Debug, Default)]
struct Replay {
    report: ReplayReport,
    last_seq: u64,
    last_hash: String,
    logged: HashMap<(CandidacyId, u32), Logged>,
    /// The version that is public after the last entry; none after a withdrawal.
    current: HashMap<CandidacyId, Option<u32>>,
    /// The last entry that explains why earlier records may be missing, and why.
    explained: HashMap<CandidacyId, (u64, Kind)>,
}

impl Replay {
    fn differs(&mut self, seq: Option<u64>, what: impl Into<String>) {
        let what = what.into();
        self.report.differences.push(Difference { seq, what });
    }

    fn check_entry(&mut self, row: &LogRow) {
        let seq = Some(row.seq);
        self.report.entries += 1;
        if row.seq != self.last_seq + 1 {
            let expected = self.last_seq + 1;
            self.differs(
                seq,
                format!("la numeración salta; se esperaba la {expected}"),
            );
        }
        if sha256_hex(row.entry.as_bytes()) != row.hash {
            self.differs(seq, "el contenido no corresponde a su huella");
        }
        match serde_json::from_str::<LogEntry>(&row.entry) {
            Ok(entry) => self.check_content(row, &entry),
            Err(_) => self.differs(seq, "el contenido no se puede leer"),
        }
        self.last_seq = row.seq;
        self.last_hash.clone_from(&row.hash);
    }

    fn check_content(&mut self, row: &LogRow, entry: &LogEntry) {
        let seq = Some(row.seq);
        if entry.seq != row.seq {
            self.differs(
                seq,
                format!("su contenido dice ser la entrada {}", entry.seq),
            );
        }
        if entry.prev != self.last_hash {
            self.differs(seq, "no continúa la huella de la entrada anterior");
        }
        if entry.canonical_text().ok().as_ref() != Some(&row.entry) {
            self.differs(seq, "el contenido no está en forma canónica");
        }
        if !columns_repeat(row, entry) {
            self.differs(seq, "las columnas no repiten lo que dice el contenido");
        }
        let candidacy = entry.candidacy.clone();
        if entry.kind == Kind::Reinstatement && !self.current.contains_key(&candidacy) {
            self.differs(seq, "restablece lo que nunca se había publicado");
        }
        if entry.kind.explains_absence() {
            self.explained
                .insert(candidacy.clone(), (entry.seq, entry.kind));
        }
        match &entry.record_sha256 {
            Some(sha256) => {
                let logged = Logged {
                    seq: entry.seq,
                    election: entry.election.to_string(),
                    sha256: sha256.clone(),
                };
                let key = (candidacy.clone(), entry.version);
                if self.logged.insert(key, logged).is_some() {
                    self.differs(seq, "repite la versión de un registro");
                }
                self.current.insert(candidacy, Some(entry.version));
            }
            None => {
                if entry.kind != Kind::Withdrawal {
                    self.differs(seq, "publica sin la huella de un registro");
                }
                self.current.insert(candidacy, None);
            }
        }
    }

    fn check_head(&mut self, noted: &LogHead) {
        if (noted.seq, &noted.hash) != (self.last_seq, &self.last_hash) {
            self.differs(
                None,
                "el final anotado de la bitácora no es su última entrada",
            );
        }
        self.report.head.clone_from(&self.last_hash);
    }

    fn check_record(&mut self, row: &RecordRow, text: &str) {
        let name = format!("registro {} versión {}", row.candidacy, row.version);
        let Some(logged) = self.logged.get(&(row.candidacy.clone(), row.version)) else {
            self.differs(None, format!("{name}: ninguna entrada lo publicó"));
            return;
        };
        let seq = Some(logged.seq);
        let mut wrong = Vec::new();
        if sha256_hex(text.as_bytes()) != logged.sha256 {
            wrong.push("sus datos no corresponden a la huella publicada");
        }
        if row.sha256 != logged.sha256 {
            wrong.push("la huella anotada no es la publicada");
        }
        if row.seq != logged.seq {
            wrong.push("no nombra la entrada que lo publicó");
        }
        if row.election != logged.election {
            wrong.push("no nombra la elección de su entrada");
        }
        let is_current = self.current.get(&row.candidacy) == Some(&Some(row.version));
        match (row.is_current, is_current) {
            (true, false) => wrong.push("está a la vista y no debería"),
            (false, true) => wrong.push("debería estar a la vista y no lo está"),
            _ => {}
        }
        self.report.current += usize::from(row.is_current);
        for what in wrong {
            self.differs(seq, format!("{name}: {what}"));
        }
    }

    /// Records that the log names and nobody stores: purged, where a later entry explains it.
    fn check_absent(&mut self, rows: &[RecordRow]) {
        let stored: HashSet<_> = rows.iter().map(|it| (&it.candidacy, it.version)).collect();
        let mut missing: Vec<_> = self
            .logged
            .iter()
            .filter(|((candidacy, version), _)| !stored.contains(&(candidacy, *version)))
            .map(|((candidacy, version), logged)| (logged.seq, candidacy.clone(), *version))
            .collect();
        missing.sort();
        for (seq, candidacy, version) in missing {
            match self.explained.get(&candidacy) {
                Some((at, kind)) if *at > seq => {
                    *self.report.purged.entry(kind.purged_because()).or_default() += 1;
                }
                _ => {
                    let what = format!("falta el registro {candidacy} versión {version}");
                    self.differs(Some(seq), what);
                }
            }
        }
    }
}

/// Whether the columns beside an entry say what it says.
fn columns_repeat(row: &LogRow, entry: &LogEntry) -> bool {
    row.at == entry.at
        && row.kind == entry.kind.code()
        && row.election == entry.election.as_str()
        && row.candidacy.as_deref() == Some(entry.candidacy.as_str())
        && row.record_sha256 == entry.record_sha256
}

#[cfg(test)]
#[path = "verify_tests.rs"]
mod verify_tests;
