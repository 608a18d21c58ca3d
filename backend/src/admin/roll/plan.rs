//! What a file asks for, and everything that stands in its way, before anything is written.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use conoceles_shared::api::admin::NewCandidacy;
use conoceles_shared::api::bulk::BulkIssue;
use conoceles_shared::api::roll::{RollColumn, RollCounts, RollField, RollStage};
use conoceles_shared::curp::{CURP_LENGTH, tidy_key};
use conoceles_shared::ids::PersonId;
use conoceles_shared::lifecycle::State;
use conoceles_shared::names::name_key;
use conoceles_shared::time::Instant;

use super::columns::{Layout, about_file, choose_sheet};
use super::judge::{Judge, Judged};
use super::known::KnownElection;
use super::matching::{Matcher, full_name};
use super::places::ActorNames;
use super::progress::RollRun;
use super::rows::{ReadRow, RowPlace, RowReader};
use super::seats::{Seat, has_left_place};
use crate::admin::edits::candidacies::Change;
use crate::admin::registration_remarks;
use crate::admin::store::StandingRow;
use crate::candidacy::private;
use crate::core::error::Failure;
use crate::core::secrets::{Secrets, sha256_hex};
use crate::core::sheets::grid::{Book, Row, Sheet};

/// Findings of a kind that are kept; more are counted.
const MOST_ISSUES: usize = 20_000;
/// Registrations that one file may change: each is edited with its notice while others wait to write.
const MOST_CHANGED: usize = 1_000;
/// Cells of a row that is no candidacy, and headings that one repeats, at most and at least.
const NOTE_CELLS: usize = 2;
const REPEATED_HEADINGS: usize = 3;

/// Findings in the order of the sheet.
#[derive(Debug, Default)]
pub struct Issues {
    /// The first of them.
    pub kept: Vec<BulkIssue>,
    /// All of them.
    pub count: usize,
}

impl Issues {
    fn add(&mut self, issues: impl IntoIterator<Item = BulkIssue>) {
        for issue in issues {
            self.count += 1;
            if self.kept.len() < MOST_ISSUES {
                self.kept.push(issue);
            }
        }
    }

    /// As the sheet is read: row by row, from the left.
    fn put_in_order(&mut self) {
        let width = |it: &BulkIssue| it.column.as_ref().map_or(0, String::len);
        self.kept
            .sort_by(|a, b| (a.row, width(a), &a.column).cmp(&(b.row, width(b), &b.column)));
    }
}

/// A candidacy to be registered.
pub struct Added {
    /// The row as the sheet numbers it.
    pub row: u32,
    /// What.
    pub new: NewCandidacy,
}

/// A registration to be changed.
pub struct Changed {
    /// The row as the sheet numbers it.
    pub row: u32,
    /// Which, by its place in the list.
    pub stored: usize,
    /// Into what.
    pub change: Change,
}

/// The whole file.
#[derive(Default)]
pub struct Plan {
    /// Which column is which.
    pub layout: Layout,
    /// Rows that are candidacies.
    pub rows: usize,
    /// To be registered.
    pub added: Vec<Added>,
    /// To be changed.
    pub changed: Vec<Changed>,
    /// As the file says already.
    pub unchanged: usize,
    /// Not in the file, by their places in the list.
    pub missing: Vec<usize>,
    /// What has to be corrected first.
    pub errors: Issues,
    /// What never blocks.
    pub remarks: Issues,
}

