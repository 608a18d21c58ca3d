//! What a sheet would change, and everything that stands in its way, before anything is written.

use std::collections::HashMap;
use std::fmt::Write as _;

use conoceles_shared::api::bulk::{BulkChange, BulkDryRun, BulkIssue, BulkRow};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::Who;
use conoceles_shared::names::is_same_name;
use conoceles_shared::problem::Code;
use conoceles_shared::questionnaire::{
    Completeness, FieldIssue, FieldSpec, Section, SectionContent, completeness, missing, parse,
    tidied, warnings,
};
use conoceles_shared::text::normalise;
use conoceles_shared::time::{Instant, local_date};
use serde_json::Value;

use super::columns::{Column, Layout, find_layout, no_header};
use super::photo_files::{ambiguous_photo_files, changed_photo_file};
use super::roll::{Known, Roll};
use super::table::Table;
use super::{cells, guide, notes, versions};
use crate::capture::views;
use crate::core::secrets::sha256_hex;
use crate::core::sheets::grid::{Cell, Row};
use crate::core::sheets::slips::Slip;

/// A row that changes something.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Its number as the sheet shows it.
    pub row: u32,
    /// Whose answers it holds.
    pub candidacy: CandidacyId,
    /// The new contents, in the order of the sections.
    pub contents: Vec<SectionContent>,
    /// The new name of its photo's file.
    pub photo_file: Option<String>,
}

/// The whole sheet.
#[derive(Debug, Default)]
pub struct Plan {
    /// Which column is which, where the sheet has our header.
    pub layout: Option<Layout>,
    /// Rows that name a candidacy.
    pub rows_read: u32,
    /// The rows that change something.
    pub rows: Vec<Planned>,
    /// What has to be corrected first.
    pub errors: Vec<BulkIssue>,
    /// What never blocks.
    pub remarks: Vec<BulkIssue>,
}

/// Plans what a sheet asks for. A section is touched only where one of its cells shows something
/// else than the template would show now; columns that are missing leave their answers alone.
pub fn plan_sheet(table: &Table, roll: &Roll, who: Who<'_>, now: Instant) -> Plan {
    let Some((layout, errors, remarks)) = find_layout(table) else {
        return Plan {
            errors: vec![no_header()],
            ..Plan::default()
        };
    };
    let mut reader = Reader {
        layout: &layout,
        roll,
        who,
        now,
        seen: HashMap::new(),
        plan: Plan {
            errors,
            remarks,
            ..Plan::default()
        },
    };
    let about = notes::about_sheet(table, &layout);
    reader.plan.remarks.extend(about);
    for row in table.rows.iter().skip(layout.before) {
        reader.row(row);
    }
    let mut plan = reader.plan;
    let file = |it: &Planned| {
        it.photo_file
            .clone()
            .map(|name| (it.row, it.candidacy.clone(), name))
    };
    let named: Vec<_> = plan.rows.iter().filter_map(file).collect();
    let ambiguous = ambiguous_photo_files(&layout, &named, roll);
    plan.errors.extend(ambiguous);
    plan.layout = Some(layout);
    plan
}

struct Reader<'a> {
    layout: &'a Layout,
    roll: &'a Roll,
    who: Who<'a>,
    now: Instant,
    seen: HashMap<CandidacyId, u32>,
    plan: Plan,
}

impl<'a> Reader<'a> {
    fn error(&mut self, row: &Row, at: usize, code: &str, detail: impl Into<String>) {
        let issue = self.layout.issue(row.number, at, code, detail);
        self.plan.errors.push(issue);
    }

    fn row(&mut self, row: &Row) {
        let Some((known, repeated)) = self.candidacy(row) else {
            return;
        };
        self.check_name(row, known);
        let mut contents = Vec::new();
        for section in Section::CURRICULAR {
            contents.extend(self.section(row, known, *section));
        }
        let errors = &mut self.plan.errors;
        let photo_file = changed_photo_file(self.layout, row, known, errors);
        if (!contents.is_empty() || photo_file.is_some()) && !repeated {
            self.plan.rows.push(Planned {
                row: row.number,
                candidacy: known.loaded.id.clone(),
                contents,
                photo_file,
            });
        }
    }

