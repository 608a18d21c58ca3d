//! Progress: the same counts, grouped in several ways.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::facts::CandidacyFacts;
use super::measures::{Counts, Measure};
use super::table::{Report, ReportCell, ReportColumn, ReportHead, ReportRow, ReportTable};
use crate::catalogues::{Office, Role, Sex, code_enum};
use crate::election::ElectionSetup;
use crate::ids::ActorId;
use crate::time::{Instant, Period, local_date, spanish_date};

code_enum! {
    /// By what candidacies are grouped.
    Grouping {
        Actor = "by_actor", "Actor político";
        Office = "by_office", "Cargo";
        Sex = "by_sex", "Sexo";
        Role = "by_role", "Calidad";
        Territory = "by_territory", "Distrito o municipio";
    }
}

/// An actor with its clock.
#[derive(Debug, Clone)]
pub struct ActorClock {
    /// Which.
    pub id: ActorId,
    /// As registered.
    pub name: String,
    /// When it accepted the receipt of its account.
    pub received: Option<Instant>,
    /// Its capture period.
    pub capture: Option<Period>,
}

/// What a board shows, as of the head's cut-off.
#[must_use]
pub fn board_report(
    head: ReportHead,
    setup: &ElectionSetup,
    actors: &[ActorClock],
    all: &[CandidacyFacts],
) -> Report {
    let counting = Counts::of(all).get(Measure::Registered);
    Report {
        base: format!(
            "Base: candidaturas registradas que no fueron sustituidas ni canceladas ({}).",
            ReportCell::count(counting).text
        ),
        since: None,
        notices: Vec::new(),
        tables: progress_tables(&head, setup, actors, all),
        head,
    }
}

/// The tables of a progress report.
#[must_use]
pub fn progress_tables(
    head: &ReportHead,
    setup: &ElectionSetup,
    actors: &[ActorClock],
    all: &[CandidacyFacts],
) -> Vec<ReportTable> {
    let mut tables = vec![totals(all)];
    for grouping in Grouping::ALL {
        tables.push(grouped(*grouping, setup, actors, all));
    }
    tables.push(by_day(all, head.cutoff));
    tables.push(compliance(actors, all, head.cutoff));
    tables
}

/// Every measure with its share of the whole.
fn totals(all: &[CandidacyFacts]) -> ReportTable {
    let counts = Counts::of(all);
    let rows = Measure::ALL.iter().map(|it| ReportRow {
        code: it.code().to_owned(),
        label: it.label().to_owned(),
        cells: vec![ReportCell::count(counts.get(*it)), counts.share(*it)],
    });
    ReportTable {
        id: "totals".to_owned(),
        title: "Avance general".to_owned(),
        note: None,
        row_label: "Concepto".to_owned(),
        columns: vec![
            ReportColumn::number("candidacies", "Candidaturas"),
            ReportColumn::number("share", "% de las registradas"),
        ],
        rows: rows.collect(),
        total: None,
    }
}

fn grouped(
    by: Grouping,
    setup: &ElectionSetup,
    actors: &[ActorClock],
    all: &[CandidacyFacts],
) -> ReportTable {
    let mut groups: BTreeMap<String, Counts> = BTreeMap::new();
    for facts in all {
        groups.entry(by.code_of(facts)).or_default().add(facts);
    }
    let rows = by
        .names(setup, actors)
        .into_iter()
        .filter_map(|(code, label)| {
            let counts = groups.get(&code)?;
            Some(ReportRow {
                cells: counts.cells(),
                code,
                label,
            })
        });
    ReportTable {
        id: by.code().to_owned(),
        title: format!("Avance por {}", by.label().to_lowercase()),
        note: (by == Grouping::Actor)
            .then(|| "Orden alfabético; no es una clasificación.".to_owned()),
        row_label: by.label().to_owned(),
        columns: Counts::columns(),
        rows: rows.collect(),
        total: Some(Counts::of(all).cells()),
    }
}

impl Grouping {
    fn code_of(self, facts: &CandidacyFacts) -> String {
        match self {
            Self::Actor => facts.actor.to_string(),
            Self::Office => facts.office.code().to_owned(),
            Self::Sex => facts.sex.code().to_owned(),
            Self::Role => facts.role.code().to_owned(),
            Self::Territory => format!("{}:{}", facts.territory.0, facts.territory.1),
        }
    }

