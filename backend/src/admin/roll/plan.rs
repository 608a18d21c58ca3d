//! What a file asks for, and everything that stands in its way, before anything is written.

use std::collections::HashMap;
use std::fmt::Write as _;

use conoceles_shared::api::admin::{NewCandidacy, Registration};
use conoceles_shared::api::bulk::BulkIssue;
use conoceles_shared::api::roll::{RollCounts, RollField, RollStage};
use conoceles_shared::curp::{CURP_LENGTH, tidy_key};
use conoceles_shared::names::name_key;
use conoceles_shared::time::Instant;

use super::columns::{Layout, about_file, choose_sheet, no_headings};
use super::holders::{SeatedRow, taken_seats};
use super::in_file::InFile;
use super::judge::{Judge, Judged};
use super::known::KnownElection;
use super::matching::Matcher;
use super::places::ActorNames;
use super::progress::RollRun;
use super::rows::{ReadRow, RowPlace, RowReader};
use super::seats::{Seat, has_left_place};
use super::shape::{headless_columns, no_candidacy, wrong_width};
use crate::admin::edits::candidacies::Change;
use crate::admin::registration_remarks;
use crate::admin::store::StandingRow;
use crate::candidacy::private;
use crate::core::error::Failure;
use crate::core::secrets::{Secrets, sha256_hex};
use crate::core::sheets::grid::{Book, Sheet};

/// Findings of a kind that are kept; more are counted.
const MOST_ISSUES: usize = 20_000;
/// Registrations that one file may change: each is edited with its notice while others wait to write.
const MOST_CHANGED: usize = 1_000;

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
    let Some((mut sheet, layout, unread)) = choose_sheet(book, &known.headings) else {
        plan.errors.add([no_headings()]);
        return Ok(plan);
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
        if rows.is_empty() {
            let detail = "El archivo no tiene candidaturas debajo de los encabezados.";
            planner.plan.errors.add([about_file("no_rows", detail)]);
        }
        planner.judge_rows(rows, run)?;
        plan = planner.plan;
    }
    plan.layout = layout;
    plan.errors.put_in_order();
    plan.remarks.put_in_order();
    Ok(plan)
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
        self.plan.remarks.add(headless_columns(layout, below));
        let nexts = below.iter().skip(1).map(Some).chain([None]);
        let mut rows = Vec::with_capacity(below.len());
        for (row, next) in below.iter().zip(nexts) {
            if let Some(what) = no_candidacy(layout, row) {
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
            errors.extend(wrong_width(layout, row, next));
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

    fn judge_rows(&mut self, rows: Vec<ReadAs>, run: &RollRun) -> Result<(), Failure> {
        let known = self.judge.known;
        self.plan.rows = rows.len();
        run.enter(RollStage::Comparing, rows.len());
        let (rows, read): (Vec<ReadRow>, Vec<Vec<BulkIssue>>) = rows.into_iter().unzip();
        let mut matcher = Matcher::of(known, &rows);
        let standing = standing_by_name(known);
        let mut seated = Vec::new();
        for (done, (row, mut issues)) in rows.into_iter().zip(read).enumerate() {
            run.reach(done);
            let twice = self.file.twice(self.judge.layout, &row);
            let own = row.place.as_ref().filter(|_| twice.is_empty());
            let own = own.and_then(|place| Some((place, matcher.take(known, &row, place)?)));
            let registration = match own {
                Some((place, at)) => self.changed_row(&row, (place, at), &matcher, &mut issues)?,
                None => self.added_row(&row, &standing, &mut issues),
            };
            let actor = row.place.as_ref().and_then(|it| known.actors.get(it.actor));
            let seat = actor.zip(registration).filter(|_| twice.is_empty());
            if let Some(seat) = seat.and_then(|(actor, it)| Seat::of(&actor.id, &it)) {
                issues.extend(self.file.seat_twice(self.judge.layout, &row, &seat));
                seated.push(SeatedRow {
                    row: row.number,
                    own: own.map(|(_, at)| at),
                    seat,
                });
            }
            self.plan.errors.add(issues);
            self.plan.errors.add(twice);
        }
        let taken = taken_seats(known, self.judge.layout, &seated, &matcher);
        self.plan.errors.add(taken);
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

    /// A row that is there already, judged; the registration that it comes to.
    fn changed_row(
        &mut self,
        row: &ReadRow,
        (place, at): (&RowPlace, usize),
        matcher: &Matcher,
        issues: &mut Vec<BulkIssue>,
    ) -> Result<Option<Registration>, Failure> {
        let Some(stored) = self.judge.known.candidacies.get(at) else {
            return Ok(None);
        };
        let Judged {
            outcome,
            errors,
            remarks,
        } = self.judge.changed(row, place, stored, issues)?;
        issues.extend(errors);
        self.plan.remarks.add(remarks);
        if matcher
            .other_of_person(&outcome.person, place, Some(at))
            .is_some()
        {
            issues.push(self.stands_already(row));
        }
        let registration = outcome.after.registration.clone();
        if outcome.is_nothing(&stored.loaded) {
            self.plan.unchanged += 1;
        } else {
            self.plan.changed.push(Changed {
                row: row.number,
                stored: at,
                change: outcome,
            });
        }
        Ok(Some(registration))
    }

    /// A row that is new, judged; the registration that it comes to, where it says where it stands.
    fn added_row(
        &mut self,
        row: &ReadRow,
        standing: &HashMap<String, Vec<StandingRow>>,
        issues: &mut Vec<BulkIssue>,
    ) -> Option<Registration> {
        let Judged {
            outcome,
            errors,
            remarks,
        } = self.judge.added(row, issues)?;
        issues.extend(errors);
        self.plan.remarks.add(remarks);
        // Where it would stand is not known: nobody is shown it at a place that it does not name.
        row.place.as_ref()?;
        let registration = outcome.registration.clone();
        let key = name_key(&registration.full_name());
        let same = standing.get(&key).map_or(&[][..], Vec::as_slice);
        let setup = &self.judge.known.election.setup;
        let told = registration_remarks::namesakes(&registration, same, setup);
        let layout = self.judge.layout;
        self.plan.remarks.add(
            told.into_iter()
                .map(|it| layout.issue_of(row.number, RollField::GivenNames, &it.code, it.detail)),
        );
        self.plan.added.push(Added {
            row: row.number,
            new: outcome,
        });
        Some(registration)
    }

    fn stands_already(&self, row: &ReadRow) -> BulkIssue {
        let detail = "La persona con esta CURP ya está registrada para el mismo cargo, territorio y calidad.";
        self.judge
            .layout
            .issue_of(row.number, RollField::Curp, "already_exists", detail)
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