    /// The candidacy of a row, and whether an earlier row has it already. Another actor's is as
    /// unknown as one that does not exist.
    fn candidacy(&mut self, row: &Row) -> Option<(&'a Known, bool)> {
        let at = self.layout.place(Column::Id)?;
        let cell = row.cell(at);
        if cell.is_blank() {
            if self.has_answers(row) {
                let detail = "Falta el identificador de la candidatura; cópielo de la plantilla.";
                self.error(row, at, "missing_id", detail);
            }
            return None;
        }
        let id = cell.text.trim().to_lowercase().parse::<CandidacyId>().ok();
        if id.is_none() && !self.has_answers(row) {
            let detail = "El renglón no es de una candidatura; no se lee.";
            let issue = self.layout.issue(row.number, at, "not_a_candidacy", detail);
            self.plan.remarks.push(issue);
            return None;
        }
        self.plan.rows_read = self.plan.rows_read.saturating_add(1);
        if let Some(slip) = cell.slip {
            let (code, detail) = slip.explained();
            self.error(row, at, code, detail);
            return None;
        }
        let Some(known) = id.as_ref().and_then(|it| self.roll.get(it)) else {
            let detail = "La candidatura no existe, o su cuenta no puede consultarla.";
            self.error(row, at, "unknown_candidacy", detail);
            return None;
        };
        let first = *self
            .seen
            .entry(known.loaded.id.clone())
            .or_insert(row.number);
        if first != row.number {
            let detail = format!("Repite la candidatura de la fila {first}; deje una sola.");
            self.error(row, at, "duplicate", detail);
        }
        Some((known, first != row.number))
    }

    fn has_answers(&self, row: &Row) -> bool {
        let columns = self.layout.columns.iter().enumerate();
        columns
            .filter(|(_, column)| matches!(column, Some(Column::Answer(_))))
            .map(|(at, _)| row.cell(at))
            .any(|it| !it.is_blank() && it.slip != Some(Slip::Merged))
    }

    /// Sorting some columns and not the others would give each text to someone else; the name
    /// beside the id tells. What files do to letters on their way is not that.
    fn check_name(&mut self, row: &Row, known: &Known) {
        let Some(at) = self.layout.place(Column::Name) else {
            return;
        };
        let name = row.text(at);
        let own = known.loaded.registration.full_name();
        if !name.trim().is_empty() && !is_same_name(name, &own) {
            let detail = "El nombre no es el de la candidatura de esta fila. Si ordenó la hoja, \
                          revise que se hayan movido todas las columnas.";
            self.error(row, at, "name_mismatch", detail);
        }
    }

    /// The new content of a section; `None` where nothing changes or something is wrong.
    fn section(&mut self, row: &Row, known: &Known, section: Section) -> Option<SectionContent> {
        let fields = self.layout.of(section);
        let stored = known.contents.get(&section);
        let cells: Vec<(usize, &FieldSpec, &Cell)> = fields
            .into_iter()
            .map(|(at, field)| (at, field, row.cell(at)))
            .collect();
        let differs = |(_, field, cell): &&(usize, &FieldSpec, &Cell)| {
            cell.slip.is_some_and(Slip::is_in_the_cell)
                || normalise(&cell.text) != normalise(&cells::written(stored, field))
        };
        let first = cells.iter().find(differs)?.0;
        let mut faulty = false;
        let mut readable: Vec<(&FieldSpec, &str)> = Vec::new();
        for it in &cells {
            let (at, field, cell) = it;
            match cell.slip.filter(|_| differs(&it)).map(Slip::explained) {
                Some((code, detail)) => {
                    self.error(row, *at, code, detail);
                    faulty = true;
                }
                None => readable.push((field, &cell.text)),
            }
        }
        let body = cells::body(section, stored, &readable);
        let limits = known.loaded.limits();
        let read = parse(section, &body, limits);
        let nothing = |it: &SectionContent| match stored {
            Some(stored) => stored == it,
            None => completeness(Some(it), limits) == Completeness::Empty,
        };
        if !faulty && read.as_ref().is_ok_and(nothing) {
            return None;
        }
        let objection = self.objection(row, known, section);
        let free = objection.is_none();
        if let Some((code, detail)) = objection {
            self.error(row, first, code, detail);
        }
        match read {
            Ok(content) if !faulty && free => {
                self.remark(row, known, &content, &body);
                Some(content)
            }
            Ok(_) => None,
            Err(issues) => {
                let issues: Vec<BulkIssue> = issues
                    .iter()
                    .filter_map(|it| self.placed(row, section, it))
                    .collect();
                self.plan.errors.extend(issues);
                None
            }
        }
    }

