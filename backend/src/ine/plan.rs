//! The whole file as an archived election, before anything is written.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{Datelike as _, NaiveDate, Weekday};
use conoceles_shared::catalogues::{ActorKind, Office, TerritoryKind};
use conoceles_shared::election::{ElectionSetup, Settings, Territory};
use conoceles_shared::names::name_key;
use conoceles_shared::text::fold;

use super::choice::{Chosen, choose};
use super::columns::{Column, Columns};
use super::file_row::Row;
use super::finding::{Finding, brief, grouped, short_list};
use super::row::{Planned, RowReader};
use super::rows::candidacy_rows;
use super::values::{
    SexLetters, acronyms, actor_kind, given, given_actor, is_acronym, listed, slug,
};
use crate::core::sheets::grid::{Book, Writing};

/// An actor of the archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Tells actors of one name apart.
    pub key: String,
    /// As the file writes it.
    pub name: String,
    /// The person, of an independent formula.
    pub person: Option<String>,
    /// Where the file tells.
    pub kind: Option<ActorKind>,
    /// The names of its parties, where the file tells.
    pub parties: Vec<String>,
}

/// What will be imported.
#[derive(Debug)]
pub struct Plan {
    /// How the file was written.
    pub format: Writing,
    /// The sheet that was read, where it has a name.
    pub sheet: Option<String>,
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

/// A file that cannot be imported as it is.
#[derive(Debug)]
pub struct Refused {
    /// Every error, in the order of the file; never empty.
    pub errors: Vec<Finding>,
    /// What is doubtful besides.
    pub warnings: Vec<Finding>,
}

impl From<Vec<Finding>> for Refused {
    fn from(errors: Vec<Finding>) -> Self {
        Self {
            errors,
            warnings: Vec::new(),
        }
    }
}

/// Plans the import of a file: of the sheet asked for, or the only one with candidacies.
///
/// # Errors
/// Every error of the file.
pub fn plan(
    book: &Book,
    sheet: Option<&str>,
    election: &str,
    date: NaiveDate,
) -> Result<Plan, Refused> {
    let Chosen {
        sheet,
        columns,
        remarks: mut warnings,
    } = choose(book, sheet)?;
    let below = candidacy_rows(sheet, &columns);
    warnings.extend(below.warnings);
    let rows = below.rows;
    let sexes = rows.iter().map(|row| columns.cell(row, Column::Sex));
    let letters = SexLetters::learn(sexes);
    let mut reader = RowReader::new(&columns, letters, below.errors);
    let candidacies: Vec<Planned> = rows
        .iter()
        .filter_map(|row| reader.candidacy(row))
        .collect();
    let mut errors = std::mem::take(&mut reader.errors);
    let repeated = repeated(&candidacies, &columns);
    errors.extend(repeated.errors);
    errors.sort_by_key(|it| it.row);
    if rows.is_empty() {
        errors.push(Finding::file("no tiene ninguna candidatura"));
    }
    warnings.extend(about_sex(&rows, &columns, letters));
    warnings.extend(about_role(&candidacies, &columns));
    let actors = actors(&rows, &columns, &candidacies);
    warnings.extend(about_acronyms(&actors));
    let blank = candidacies.iter().filter(|it| !it.captured).count();
    if blank > 0 {
        warnings.push(Finding::file(format!(
            "{blank} candidaturas están sin captura"
        )));
    }
    warnings.append(&mut reader.warnings);
    warnings.extend(repeated.warnings);
    let warnings = grouped(warnings);
    if !errors.is_empty() {
        return Err(Refused { errors, warnings });
    }
    Ok(Plan {
        format: book.writing,
        sheet: sheet.name.clone(),
        setup: setup(election, date, &candidacies),
        actors,
        candidacies,
        warnings,
    })
}

/// Rows that tell a candidacy again, and those that may. One person may run for two offices, and
/// two persons of one name in one contest differ by actor or number.
fn repeated(candidacies: &[Planned], columns: &Columns) -> Refused {
    let mut seen: HashMap<_, &Planned> = HashMap::new();
    let mut found = Refused::from(Vec::new());
    for it in candidacies {
        let key = (name_key(&it.name), &it.office.code, &it.territory.code);
        let Some(first) = seen.insert(key, it) else {
            continue;
        };
        let row = first.row;
        let role = |it: &Planned| it.role.as_ref().map(|it| it.code.clone());
        let place = |it: &Planned| (it.actor.clone(), it.list_position, role(it));
        let same = place(first) == place(it) && fold(&first.name) == fold(&it.name);
        if same {
            let what = format!("repite la candidatura de la fila {row}");
            found
                .errors
                .push(columns.at_cell(it.row, Column::Name, what));
        } else {
            let what = format!(
                "tiene el nombre, el cargo y el territorio de la fila {row} («{}», por «{}»); revise que \
                 sean dos personas",
                brief(&first.name),
                brief(&first.actor),
            );
            found
                .warnings
                .push(columns.at_cell(it.row, Column::Name, what));
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
        columns.at_column(
            Column::Sex,
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
    Some(columns.at_column(
        Column::Role,
        format!(
            "la calidad de propietaria o suplente se conserva como viene, escrita en la forma que \
             corresponde al sexo de cada persona{doubt}"
        ),
    ))
}

/// Parties of which the file has only the acronym: nothing tells whose it is.
fn about_acronyms(actors: &[Actor]) -> Option<Finding> {
    let parties = actors.iter().flat_map(|it| &it.parties);
    let short = parties.filter(|it| is_acronym(it));
    let short: BTreeSet<&str> = short.map(String::as_str).collect();
    let short: Vec<String> = short.into_iter().map(|it| format!("«{it}»")).collect();
    (!short.is_empty()).then(|| {
        Finding::file(format!(
            "de estos partidos solo hay siglas: {}; cada uno se une a un partido que ya exista solo si \
             ese se llama así, y si no queda como partido propio de los archivos",
            short_list(&short)
        ))
    })
}

fn setup(election: &str, date: NaiveDate, candidacies: &[Planned]) -> ElectionSetup {
    let states: BTreeSet<&str> = candidacies
        .iter()
        .map(|it| it.state.as_deref().unwrap_or("Nacional"))
        .collect();
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
        embargoes: Vec::new(),
        settings: Settings::default(),
    }
}

/// The actors with their parties: the party itself, or those that a coalition lists.
fn actors(rows: &[Row], columns: &Columns, candidacies: &[Planned]) -> Vec<Actor> {
    let by_number: HashMap<u32, &Row> = rows.iter().map(|row| (row.number, row)).collect();
    let mut actors: BTreeMap<&str, Actor> = BTreeMap::new();
    for it in candidacies {
        if actors.contains_key(it.actor_key.as_str()) {
            continue;
        }
        let cell = |column| {
            let row = by_number.get(&it.row);
            row.and_then(|row| given_actor(columns.cell(row, column)))
        };
        let together = cell(Column::CoalitionParties)
            .map(listed)
            .unwrap_or_default();
        let of_coalition = cell(Column::Coalition).is_some_and(|name| name == it.actor)
            && (together.len() > 1 || !columns.has(Column::CoalitionParties));
        let kind = actor_kind(&it.actor).or_else(|| {
            if of_coalition {
                Some(ActorKind::Coalition)
            } else {
                cell(Column::Party).map(|_| ActorKind::Party)
            }
        });
        let parties = match kind {
            Some(ActorKind::Party) => vec![it.actor.clone()],
            Some(ActorKind::Coalition | ActorKind::CommonCandidacy) if together.len() > 1 => {
                together
            }
            Some(ActorKind::Coalition) => acronyms(&it.actor),
            _ => Vec::new(),
        };
        let actor = Actor {
            key: it.actor_key.clone(),
            name: it.actor.clone(),
            person: (it.actor_key != it.actor).then(|| it.name.clone()),
            kind,
            parties,
        };
        actors.insert(&it.actor_key, actor);
    }
    actors.into_values().collect()
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
