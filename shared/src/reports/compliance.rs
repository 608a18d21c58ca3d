//! The evidence of non-compliance of one actor (`docs/domain/legal-frame.md#non-capture`): facts, no
//! judgement.

use super::table::{Report, ReportCell, ReportColumn, ReportHead, ReportRow, ReportTable};
use crate::ids::CandidacyId;
use crate::questionnaire::Section;
use crate::time::{Instant, local_date, spanish_date, spanish_deadline};

/// More time that was given, with the reason in the administrator's words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Granted {
    /// When it was given.
    pub at: Instant,
    /// Until when.
    pub until: Option<Instant>,
    /// Why.
    pub reason: String,
}

/// A candidacy that lacks something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    /// Which.
    pub id: CandidacyId,
    /// As registered; none for whoever reads without names.
    pub name: Option<String>,
    /// Its office, territory and role, in words.
    pub seat: String,
    /// The last second of its capture period.
    pub due: Option<Instant>,
    /// How many notices were written about it.
    pub notices: u64,
    /// What it lacks.
    pub missing: Vec<Section>,
    /// More time of its own.
    pub granted: Vec<Granted>,
}

/// The evidence pack of an actor: its account, more time that it was given, and what is missing.
#[must_use]
pub fn evidence_report(
    head: ReportHead,
    actor: &str,
    received: Option<Instant>,
    registered: u64,
    granted: &[Granted],
    short: &[Shortfall],
) -> Report {
    let account = received.map_or_else(
        || "Su cuenta no tiene acuse de recibo.".to_owned(),
        |it| format!("Acuse de su cuenta: {}.", spanish_deadline(it)),
    );
    Report {
        base: format!(
            "Candidaturas registradas con secciones sin completar de {actor}: {} de {registered}. {account}",
            short.len()
        ),
        head,
        since: None,
        notices: vec![
            "Esta evidencia reúne hechos registrados por el sistema; no califica ni sanciona."
                .to_owned(),
        ],
        tables: vec![granted_table(granted, short), missing_table(short)],
    }
}

fn granted_table(actor: &[Granted], short: &[Shortfall]) -> ReportTable {
    let own = short
        .iter()
        .flat_map(|it| it.granted.iter().map(|granted| (subject(it), granted)));
    let all = actor
        .iter()
        .map(|it| ("Todo el actor".to_owned(), it))
        .chain(own);
    let rows = all.enumerate().map(|(place, (label, it))| ReportRow {
        code: (place + 1).to_string(),
        label,
        cells: vec![
            ReportCell::words(spanish_date(local_date(it.at))),
            day(it.until),
            ReportCell::words(it.reason.clone()),
        ],
    });
    ReportTable {
        id: "extensions".to_owned(),
        title: "Prórrogas".to_owned(),
        note: None,
        row_label: "De quién".to_owned(),
        columns: vec![
            ReportColumn::words("granted", "Se otorgó"),
            ReportColumn::words("until", "Hasta"),
            ReportColumn::words("reason", "Motivo"),
        ],
        rows: rows.collect(),
        total: None,
    }
}

fn missing_table(short: &[Shortfall]) -> ReportTable {
    let rows = short.iter().map(|it| {
        let missing: Vec<_> = it.missing.iter().map(|it| it.short_label()).collect();
        ReportRow {
            code: it.id.to_string(),
            label: subject(it),
            cells: vec![
                ReportCell::words(it.seat.clone()),
                day(it.due),
                ReportCell::count(it.notices),
                ReportCell::count(u64::try_from(missing.len()).unwrap_or(u64::MAX)),
                ReportCell::words(missing.join(", ")),
            ],
        }
    });
    ReportTable {
        id: "missing".to_owned(),
        title: "Candidaturas con secciones sin completar".to_owned(),
        note: None,
        row_label: "Candidatura".to_owned(),
        columns: vec![
            ReportColumn::words("seat", "Cargo, territorio y calidad"),
            ReportColumn::words("due", "Término de captura"),
            ReportColumn::number("notices", "Avisos enviados"),
            ReportColumn::number("missing_count", "Secciones que faltan"),
            ReportColumn::words("missing", "Cuáles"),
        ],
        rows: rows.collect(),
        total: None,
    }
}

fn subject(it: &Shortfall) -> String {
    it.name.clone().unwrap_or_else(|| it.id.to_string())
}

fn day(at: Option<Instant>) -> ReportCell {
    ReportCell::words(at.map_or_else(|| "—".to_owned(), |it| spanish_date(local_date(it))))
}
