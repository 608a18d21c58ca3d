//! One row of the file as a candidacy of the archive.

use conoceles_shared::api::Labelled;
use conoceles_shared::api::public::{
    Content, Provenance, PublicState, SectionRecord, TerritoryRef,
};
use conoceles_shared::catalogues::Office;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::text::{has_forbidden_controls, normalise, single_line};

use super::columns::{Column, Columns};
use super::contact;
use super::finding::{Finding, brief};
use super::parse::Row;
use super::places::{self, State, Where};
use super::values::{self, Mapped, Said, SexLetters, given, said};

/// A candidacy as the file tells it.
#[derive(Debug, Clone)]
pub struct Planned {
    /// Counting the header as 1.
    pub row: u32,
    /// The actor's name.
    pub actor: String,
    pub name: String,
    pub age: Option<u8>,
    pub sex: Option<Labelled>,
    pub office: Labelled,
    /// The office, where the catalogue has it.
    pub known_office: Option<Office>,
    pub territory: TerritoryRef,
    /// The name of the state.
    pub state: String,
    pub list_position: Option<u32>,
    pub role: Option<Labelled>,
    /// All but photo and identity, which archives do not have.
    pub sections: Vec<SectionRecord>,
    pub captured: bool,
}

/// What the file says to one section.
struct Answered {
    state: PublicState,
    content: Option<Content>,
}

impl Answered {
    const fn with(content: Content) -> Self {
        Self {
            state: PublicState::Published,
            content: Some(content),
        }
    }

    const fn without(state: PublicState) -> Self {
        Self {
            state,
            content: None,
        }
    }
}

/// The columns that answer the questionnaire.
const ANSWERS: [Column; 14] = [
    Column::Address,
    Column::Phone,
    Column::Email,
    Column::Website,
    Column::Networks,
    Column::Degree,
    Column::DegreeStatus,
    Column::Courses,
    Column::History,
    Column::Career,
    Column::Motivation,
    Column::Proposal1,
    Column::Proposal2,
    Column::GenderProposal,
];

/// The sections that are one text, with their columns.
const TEXTS: [(Section, Column); 6] = [
    (Section::ProfessionalHistory, Column::History),
    (Section::PoliticalCareer, Column::Career),
    (Section::Motivation, Column::Motivation),
    (Section::Proposal1, Column::Proposal1),
    (Section::Proposal2, Column::Proposal2),
    (Section::GenderProposal, Column::GenderProposal),
];

/// Takes rows one after the other, noting what is wrong and what is doubtful.
#[derive(Debug)]
pub(super) struct RowReader<'a> {
    columns: &'a Columns,
    letters: SexLetters,
    /// What stops the import.
    pub(super) errors: Vec<Finding>,
    /// What does not.
    pub(super) warnings: Vec<Finding>,
}

impl<'a> RowReader<'a> {
    pub(super) const fn new(columns: &'a Columns, letters: SexLetters) -> Self {
        Self {
            columns,
            letters,
            errors: Vec::new(),
            warnings: Vec::new(),
        }
    }

    fn error(&mut self, row: &Row, column: Column, text: impl Into<String>) {
        let finding = Finding::cell(row.number, self.columns.name(column), text);
        self.errors.push(finding);
    }

    fn warn(&mut self, row: &Row, column: Column, text: impl Into<String>) {
        let finding = Finding::cell(row.number, self.columns.name(column), text);
        self.warnings.push(finding);
    }

    /// The candidacy of a row; `None` where something in it is wrong.
    pub(super) fn candidacy(&mut self, row: &Row) -> Option<Planned> {
        let before = self.errors.len();
        if let Some(what) = wrong_width(row, self.columns.width) {
            self.errors.push(Finding::row(row.number, what));
        }
        let actor = self.actor(row);
        let name = self.needed(row, Column::Name);
        let office_text = self.needed(row, Column::Office);
        let entity = self.needed(row, Column::Entity);
        let age = self.age(row);
        let list_position = self.position(row);
        if self.errors.len() > before {
            return None;
        }
        let (office, known_office) = values::office(&office_text);
        if !office.known {
            self.warn(row, Column::Office, own_value(&office));
        }
        let state = self.state(row, &entity);
        let territory = self.territory(row, &state, known_office, &office_text);
        let captured = self.is_captured(row);
        Some(Planned {
            row: row.number,
            name,
            age,
            sex: self.sex(row),
            office: office.value,
            known_office,
            territory,
            state: state.name,
            list_position,
            role: self.role(row),
            sections: self.sections(row, &actor, captured),
            captured,
            actor,
        })
    }

