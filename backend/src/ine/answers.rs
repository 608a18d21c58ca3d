//! What a row answers to the questionnaire, section by section.

use conoceles_shared::api::Labelled;
use conoceles_shared::api::public::{Content, Provenance, PublicState, SectionRecord};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::text::{has_forbidden_controls, normalise, single_line};

use super::columns::{ANSWERS, Column};
use super::contact;
use super::file_row::Row;
use super::row::{RowReader, own_value};
use super::values::{self, Mapped, Said, said};

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

/// The sections that are one text, with their columns.
const TEXTS: [(Section, Column); 6] = [
    (Section::ProfessionalHistory, Column::History),
    (Section::PoliticalCareer, Column::Career),
    (Section::Motivation, Column::Motivation),
    (Section::Proposal1, Column::Proposal1),
    (Section::Proposal2, Column::Proposal2),
    (Section::GenderProposal, Column::GenderProposal),
];

impl RowReader<'_> {
    /// Nothing was captured where no answer has a value and some are blank: the source fills in
    /// «No proporcionó» for telephone and networks by itself.
    pub(super) fn is_captured(&self, row: &Row) -> bool {
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

    pub(super) fn sections(
        &mut self,
        row: &Row,
        actor: &str,
        captured: bool,
    ) -> Vec<SectionRecord> {
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