/// Plans what a file asks for.
///
/// # Errors
/// Private data that is stored does not open.
pub fn plan_roll(
    book: Book,
    known: &KnownElection,
    secrets: &Secrets,
    now: Instant,
    run: &RollRun,
) -> Result<Plan, Failure> {
    let mut plan = Plan::default();
    let (mut sheet, layout, unread) = match choose_sheet(book, &known.headings) {
        Ok(found) => found,
        Err(issue) => {
            plan.errors.add([issue]);
            return Ok(plan);
        }
    };
    plan.remarks.add(unread);
    let mut lacking = layout.lacking();
    if known.actors.is_empty() {
        let detail =
            "La elección no tiene actores políticos: regístrelos antes que sus candidaturas.";
        lacking.push(about_file("no_actors", detail));
    }
    let is_readable = lacking.is_empty();
    plan.errors.add(lacking);
    if is_readable {
        let wide = u32::try_from(layout.columns.len()).unwrap_or(u32::MAX);
        sheet.mark_covered_cells(wide);
        let judge = Judge {
            layout: &layout,
            known,
            secrets,
            now,
        };
        let mut planner = Planner {
            judge,
            plan,
            file: InFile::default(),
        };
        let rows = planner.read_rows(&sheet)?;
        planner.judge_rows(rows, run)?;
        plan = planner.plan;
    }
    plan.layout = layout;
    plan.errors.put_in_order();
    plan.remarks.put_in_order();
    Ok(plan)
}

/// What earlier rows of the file have taken.
#[derive(Default)]
struct InFile {
    persons: HashMap<PersonId, (u32, String)>,
    standing: HashMap<(PersonId, RowPlace), u32>,
    named: HashMap<(RowPlace, String), u32>,
    seats: HashMap<Seat, (u32, String)>,
}

struct Planner<'a> {
    judge: Judge<'a>,
    plan: Plan,
    file: InFile,
}

/// A row that was read, with what is wrong with it.
type ReadAs = (ReadRow, Vec<BulkIssue>);