    /// Every group there can be, in order.
    fn names(self, setup: &ElectionSetup, actors: &[ActorClock]) -> Vec<(String, String)> {
        let pair = |code: &str, label: &str| (code.to_owned(), label.to_owned());
        match self {
            Self::Actor => {
                let actors = actors.iter();
                actors
                    .map(|it| (it.id.to_string(), it.name.clone()))
                    .collect()
            }
            Self::Office => Office::ALL
                .iter()
                .map(|it| pair(it.code(), it.label()))
                .collect(),
            Self::Sex => Sex::ALL
                .iter()
                .map(|it| pair(it.code(), it.label()))
                .collect(),
            Self::Role => Role::ALL
                .iter()
                .map(|it| pair(it.code(), it.label()))
                .collect(),
            Self::Territory => {
                let all = setup.territories.iter();
                all.map(|it| (format!("{}:{}", it.kind, it.code), it.name.clone()))
                    .collect()
            }
        }
    }
}

/// What was sent and published each day, and until then.
fn by_day(all: &[CandidacyFacts], cutoff: Instant) -> ReportTable {
    let mut days: BTreeMap<NaiveDate, [u64; 2]> = BTreeMap::new();
    for facts in all.iter().filter(|it| it.counts()) {
        for (place, at) in [facts.sent_at, facts.published_at].into_iter().enumerate() {
            if let Some(at) = at.filter(|it| *it <= cutoff)
                && let Some(count) = days.entry(local_date(at)).or_default().get_mut(place)
            {
                *count += 1;
            }
        }
    }
    let mut until = [0, 0];
    let rows = days.into_iter().map(|(day, counts)| {
        let [sent, published] = counts;
        until = [until[0] + sent, until[1] + published];
        ReportRow {
            code: day.to_string(),
            label: spanish_date(day),
            cells: [sent, published, until[0], until[1]]
                .map(ReportCell::count)
                .into(),
        }
    });
    ReportTable {
        id: "by_day".to_owned(),
        title: "Envíos y publicaciones por día".to_owned(),
        note: Some(
            "Cada candidatura se cuenta el día en que se envió o se publicó por primera vez."
                .to_owned(),
        ),
        row_label: "Día".to_owned(),
        columns: vec![
            ReportColumn::number("sent", "Enviadas"),
            ReportColumn::number("published", "Publicadas"),
            ReportColumn::number("sent_until", "Enviadas, acumulado"),
            ReportColumn::number("published_until", "Publicadas, acumulado"),
        ],
        rows: rows.collect(),
        total: None,
    }
}

/// How each actor complies, with its clock.
fn compliance(actors: &[ActorClock], all: &[CandidacyFacts], now: Instant) -> ReportTable {
    let mut groups: BTreeMap<&ActorId, Counts> = BTreeMap::new();
    for facts in all {
        groups.entry(&facts.actor).or_default().add(facts);
    }
    let rows = actors.iter().map(|actor| {
        let counts = groups.remove(&actor.id).unwrap_or_default();
        let mut cells = compliance_counts(&counts);
        cells.extend(clock_cells(actor, now));
        ReportRow {
            code: actor.id.to_string(),
            label: actor.name.clone(),
            cells,
        }
    });
    let mut total = compliance_counts(&Counts::of(all));
    total.extend([const { "" }; 3].map(ReportCell::words));
    ReportTable {
        id: "compliance".to_owned(),
        title: "Cumplimiento por actor político".to_owned(),
        note: Some(
            "Faltan: candidaturas con el cuestionario curricular o el de identidad sin completar."
                .to_owned(),
        ),
        row_label: "Actor político".to_owned(),
        columns: vec![
            Measure::Registered.column(),
            ReportColumn::number("complete", "Completas"),
            ReportColumn::number("short", "Faltan"),
            ReportColumn::number("complete_share", "% completas"),
            ReportColumn::words("received", "Acuse de la cuenta"),
            ReportColumn::words("capture_ends", "Término de captura"),
            ReportColumn::number("days_left", "Días restantes"),
        ],
        rows: rows.collect(),
        total: Some(total),
    }
}

fn compliance_counts(counts: &Counts) -> Vec<ReportCell> {
    let registered = counts.get(Measure::Registered);
    let complete = counts.get(Measure::BothComplete);
    vec![
        ReportCell::count(registered),
        ReportCell::count(complete),
        ReportCell::count(registered.saturating_sub(complete)),
        ReportCell::share(complete, registered),
    ]
}

fn clock_cells(actor: &ActorClock, now: Instant) -> [ReportCell; 3] {
    let day = |at: Instant| spanish_date(local_date(at));
    let left = actor.capture.map(|it| match it.days_left(now) {
        0 => ReportCell {
            text: "Concluido".to_owned(),
            number: Some(0.0),
        },
        days => ReportCell::count(days.unsigned_abs()),
    });
    [
        ReportCell::words(actor.received.map_or("Sin acuse".to_owned(), day)),
        ReportCell::words(actor.capture.map_or("—".to_owned(), |it| day(it.ends))),
        left.unwrap_or_else(|| ReportCell::words("—")),
    ]
}

#[cfg(test)]
#[path = "progress_tests.rs"]
mod progress_tests;