    /// Why a section that would change may not: it cannot be saved now, or what is stored is not
    /// what the row was downloaded from, so that nobody has seen what would be lost.
    fn objection(
        &self,
        row: &Row,
        known: &Known,
        section: Section,
    ) -> Option<(&'static str, String)> {
        if let Err(refusal) = views::check_save(&known.loaded, section, self.who, self.now) {
            let code = refusal.code();
            let way_out = match code {
                Code::WrongState | Code::PeriodEnded => {
                    " En la hoja, deje esta sección como estaba o quite la fila."
                }
                _ => "",
            };
            return Some((code.as_str(), refusal.detail() + way_out));
        }
        let stored = known.loaded.process.section(section).version;
        let at = self.layout.place(Column::Versions);
        let told = at.and_then(|at| versions::told(row.cell(at), section));
        if stored == 0 || told == Some(stored) {
            return None;
        }
        let label = section.label();
        Some(match told {
            Some(_) => (
                "outdated",
                format!(
                    "«{label}» cambió en el sistema después de descargar la plantilla: \
                     descárguela de nuevo."
                ),
            ),
            None => (
                "unknown_version",
                format!(
                    "«{label}» ya tiene respuestas en el sistema y la fila no dice de qué versión \
                     partió: descargue la plantilla de nuevo y no cambie la columna «{}».",
                    Column::Versions.label()
                ),
            ),
        })
    }

    fn remark(&mut self, row: &Row, known: &Known, content: &SectionContent, body: &Value) {
        let limits = known.loaded.limits();
        let age = known.loaded.registration.age;
        let doubtful = warnings(content, age, local_date(self.now));
        let told = tidied(content.section(), body, limits);
        let found = missing(content, limits)
            .into_iter()
            .chain(doubtful)
            .chain(told);
        let found: Vec<BulkIssue> = found
            .filter_map(|it| self.placed(row, content.section(), &it))
            .collect();
        self.plan.remarks.extend(found);
    }

    /// An issue of the questionnaire at the cell of its field; at the section's first where it is
    /// about the whole of it, or its column is missing.
    fn placed(&self, row: &Row, section: Section, issue: &FieldIssue) -> Option<BulkIssue> {
        let fields = self.layout.of(section);
        let own = fields.iter().find(|(_, field)| field.id == issue.field());
        let (at, _) = own.or_else(|| fields.first())?;
        let code = issue.code.as_str();
        Some(
            self.layout
                .issue(row.number, *at, code, issue.detail.clone()),
        )
    }
}

impl Plan {
    /// Names the file and all that it would change as it stands now.
    pub fn hash(&self, file_sha256: &str, roll: &Roll) -> String {
        let mut text = format!("conoceles bulk 1\n{file_sha256}\n");
        for planned in &self.rows {
            if let Some(name) = &planned.photo_file {
                let _ = writeln!(text, "{} photo {name}", planned.candidacy);
            }
            for content in &planned.contents {
                let section = content.section();
                let stored = roll
                    .get(&planned.candidacy)
                    .map(|it| it.loaded.process.section(section))
                    .unwrap_or_default();
                // Writing to a String cannot fail.
                let _ = writeln!(
                    text,
                    "{} {} {} {}",
                    planned.candidacy,
                    section.code(),
                    stored.version,
                    stored.sha256,
                );
            }
        }
        sha256_hex(text.as_bytes())
    }

    /// The rows that change something, for whoever reads the answer.
    pub fn changes(&self, roll: &Roll) -> Vec<BulkRow> {
        let row = |planned: &Planned| {
            let known = roll.get(&planned.candidacy)?;
            let limits = known.loaded.limits();
            let change = |content: &SectionContent| BulkChange {
                section: content.section(),
                from_version: known.loaded.process.section(content.section()).version,
                completeness: completeness(Some(content), limits),
                deletes: cells::deleted(known.contents.get(&content.section()), content)
                    .map(|field| guide::short(field).to_owned())
                    .collect(),
            };
            Some(BulkRow {
                row: planned.row,
                candidacy: planned.candidacy.clone(),
                name: known.loaded.registration.full_name(),
                changes: planned.contents.iter().map(change).collect(),
                photo_file: planned.photo_file.clone(),
            })
        };
        self.rows.iter().filter_map(row).collect()
    }

    /// How many sections would get a new version.
    pub fn sections(&self) -> u32 {
        let count = self.rows.iter().map(|it| it.contents.len()).sum::<usize>();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// The answer to a dry run.
    pub fn answer(self, hash: String, roll: &Roll) -> BulkDryRun {
        BulkDryRun {
            hash,
            rows_read: self.rows_read,
            rows: self.changes(roll),
            sections_changed: self.sections(),
            errors: self.errors,
            remarks: self.remarks,
        }
    }
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod plan_tests;