impl Planner<'_> {
    fn read_rows(&mut self, sheet: &Sheet) -> Result<Vec<ReadAs>, Failure> {
        let (layout, known) = (self.judge.layout, self.judge.known);
        let actors = ActorNames::of(&known.actors, &known.parties);
        let reader = RowReader::of(sheet, layout, &known.election.setup, &actors);
        let below = sheet.rows.get(layout.before..).unwrap_or_default();
        let nexts = below.iter().skip(1).map(Some).chain([None]);
        let mut rows = Vec::with_capacity(below.len());
        for (row, next) in below.iter().zip(nexts) {
            if let Some(what) = self.no_candidacy(row) {
                self.plan
                    .remarks
                    .add([layout.issue(row.number, 0, "not_a_candidacy", what)]);
                continue;
            }
            if sheet.hidden_rows.contains(&row.number) {
                let detail = "El renglón está oculto en la hoja; también se lee.";
                self.plan
                    .remarks
                    .add([layout.issue(row.number, 0, "hidden_row", detail)]);
            }
            let (mut read, mut errors) = reader.read_row(row);
            errors.extend(self.wrong_width(row, next));
            let curp = read.private.curp.as_deref().map(tidy_key);
            let curp = curp.filter(|it| it.chars().count() == CURP_LENGTH);
            if let Some(curp) = curp {
                read.person = Some(private::person(
                    self.judge.secrets,
                    Some(&curp),
                    self.judge.now,
                )?);
            }
            rows.push((read, errors));
        }
        Ok(rows)
    }

    /// Why a row is no candidacy, if it is none: the headings again, a total, a note.
    fn no_candidacy(&self, row: &Row) -> Option<&'static str> {
        let layout = self.judge.layout;
        let again = |(at, column): &(usize, &RollColumn)| {
            !column.heading.is_empty() && row.text(*at).trim() == column.heading
        };
        let columns = layout.columns.iter().enumerate();
        if columns.filter(again).count() >= REPEATED_HEADINGS {
            return Some("El renglón repite los encabezados; no se lee.");
        }
        let filled = row.cells.iter().filter(|it| !it.is_blank()).count();
        let names = [
            RollField::GivenNames,
            RollField::FirstSurname,
            RollField::Curp,
        ];
        let mut names = names.iter().filter_map(|it| layout.place(*it));
        let nameless = names.all(|at| row.cell(at).is_blank());
        (nameless && filled <= NOTE_CELLS)
            .then_some("El renglón no es de una candidatura; no se lee.")
    }

    /// What is wrong with the number of cells that a text has: a sign within a text that parts cells, or
    /// a line end.
    fn wrong_width(&self, row: &Row, next: Option<&Row>) -> Option<BulkIssue> {
        let layout = self.judge.layout;
        let width = layout.columns.len();
        let found = row.written?;
        let beyond = row
            .cells
            .iter()
            .enumerate()
            .skip(width)
            .find(|(_, it)| !it.is_blank());
        if let Some((at, _)) = beyond {
            let detail = format!(
                "El renglón tiene {found} columnas y los encabezados {width}: un texto con el signo que separa las \
                 columnas va entre comillas (\")."
            );
            return Some(layout.issue(row.number, at, "extra_cell", detail));
        }
        let rest = next
            .filter(|it| it.number == row.number + 1)
            .and_then(|it| it.written);
        let is_broken = found < width && rest.is_some_and(|it| found + it == width + 1);
        is_broken.then(|| {
            let detail = format!(
                "El renglón tiene {found} columnas y el siguiente las que le faltan para {width}: un texto con \
                 saltos de línea va entre comillas (\")."
            );
            layout.issue(row.number, found.saturating_sub(1), "broken_row", detail)
        })
    }

    fn judge_rows(&mut self, rows: Vec<ReadAs>, run: &RollRun) -> Result<(), Failure> {
        let known = self.judge.known;
        self.plan.rows = rows.len();
        run.enter(RollStage::Comparing, rows.len());
        let (rows, read): (Vec<ReadRow>, Vec<Vec<BulkIssue>>) = rows.into_iter().unzip();
        let mut matcher = Matcher::of(known, &rows);
        let standing = standing_by_name(known);
        let mut seats: Vec<(ReadRow, Option<usize>, Seat)> = Vec::new();
        for (done, (row, mut issues)) in rows.into_iter().zip(read).enumerate() {
            run.reach(done);
            let before = issues.len();
            let twice = self.twice_in_file(&row);
            let repeats = !twice.is_empty();
            issues.extend(twice);
            let own = row.place.as_ref().filter(|_| !repeats);
            let own = own.and_then(|place| Some((place, matcher.take(known, &row, place)?)));
            let read = issues.get(..before).unwrap_or_default().to_vec();
            let (registration, own) = match own {
                Some((place, at)) => {
                    let Some(stored) = known.candidacies.get(at) else {
                        continue;
                    };
                    let judged = self.judge.changed(&row, place, stored, &read)?;
                    issues.extend(judged.errors);
                    self.plan.remarks.add(judged.remarks);
                    let person = &judged.outcome.person;
                    if matcher.other_of_person(person, place, Some(at)).is_some() {
                        issues.push(self.stands_already(&row));
                    }
                    let registration = judged.outcome.after.registration.clone();
                    if judged.outcome.is_nothing(&stored.loaded) {
                        self.plan.unchanged += 1;
                    } else {
                        self.plan.changed.push(Changed {
                            row: row.number,
                            stored: at,
                            change: judged.outcome,
                        });
                    }
                    (registration, Some(at))
                }
                None => {
                    let Some(judged) = self.judge.added(&row, &read) else {
                        continue;
                    };
                    let Judged {
                        outcome,
                        errors,
                        remarks,
                    } = judged;
                    issues.extend(errors);
                    self.plan.remarks.add(remarks);
                    let key = name_key(&outcome.registration.full_name());
                    let same = standing.get(&key).map_or(&[][..], Vec::as_slice);
                    let setup = &known.election.setup;
                    let told = registration_remarks::namesakes(&outcome.registration, same, setup);
                    self.plan.remarks.add(told.into_iter().map(|it| {
                        let field = RollField::GivenNames;
                        self.judge
                            .layout
                            .issue_of(row.number, field, &it.code, it.detail)
                    }));
                    let registration = outcome.registration.clone();
                    self.plan.added.push(Added {
                        row: row.number,
                        new: outcome,
                    });
                    (registration, None)
                }
            };
            let actor = row.place.as_ref().and_then(|it| known.actors.get(it.actor));
            let seat = actor.and_then(|it| Seat::of(&it.id, &registration));
            if let Some(seat) = seat.filter(|_| !repeats) {
                issues.extend(self.seat_twice(&row, &seat));
                seats.push((row, own, seat));
            }
            self.plan.errors.add(issues);
        }
        self.taken_seats(&seats, &matcher);
        let all = known.candidacies.iter().enumerate();
        let missing = all
            .filter(|(at, it)| !matcher.is_taken(*at) && !has_left_place(it.loaded.process.state));
        self.plan.missing = missing.map(|(at, _)| at).collect();
        if self.plan.changed.len() > MOST_CHANGED {
            let detail = format!(
                "El archivo cambia {} registros que ya existen y se admiten {MOST_CHANGED} a la vez: divídalo.",
                self.plan.changed.len()
            );
            self.plan
                .errors
                .add([about_file("too_many_changes", detail)]);
        }
        Ok(())
    }

    fn stands_already(&self, row: &ReadRow) -> BulkIssue {
        let detail = "La persona con esta CURP ya está registrada para el mismo cargo, territorio y calidad.";
        self.judge
            .layout
            .issue_of(row.number, RollField::Curp, "already_exists", detail)
    }

    /// What of a row an earlier one has already: the candidacy, or the CURP with another name.
    fn twice_in_file(&mut self, row: &ReadRow) -> Vec<BulkIssue> {
        let layout = self.judge.layout;
        let name = name_key(&full_name(row));
        let mut found = Vec::new();
        if let Some(person) = &row.person {
            let first = self.file.persons.entry(person.clone());
            let (first, of) = first.or_insert_with(|| (row.number, name.clone()));
            if *first != row.number && *of != name {
                let detail = format!("La CURP es la de la fila {first}, que tiene otro nombre.");
                found.push(layout.issue_of(row.number, RollField::Curp, "curp_of_another", detail));
            }
        }
        let Some(place) = &row.place else {
            return found;
        };
        let by_person = row.person.as_ref().map(|it| {
            let standing = (it.clone(), place.clone());
            *self.file.standing.entry(standing).or_insert(row.number)
        });
        let named = (place.clone(), name);
        let by_name = *self.file.named.entry(named).or_insert(row.number);
        let first = by_person.unwrap_or(row.number).min(by_name);
        // Two namesakes with a CURP each are two persons.
        let are_two = by_person == Some(row.number) && self.has_own_curp(first, row);
        if first != row.number && !are_two && found.is_empty() {
            let field = if by_person.is_some_and(|it| it != row.number) {
                RollField::Curp
            } else {
                RollField::GivenNames
            };
            let detail = format!("Repite la candidatura de la fila {first}; deje una sola.");
            found.push(layout.issue_of(row.number, field, "duplicate", detail));
        }
        found
    }

    /// Whether an earlier row has a CURP that is another person's.
    fn has_own_curp(&self, earlier: u32, row: &ReadRow) -> bool {
        let persons = self.file.persons.iter();
        let mut of_earlier = persons.filter(|(_, (first, _))| *first == earlier);
        of_earlier.any(|(person, _)| Some(person) != row.person.as_ref())
    }

    fn seat_twice(&mut self, row: &ReadRow, seat: &Seat) -> Option<BulkIssue> {
        let first = self.file.seats.entry(seat.clone());
        let (first, name) = first.or_insert_with(|| (row.number, full_name(row)));
        (*first != row.number).then(|| {
            let detail = format!(
                "La fila {first} ({name}) tiene este mismo lugar: actor político, cargo, territorio, número y \
                 calidad. Corrija el que esté mal.",
            );
            let layout = self.judge.layout;
            layout.issue_of(row.number, RollField::GivenNames, "place_taken", detail)
        })
    }

    /// Rows whose place somebody has whom the file does not move, or left to whoever substitutes them.
    fn taken_seats(&mut self, rows: &[(ReadRow, Option<usize>, Seat)], matcher: &Matcher) {
        let known = self.judge.known;
        let mut holders: BTreeMap<bool, HashMap<Seat, usize>> = BTreeMap::new();
        for (at, it) in known.candidacies.iter().enumerate() {
            let loaded = &it.loaded;
            let state = loaded.process.state;
            let left = state == State::Substituted && !it.has_substitute;
            if (has_left_place(state) && !left) || matcher.is_taken(at) {
                continue;
            }
            if let Some(seat) = Seat::of(&loaded.actor.id, &loaded.registration) {
                holders.entry(left).or_default().insert(seat, at);
            }
        }
        let layout = self.judge.layout;
        let mut found = Vec::new();
        for (row, own, seat) in rows {
            let holder = |left| {
                let at = holders.get(&left)?.get(seat)?;
                Some(known.candidacies.get(*at)?.loaded.registration.full_name())
            };
            let (code, detail) = if let Some(name) = holder(false) {
                (
                    "place_taken",
                    format!(
                        "Este lugar lo tiene {name}. Si es la misma persona, corrija su registro a mano; si la \
                         sustituye, registre antes la sustitución con su acuerdo."
                    ),
                )
            } else if let Some(name) = holder(true).filter(|_| own.is_none()) {
                (
                    "substitution",
                    format!(
                        "Este lugar lo dejó {name}, por sustitución: registre a quien la sustituye a mano, en \
                         «Registrar candidatura», para que conste a quién sustituye."
                    ),
                )
            } else {
                continue;
            };
            found.push(layout.issue_of(row.number, RollField::GivenNames, code, detail));
        }
        self.plan.errors.add(found);
    }
}