    fn needed(&mut self, row: &Row, column: Column) -> String {
        match given(self.columns.cell(row, column)) {
            Some(value) => single_line(value),
            None => {
                self.error(row, column, "está vacía");
                String::new()
            }
        }
    }

    /// The name on the ballot: of the coalition where there is one, else of the party.
    fn actor(&mut self, row: &Row) -> String {
        let columns = [
            Column::Actor,
            Column::Coalition,
            Column::Party,
            Column::CoalitionParties,
        ];
        let named = columns
            .into_iter()
            .find_map(|it| given(self.columns.cell(row, it)));
        match named {
            Some(name) => single_line(name),
            None => {
                let has = |it: &Column| self.columns.has(*it);
                let column = columns.into_iter().find(has).unwrap_or(Column::Actor);
                self.error(row, column, "está vacía");
                String::new()
            }
        }
    }

    fn age(&mut self, row: &Row) -> Option<u8> {
        let cell = given(self.columns.cell(row, Column::Age))?;
        match values::whole(cell).and_then(|it| u8::try_from(it).ok()) {
            Some(age) if age <= 120 => {
                if age < 18 {
                    self.warn(row, Column::Age, format!("{age} años es menos que 18"));
                }
                Some(age)
            }
            _ => {
                let what = format!("«{}» no es una edad", brief(cell));
                self.error(row, Column::Age, what);
                None
            }
        }
    }

    fn position(&mut self, row: &Row) -> Option<u32> {
        let cell = given(self.columns.cell(row, Column::Position))?;
        let position = values::whole(cell);
        if position.is_none() {
            let what = format!("«{}» no es un número entero", brief(cell));
            self.error(row, Column::Position, what);
        }
        position
    }

    fn state(&mut self, row: &Row, entity: &str) -> State {
        let state = places::state(entity);
        if !state.known {
            let what = format!(
                "«{}» no es una de las 32 entidades; se conserva",
                brief(entity)
            );
            self.warn(row, Column::Entity, what);
        }
        state
    }

    fn territory(
        &self,
        row: &Row,
        state: &State,
        office: Option<Office>,
        office_text: &str,
    ) -> TerritoryRef {
        let place = Where {
            office,
            office_text,
            district: self.columns.cell(row, Column::District),
            circumscription: self.columns.cell(row, Column::Circumscription),
            municipality: self.columns.cell(row, Column::Municipality),
        };
        places::territory(state, &place)
    }

    fn sex(&mut self, row: &Row) -> Option<Labelled> {
        let cell = given(self.columns.cell(row, Column::Sex))?;
        if let Some(sex) = self.letters.sex(cell) {
            return Some(Labelled::new(sex.code(), sex.label()));
        }
        // A lone M is said once for the file.
        if cell.eq_ignore_ascii_case("m") {
            return None;
        }
        let value = Labelled::new(values::slug(cell), values::sentence(cell));
        let mapped = Mapped {
            value,
            known: false,
        };
        self.warn(row, Column::Sex, own_value(&mapped));
        Some(mapped.value)
    }

    fn role(&mut self, row: &Row) -> Option<Labelled> {
        let cell = given(self.columns.cell(row, Column::Role))?;
        let role = values::role(cell);
        if role.is_some() {
            return role;
        }
        let value = Labelled::new(values::slug(cell), values::sentence(cell));
        let mapped = Mapped {
            value,
            known: false,
        };
        self.warn(row, Column::Role, own_value(&mapped));
        Some(mapped.value)
    }

