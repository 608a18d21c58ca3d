//! The whole file as an archived election, before anything is written.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Datelike as _, NaiveDate, Weekday};
use conoceles_shared::catalogues::{ActorKind, Office, TerritoryKind};
use conoceles_shared::election::{ElectionSetup, Settings, Territory};
use conoceles_shared::text::fold;

use super::columns::{Column, Columns, columns};
use super::finding::Finding;
use super::parse::{Format, Row, Table};
use super::row::{Planned, RowReader};
use super::values::{SexLetters, actor_kind, given, slug};

/// An actor of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// As the file writes it.
    pub name: String,
    /// Where the file tells.
    pub kind: Option<ActorKind>,
    /// The names of its parties, where the file tells.
    pub parties: Vec<String>,
}

/// What will be imported.
#[derive(Debug)]
pub struct Plan {
    /// How the file was written.
    pub format: Format,
    /// The election, archived.
    pub setup: ElectionSetup,
    /// By name.
    pub actors: Vec<Actor>,
    /// In the order of the file.
    pub candidacies: Vec<Planned>,
    /// What is doubtful, in the order of the file; what concerns all of it first.
    pub warnings: Vec<Finding>,
}

impl Plan {
    /// How many candidacies captured anything.
    #[must_use]
    pub fn captured(&self) -> usize {
        self.candidacies.iter().filter(|it| it.captured).count()
    }
}