/// Who stands, by the name as it is compared.
fn standing_by_name(known: &KnownElection) -> HashMap<String, Vec<StandingRow>> {
    let mut found: HashMap<String, Vec<StandingRow>> = HashMap::new();
    for it in &known.candidacies {
        let loaded = &it.loaded;
        if !has_left_place(loaded.process.state) {
            let key = name_key(&loaded.registration.full_name());
            found.entry(key).or_default().push(StandingRow {
                registration: loaded.registration.clone(),
                actor: loaded.actor.name.clone(),
            });
        }
    }
    found
}

impl Plan {
    /// Names the file, how it was read and all that it would change as it is now.
    #[must_use]
    pub fn hash(&self, file_sha256: &str, known: &KnownElection) -> String {
        let version = known.election.version;
        let mut text = format!(
            "conoceles roll 1\n{file_sha256}\n{} {version}\n",
            known.election.id
        );
        // Writing to a String cannot fail.
        for it in &self.layout.columns {
            let _ = writeln!(text, "{} {:?}", it.letter, it.field.map(RollField::code));
        }
        for it in &self.added {
            let _ = writeln!(text, "{} {}", it.row, it.new.actor);
        }
        for it in &self.changed {
            if let Some(stored) = known.candidacies.get(it.stored) {
                let _ = writeln!(
                    text,
                    "{} {} {}",
                    it.row, stored.loaded.id, stored.row.version
                );
            }
        }
        sha256_hex(text.as_bytes())
    }

    /// How many there are of each kind.
    #[must_use]
    pub fn counts(&self) -> RollCounts {
        let number = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        RollCounts {
            rows: number(self.rows),
            added: number(self.added.len()),
            changed: number(self.changed.len()),
            unchanged: number(self.unchanged),
            missing: number(self.missing.len()),
            errors: number(self.errors.count),
            remarks: number(self.remarks.count),
        }
    }
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod plan_tests;