    /// Nothing was captured where no answer has a value and some are blank: the source fills in
    /// «No proporcionó» for telephone and networks by itself.
    fn is_captured(&self, row: &Row) -> bool {
        let mut blank = false;
        for column in ANSWERS.into_iter().filter(|it| self.columns.has(*it)) {
            match said(self.columns.cell(row, column)) {
                Said::Value(_) => return true,
                Said::Blank => blank = true,
                Said::Declined => {}
            }
        }
        !blank
    }

    fn sections(&mut self, row: &Row, actor: &str, captured: bool) -> Vec<SectionRecord> {
        let contact = match contact::fields(self.columns, row) {
            Some(fields) if fields.iter().any(|it| !it.values.is_empty()) => {
                Answered::with(Content::Contact { fields })
            }
            Some(_) => Answered::without(PublicState::NotProvided),
            None => Answered::without(PublicState::NotCaptured),
        };
        let mut all = vec![
            (Section::Contact, contact),
            (Section::Education, self.education(row)),
        ];
        for (section, column) in TEXTS {
            all.push((section, self.text(row, column)));
        }
        all.into_iter()
            .map(|(section, answered)| {
                let nothing = Answered::without(PublicState::NotCaptured);
                record(section, if captured { answered } else { nothing }, actor)
            })
            .collect()
    }

    fn text(&mut self, row: &Row, column: Column) -> Answered {
        match said(self.columns.cell(row, column)) {
            Said::Blank => Answered::without(PublicState::NotCaptured),
            Said::Declined => Answered::without(PublicState::NotProvided),
            Said::Value(value) => {
                let mut text = normalise(value);
                if has_forbidden_controls(&text) {
                    text.retain(|it| !has_forbidden_controls(it.encode_utf8(&mut [0; 4])));
                    self.warn(row, column, "se quitaron caracteres de control");
                }
                Answered::with(Content::Text { text })
            }
        }
    }

    fn education(&mut self, row: &Row) -> Answered {
        let degree = self.mapped(row, Column::Degree, values::degree);
        let status = self.mapped(row, Column::DegreeStatus, values::degree_status);
        let courses = match said(self.columns.cell(row, Column::Courses)) {
            Said::Value(value) => values::courses(value),
            _ => Vec::new(),
        };
        if degree.is_some() || status.is_some() || !courses.is_empty() {
            return Answered::with(Content::Education {
                degree,
                status,
                courses,
            });
        }
        let cells = [Column::Degree, Column::DegreeStatus, Column::Courses];
        let declined = |it: &Column| said(self.columns.cell(row, *it)) == Said::Declined;
        if cells.iter().any(declined) {
            Answered::without(PublicState::NotProvided)
        } else {
            Answered::without(PublicState::NotCaptured)
        }
    }

    /// The value of a catalogue, or one of the archive's own with a warning.
    fn mapped(&mut self, row: &Row, column: Column, map: fn(&str) -> Mapped) -> Option<Labelled> {
        let Said::Value(cell) = said(self.columns.cell(row, column)) else {
            return None;
        };
        let mapped = map(&single_line(cell));
        if !mapped.known {
            self.warn(row, column, own_value(&mapped));
        }
        Some(mapped.value)
    }
}

fn record(section: Section, answered: Answered, actor: &str) -> SectionRecord {
    let Answered { state, content } = answered;
    SectionRecord {
        section: section.code().to_owned(),
        label: section.label().to_owned(),
        provenance: (state != PublicState::NotCaptured).then(|| Provenance {
            captured_by: actor.to_owned(),
            captured_at: None,
            validated_by: None,
            validated_at: None,
            version: 1,
        }),
        state,
        content,
    }
}

fn own_value(mapped: &Mapped) -> String {
    let Labelled { code, label } = &mapped.value;
    format!(
        "«{}» no está en el catálogo; se conserva como «{code}»",
        brief(label)
    )
}

/// What is wrong with the number of cells. Empty ones at the end do not count.
fn wrong_width(row: &Row, width: usize) -> Option<String> {
    let beyond = row.cells.iter().skip(width).any(|it| !it.is_empty());
    let found = row.cells.len();
    (beyond || found < width).then(|| format!("tiene {found} columnas; se esperaban {width}"))
}
