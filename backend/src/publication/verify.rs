//! Replays the publication logs and compares them with what is stored: what `conoceles verify` runs.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;

use conoceles_shared::api::public::LogChain;
use conoceles_shared::ids::CandidacyId;

use super::entry::{Kind, LogEntry};
use super::store::chains::{LogHead, log_head};
use super::store::replay::{self, LogRow, RecordRow};
use crate::core::db::Conn;
use crate::core::error::Failure;
use crate::core::secrets::sha256_hex;

/// An entry: in which log, and its number there.
type Place = (LogChain, u64);

/// Something that is not as the logs say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The log entry it is about, where it is about one.
    pub entry: Option<Place>,
    /// What it is, in Spanish.
    pub what: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.entry {
            Some((LogChain::Publication, seq)) => write!(f, "entrada {seq}: {}", self.what),
            Some((LogChain::Drill, seq)) => {
                write!(f, "entrada {seq} de los simulacros: {}", self.what)
            }
            None => f.write_str(&self.what),
        }
    }
}

/// A log that was replayed.
#[derive(Debug)]
pub struct ReplayedLog {
    /// Which.
    pub log: LogChain,
    /// Entries replayed.
    pub entries: u64,
    /// The hash of the last one: whoever noted it earlier can compare.
    pub head: String,
}

/// What was replayed, and every difference found.
#[derive(Debug, Default)]
pub struct ReplayReport {
    /// Both logs.
    pub logs: Vec<ReplayedLog>,
    /// Records whose bytes were hashed.
    pub records: usize,
    /// Records that a later entry explains the absence of, by why they are gone.
    pub purged: BTreeMap<&'static str, usize>,
    /// Records that the public sees.
    pub current: usize,
    /// What is not as the log says; empty where all is well.
    pub differences: Vec<Difference>,
}

/// Replays both logs, first that of real elections: what drills published in it comes before all that stands
/// in their own.
///
/// # Errors
/// The database; what is wrong in it is a difference, not an error.
pub async fn replay_log(conn: Conn<'_>) -> Result<ReplayReport, Failure> {
    let mut replay = Replay::default();
    for log in LogChain::ALL.iter().copied() {
        replay.begin(log);
        let mut after = -1;
        loop {
            let rows = replay::log_after(&mut *conn, log, after).await?;
            let Some(last) = rows.last() else { break };
            after = i64::try_from(last.seq).unwrap_or(i64::MAX);
            for row in &rows {
                replay.check_entry(row);
            }
        }
        replay.check_head(&log_head(&mut *conn, log).await?);
    }
    let rows = replay::all_records(&mut *conn).await?;
    for row in &rows {
        let text = replay::text_of_record(&mut *conn, &row.candidacy, row.version).await?;
        replay.check_record(row, &text);
    }
    replay.check_absent(&rows);
    replay.report.records = rows.len();
    Ok(replay.report)
}

/// Every difference between the logs and what is stored.
pub async fn log_differences(conn: Conn<'_>) -> Result<Vec<Difference>, Failure> {
    Ok(replay_log(conn).await?.differences)
}

/// What the log said of one record.
#[derive(Debug)]
struct Logged {
    place: Place,
    election: String,
    sha256: String,
}

#[derive(Debug, Default)]
struct Replay {
    report: ReplayReport,
    log: LogChain,
    entries: u64,
    last_seq: u64,
    last_hash: String,
    logged: HashMap<(CandidacyId, u32), Logged>,
    /// The version that is public after the last entry; none after a withdrawal.
    current: HashMap<CandidacyId, Option<u32>>,
    /// The last entry that explains why earlier records may be missing, and why.
    explained: HashMap<CandidacyId, (Place, Kind)>,
}

impl Replay {
    fn begin(&mut self, log: LogChain) {
        self.log = log;
        self.entries = 0;
        self.last_seq = 0;
        self.last_hash.clear();
    }

    /// Something about an entry of the log that is being replayed.
    fn differs(&mut self, seq: u64, what: impl Into<String>) {
        self.differs_at(Some((self.log, seq)), what);
    }

    fn differs_at(&mut self, entry: Option<Place>, what: impl Into<String>) {
        let what = what.into();
        self.report.differences.push(Difference { entry, what });
    }

    fn check_entry(&mut self, row: &LogRow) {
        let seq = row.seq;
        self.entries += 1;
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
        let seq = row.seq;
        if entry.log != self.log {
            self.differs(seq, "su contenido dice ser de otra bitácora");
        }
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
                .insert(candidacy.clone(), ((self.log, entry.seq), entry.kind));
        }
        match &entry.record_sha256 {
            Some(sha256) => {
                let logged = Logged {
                    place: (self.log, entry.seq),
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
            let which = match self.log {
                LogChain::Publication => "de la bitácora",
                LogChain::Drill => "de la bitácora de simulacros",
            };
            self.differs_at(
                None,
                format!("el final anotado {which} no es su última entrada"),
            );
        }
        self.report.logs.push(ReplayedLog {
            log: self.log,
            entries: self.entries,
            head: self.last_hash.clone(),
        });
    }

    fn check_record(&mut self, row: &RecordRow, text: &str) {
        let name = format!("registro {} versión {}", row.candidacy, row.version);
        let Some(logged) = self.logged.get(&(row.candidacy.clone(), row.version)) else {
            self.differs_at(None, format!("{name}: ninguna entrada lo publicó"));
            return;
        };
        let place = logged.place;
        let mut wrong = Vec::new();
        if sha256_hex(text.as_bytes()) != logged.sha256 {
            wrong.push("sus datos no corresponden a la huella publicada");
        }
        if row.sha256 != logged.sha256 {
            wrong.push("la huella anotada no es la publicada");
        }
        if (row.log.as_str(), row.seq) != (place.0.code(), place.1) {
            wrong.push("no nombra la entrada que lo publicó");
        }
        if row.election != logged.election {
            wrong.push("no nombra la elección de su entrada");
        }
        if place.0 == LogChain::Drill && !is_of_drill(text) {
            wrong.push("es de una elección real y está en la bitácora de simulacros");
        }
        let is_current = self.current.get(&row.candidacy) == Some(&Some(row.version));
        match (row.is_current, is_current) {
            (true, false) => wrong.push("está a la vista y no debería"),
            (false, true) => wrong.push("debería estar a la vista y no lo está"),
            _ => {}
        }
        self.report.current += usize::from(row.is_current);
        for what in wrong {
            self.differs_at(Some(place), format!("{name}: {what}"));
        }
    }

    /// Records that the log names and nobody stores: purged, where a later entry explains it.
    fn check_absent(&mut self, rows: &[RecordRow]) {
        let stored: HashSet<_> = rows.iter().map(|it| (&it.candidacy, it.version)).collect();
        let mut missing: Vec<_> = self
            .logged
            .iter()
            .filter(|((candidacy, version), _)| !stored.contains(&(candidacy, *version)))
            .map(|((candidacy, version), logged)| (logged.place, candidacy.clone(), *version))
            .collect();
        missing.sort();
        for (place, candidacy, version) in missing {
            match self.explained.get(&candidacy) {
                Some((at, kind)) if *at > place => {
                    *self.report.purged.entry(kind.purged_because()).or_default() += 1;
                }
                _ => {
                    let what = format!("falta el registro {candidacy} versión {version}");
                    self.differs_at(Some(place), what);
                }
            }
        }
    }
}

/// Whether a record says that its election is a drill.
fn is_of_drill(text: &str) -> bool {
    let record: Option<serde_json::Value> = serde_json::from_str(text).ok();
    record.is_some_and(|it| it.pointer("/election/drill") == Some(&true.into()))
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
