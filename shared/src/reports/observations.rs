//! Observations: by ground, by section, and how long their answers took.

use std::collections::BTreeMap;

use super::table::{Report, ReportCell, ReportColumn, ReportHead, ReportRow, ReportTable};
use crate::catalogues::CatalogueRow;
use crate::questionnaire::{Ground, Section};
use crate::time::Instant;

/// An observation, without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ObservedFact {
    /// Of which section.
    pub section: Section,
    /// On which ground.
    pub ground: Ground,
    /// When it was made.
    pub at: Instant,
    /// When what follows from it was sent.
    pub answered: Option<Instant>,
}

/// The report on them.
#[must_use]
pub fn observations_report(head: ReportHead, all: &[ObservedFact]) -> Report {
    let grounds = table(
        "by_ground",
        "Observaciones por supuesto",
        "Supuesto",
        Ground::ENTRIES,
        all,
        |it| it.ground.code(),
    );
    let sections = table(
        "by_section",
        "Observaciones por sección",
        "Sección",
        Section::ENTRIES,
        all,
        |it| it.section.code(),
    );
    Report {
        base: format!("Base: observaciones hechas hasta el corte ({}).", all.len()),
        head,
        since: None,
        notices: Vec::new(),
        tables: vec![grounds, sections],
    }
}

fn table(
    id: &str,
    title: &str,
    row_label: &str,
    entries: &[CatalogueRow],
    all: &[ObservedFact],
    code: impl Fn(&ObservedFact) -> &'static str,
) -> ReportTable {
    let mut groups: BTreeMap<&str, Vec<&ObservedFact>> = BTreeMap::new();
    for fact in all {
        groups.entry(code(fact)).or_default().push(fact);
    }
    let rows = entries.iter().filter_map(|entry| {
        let group = groups.get(entry.code)?;
        Some(ReportRow {
            code: entry.code.to_owned(),
            label: entry.label.to_owned(),
            cells: cells(group),
        })
    });
    ReportTable {
        id: id.to_owned(),
        title: title.to_owned(),
        note: Some(
            "Tiempo de respuesta: de la observación a lo que se envió después, en días naturales."
                .to_owned(),
        ),
        row_label: row_label.to_owned(),
        columns: vec![
            ReportColumn::number("observations", "Observaciones"),
            ReportColumn::number("answered", "Atendidas"),
            ReportColumn::number("median_days", "Mediana de respuesta"),
            ReportColumn::number("longest_days", "Respuesta más larga"),
        ],
        rows: rows.collect(),
        total: Some(cells(&all.iter().collect::<Vec<_>>())),
    }
}

fn cells(group: &[&ObservedFact]) -> Vec<ReportCell> {
    let count = |it: usize| ReportCell::count(u64::try_from(it).unwrap_or(u64::MAX));
    let mut days: Vec<f64> = group
        .iter()
        .filter_map(|it| Some((it.answered? - it.at).num_minutes()))
        .filter_map(|it| i32::try_from(it).ok())
        .map(|it| f64::from(it) / (24.0 * 60.0))
        .collect();
    days.sort_by(f64::total_cmp);
    let told = |at: usize| {
        days.get(at).map_or_else(
            || ReportCell::words("—"),
            |it| ReportCell::measured(*it, "días"),
        )
    };
    vec![
        count(group.len()),
        count(days.len()),
        told(days.len() / 2),
        told(days.len().saturating_sub(1)),
    ]
}