/// Plans the import of a file.
///
/// # Errors
/// Every error of the file, in its order.
pub fn plan(table: &Table, election: &str, date: NaiveDate) -> Result<Plan, Vec<Finding>> {
    let (at, columns, mut warnings) = columns(table)?;
    let rows = table.rows.get(at + 1..).unwrap_or_default();
    let cells = |column| rows.iter().map(move |row| (row, column));
    let sexes = cells(Column::Sex).map(|(row, column)| columns.cell(row, column));
    let letters = SexLetters::learn(sexes);
    let mut reader = RowReader::new(&columns, letters);
    let candidacies: Vec<Planned> = rows
        .iter()
        .filter_map(|row| reader.candidacy(row))
        .collect();
    let mut errors = std::mem::take(&mut reader.errors);
    errors.extend(repeated(&candidacies, &columns));
    errors.sort_by_key(|it| it.row);
    if rows.is_empty() {
        errors.push(Finding::file("no tiene ninguna candidatura"));
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    warnings.extend(about_sex(rows, &columns, letters));
    warnings.extend(about_role(&candidacies, &columns));
    let blank = candidacies.iter().filter(|it| !it.captured).count();
    if blank > 0 {
        warnings.push(Finding::file(format!(
            "{blank} candidaturas están sin captura"
        )));
    }
    warnings.append(&mut reader.warnings);
    Ok(Plan {
        format: table.format,
        setup: setup(election, date, &candidacies),
        actors: actors(rows, &columns, &candidacies),
        candidacies,
        warnings,
    })
}

/// Rows that tell a candidacy again.
fn repeated(candidacies: &[Planned], columns: &Columns) -> Vec<Finding> {
    let mut seen = HashMap::new();
    let mut found = Vec::new();
    for it in candidacies {
        let role = it.role.as_ref().map(|it| &it.code);
        let key = (fold(&it.name), &it.office.code, &it.territory.code, role);
        if let Some(first) = seen.insert(key, it.row) {
            let what = format!("repite la candidatura de la fila {first}");
            found.push(Finding::cell(it.row, columns.name(Column::Name), what));
        }
    }
    found
}

/// One remark where `M` alone does not tell whose sex it is.
fn about_sex(rows: &[Row], columns: &Columns, letters: SexLetters) -> Option<Finding> {
    let unclear = rows
        .iter()
        .filter_map(|row| given(columns.cell(row, Column::Sex)))
        .filter(|cell| slug(cell) == "m" && letters.sex(cell).is_none())
        .count();
    (unclear > 0).then(|| {
        Finding::column(
            columns.name(Column::Sex),
            format!(
                "«M» no dice si es mujer o masculino, porque la columna no usa H, F ni palabras; \
                 {unclear} candidaturas quedan sin ese dato"
            ),
        )
    })
}

/// The one remark about titular and alternate.
fn about_role(candidacies: &[Planned], columns: &Columns) -> Option<Finding> {
    if !columns.has(Column::Role) {
        return None;
    }
    let alternates: Vec<&Planned> = candidacies
        .iter()
        .filter(|it| it.role.as_ref().is_some_and(|it| it.code == "alternate"))
        .collect();
    let woman = |it: &&Planned| it.sex.as_ref().is_some_and(|it| it.code == "woman");
    let derived = candidacies.iter().any(|it| woman(&it))
        && !alternates.is_empty()
        && !alternates.iter().any(woman);
    let doubt = if derived {
        "; ninguna mujer aparece como suplente, así que parece derivada del sexo y no de la fórmula"
    } else {
        ""
    };
    Some(Finding::column(
        columns.name(Column::Role),
        format!("la calidad de propietaria o suplente se conserva como viene{doubt}"),
    ))
}

fn setup(election: &str, date: NaiveDate, candidacies: &[Planned]) -> ElectionSetup {
    let states: BTreeSet<&str> = candidacies.iter().map(|it| it.state.as_str()).collect();
    let listed = states.iter().copied().collect::<Vec<_>>().join(", ");
    let entity = if listed.chars().count() <= 60 {
        listed
    } else {
        "Varias entidades".to_owned()
    };
    let offices: BTreeSet<Office> = candidacies
        .iter()
        .filter_map(|it| it.known_office)
        .collect();
    let territories: BTreeSet<Territory> = candidacies
        .iter()
        .filter_map(|it| {
            let kind: TerritoryKind = it.territory.kind.parse().ok()?;
            Some(Territory {
                kind,
                code: it.territory.code.clone(),
                name: it.territory.name.clone(),
            })
        })
        .collect();
    ElectionSetup {
        name: election.to_owned(),
        entity,
        date,
        drill: false,
        archived: true,
        offices: offices.into_iter().collect(),
        territories: territories.into_iter().collect(),
        phases: Vec::new(),
        settings: Settings::default(),
    }
}

/// The actors with their parties: the party itself, or those that a coalition lists.
fn actors(rows: &[Row], columns: &Columns, candidacies: &[Planned]) -> Vec<Actor> {
    let by_number: HashMap<u32, &Row> = rows.iter().map(|row| (row.number, row)).collect();
    let mut actors: BTreeMap<&str, Actor> = BTreeMap::new();
    for it in candidacies {
        if actors.contains_key(it.actor.as_str()) {
            continue;
        }
        let cell = |column| {
            let row = by_number.get(&it.row);
            row.and_then(|row| given(columns.cell(row, column)))
        };
        let of_coalition = cell(Column::Coalition).is_some();
        let kind = actor_kind(&it.actor).or_else(|| {
            if of_coalition {
                Some(ActorKind::Coalition)
            } else {
                cell(Column::Party).map(|_| ActorKind::Party)
            }
        });
        let parties = match kind {
            Some(ActorKind::Party) => vec![it.actor.clone()],
            Some(ActorKind::Coalition | ActorKind::CommonCandidacy) => {
                listed(cell(Column::CoalitionParties))
            }
            _ => Vec::new(),
        };
        let actor = Actor {
            name: it.actor.clone(),
            kind,
            parties,
        };
        actors.insert(&it.actor, actor);
    }
    actors.into_values().collect()
}

/// The parties of a cell that lists at least two.
fn listed(cell: Option<&str>) -> Vec<String> {
    let names: Vec<String> = cell
        .unwrap_or_default()
        .split([',', ';', '/', '-', '_', '|'])
        .map(str::trim)
        .filter(|it| !it.is_empty())
        .map(ToOwned::to_owned)
        .collect();
    if names.len() > 1 { names } else { Vec::new() }
}

/// Election day where only its year is known, from the election's name or else the file's: the
/// first Sunday of June, by law.
#[must_use]
pub fn election_day(election: &str, file: &str) -> Option<NaiveDate> {
    let year = year_in(election).or_else(|| year_in(file))?;
    (1..=7)
        .filter_map(|day| NaiveDate::from_ymd_opt(year, 6, day))
        .find(|day| day.weekday() == Weekday::Sun)
}

fn year_in(text: &str) -> Option<i32> {
    text.split(|it: char| !it.is_ascii_digit())
        .filter(|it| it.len() == 4)
        .filter_map(|it| it.parse().ok())
        .find(|year| (1990..2100).contains(year))
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod plan_tests;
