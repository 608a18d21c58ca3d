//! The questionnaires: one definition of every field, limit, option and rule
//! (`docs/domain/curricular.md`, `docs/domain/identity.md`).
//!
//! Every field of contact, education and identity is an answer: `{"value": …}`, absent when
//! unanswered, and in contact and education `{"not_provided": true}` for an explicit
//! "No proporcionó". The six texts are `{"text": "…"}` or `{"not_provided": true}`. A whole
//! curricular section may be `{"not_provided": true}` (the photo with its internal `reason`).

mod answer;
mod badge;
mod consents;
mod contact;
mod education;
mod fields;
mod identity;
mod issue;
mod limits;
mod photo;
mod privacy_notice;
pub(crate) mod reader;
mod registration;
mod savable;
mod section;
mod text_answer;
mod visibility;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

pub use answer::{Answer, Declared};
pub use badge::Badge;
pub use consents::{ConsentKind, NOTICE_VERSION};
pub use contact::{Contact, Named};
pub use education::Education;
pub use fields::{FieldKind, FieldSpec, field, fields};
pub use identity::{
    Chosen, Identity, IdentityQuestion, NO, NOT_APPLICABLE, OTHER, OptionSpec, PREFER_NOT_TO_SAY,
    QUESTIONS, QuestionId, Reply, YES, is_open, question,
};
pub use issue::{FieldIssue, IssueCode};
pub use limits::Limits;
pub use photo::{PHOTO_RULES, Photo, PhotoRule, photo_day_ahead};
pub use privacy_notice::{
    NOTICE_PATH, NoticeBlock, NoticeSection, PRIVACY_NOTICE, PrivacyNotice, responsible,
};
pub use registration::{RegistrationField, registration_fields};
pub use savable::{Savable, savable};
pub use section::{Ground, Section};
pub use text_answer::TextAnswer;
pub use visibility::{Completeness, Visibility};

use reader::Report;

/// The content of one section. In JSON it is the content alone: the section comes from the path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
#[expect(
    clippy::large_enum_variant,
    reason = "one or two exist at a time, and none is moved in bulk"
)]
pub enum SectionContent {
    /// **Fotografía.**
    Photo(Photo),
    /// **Medios de contacto.**
    Contact(Contact),
    /// **Formación académica.**
    Education(Education),
    /// **Historia profesional y/o laboral.**
    ProfessionalHistory(TextAnswer),
    /// **Trayectoria política y/o participación social.**
    PoliticalCareer(TextAnswer),
    /// **¿Por qué quiere ocupar un cargo público?**
    Motivation(TextAnswer),
    /// **Principales propuestas – 1.**
    Proposal1(TextAnswer),
    /// **Principales propuestas – 2.**
    Proposal2(TextAnswer),
    /// **Propuesta en materia de género o del grupo en situación de discriminación.**
    GenderProposal(TextAnswer),
    /// **Cuestionario de identidad.**
    Identity(Identity),
}

impl SectionContent {
    /// The section it is the content of.
    #[must_use]
    pub const fn section(&self) -> Section {
        match self {
            Self::Photo(_) => Section::Photo,
            Self::Contact(_) => Section::Contact,
            Self::Education(_) => Section::Education,
            Self::ProfessionalHistory(_) => Section::ProfessionalHistory,
            Self::PoliticalCareer(_) => Section::PoliticalCareer,
            Self::Motivation(_) => Section::Motivation,
            Self::Proposal1(_) => Section::Proposal1,
            Self::Proposal2(_) => Section::Proposal2,
            Self::GenderProposal(_) => Section::GenderProposal,
            Self::Identity(_) => Section::Identity,
        }
    }

    /// The text, if the section is one text and it was not declined.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.text_answer().and_then(TextAnswer::text)
    }

    /// The answer, if the section is one text.
    #[must_use]
    pub const fn text_answer(&self) -> Option<&TextAnswer> {
        match self {
            Self::ProfessionalHistory(answer)
            | Self::PoliticalCareer(answer)
            | Self::Motivation(answer)
            | Self::Proposal1(answer)
            | Self::Proposal2(answer)
            | Self::GenderProposal(answer) => Some(answer),
            _ => None,
        }
    }

    /// The content of a section that is one text; none for the other sections.
    #[must_use]
    pub fn from_text(section: Section, answer: TextAnswer) -> Option<Self> {
        Some(match section {
            Section::ProfessionalHistory => Self::ProfessionalHistory(answer),
            Section::PoliticalCareer => Self::PoliticalCareer(answer),
            Section::Motivation => Self::Motivation(answer),
            Section::Proposal1 => Self::Proposal1(answer),
            Section::Proposal2 => Self::Proposal2(answer),
            Section::GenderProposal => Self::GenderProposal(answer),
            _ => return None,
        })
    }

    /// The JSON of the content, as [`parse`] reads it.
    #[must_use]
    pub fn to_value(&self) -> Value {
        serde_json::to_value(self).unwrap_or(Value::Null)
    }

    /// Reads stored content, whatever the limits were when it was saved.
    ///
    /// # Errors
    /// Every error of the content; stored content has none unless it was damaged.
    pub fn from_stored(section: Section, value: &Value) -> Result<Self, Vec<FieldIssue>> {
        parse(section, value, &Limits::unlimited())
    }

    fn is_empty(&self) -> bool {
        match self {
            Self::Photo(photo) => matches!(photo, Photo::Empty {}),
            Self::Contact(contact) => contact.is_empty(),
            Self::Education(education) => education.is_empty(),
            Self::Identity(identity) => identity.is_empty(),
            _ => self.text() == Some(""),
        }
    }

    fn is_not_provided(&self) -> bool {
        match self {
            Self::Photo(photo) => matches!(photo, Photo::NotProvided { .. }),
            Self::Contact(contact) => contact.is_not_provided(),
            Self::Education(education) => education.is_not_provided(),
            Self::Identity(_) => false,
            _ => self.text_answer().is_some_and(TextAnswer::is_not_provided),
        }
    }
}

/// Reads a body into a typed section, or returns every error: wrong types, unknown fields, formats,
/// catalogue values, texts over the maximum. Never panics, whatever the JSON.
///
/// # Errors
/// Every issue found; never an empty list.
pub fn parse(
    section: Section,
    value: &Value,
    limits: &Limits,
) -> Result<SectionContent, Vec<FieldIssue>> {
    let mut report = Report::default();
    let read = read_section(section, value, limits, &mut report);
    report.finish(read)
}

/// What [`parse`] tidies in a body, so that whoever wrote it is told: characters that nobody can
/// see, prefixes that are not dialled any more, addresses that were completed.
#[must_use]
pub fn tidied(section: Section, value: &Value, limits: &Limits) -> Vec<FieldIssue> {
    let mut report = Report::default();
    let _ = read_section(section, value, limits, &mut report);
    report.into_notes()
}

fn read_section(
    section: Section,
    value: &Value,
    limits: &Limits,
    report: &mut Report,
) -> Option<SectionContent> {
    match section {
        Section::Photo => photo::read_photo(value, limits, report).map(SectionContent::Photo),
        Section::Contact => {
            contact::read_contact(value, limits, report).map(SectionContent::Contact)
        }
        Section::Education => {
            education::read_education(value, limits, report).map(SectionContent::Education)
        }
        Section::Identity => {
            identity::read_identity(value, limits, report).map(SectionContent::Identity)
        }
        Section::Consents => {
            let what = "se registran uno por uno, no como una sección del cuestionario";
            report.add(
                &reader::At::root(section.label()),
                IssueCode::NotApplicable,
                what,
            );
            None
        }
        _ => text_answer::read_text_answer(section, value, limits, report)
            .and_then(|answer| SectionContent::from_text(section, answer)),
    }
}

/// Reads a body that is to be saved today: refuses what [`parse`] does, and a day of the photo that
/// has not come.
///
/// # Errors
/// Every issue found; never an empty list.
pub fn parse_on(
    today: NaiveDate,
    section: Section,
    value: &Value,
    limits: &Limits,
) -> Result<SectionContent, Vec<FieldIssue>> {
    let read = parse(section, value, limits);
    let ahead = match section {
        Section::Photo => photo_day_ahead(value, today),
        _ => None,
    };
    let Some(ahead) = ahead else {
        return read;
    };
    let mut issues = read.err().unwrap_or_default();
    issues.push(ahead);
    Err(issues)
}

/// What is still missing for "complete": required answers and minimum lengths. Empty exactly when
/// [`completeness`] is `Complete` or `NotProvided`.
#[must_use]
pub fn missing(content: &SectionContent, limits: &Limits) -> Vec<FieldIssue> {
    let mut report = Report::default();
    match content {
        SectionContent::Photo(photo) => photo::missing_in_photo(photo, &mut report),
        SectionContent::Contact(contact) => contact::missing_in_contact(contact, &mut report),
        SectionContent::Education(education) => {
            education::missing_in_education(education, &mut report)
        }
        SectionContent::Identity(identity) => identity::missing_in_identity(identity, &mut report),
        _ => {
            if let Some(answer) = content.text_answer() {
                text_answer::missing_in_text(content.section(), answer, limits, &mut report);
            }
        }
    }
    report.into_issues()
}

/// How far a section got, from its content alone.
#[must_use]
pub fn completeness(content: Option<&SectionContent>, limits: &Limits) -> Completeness {
    let Some(content) = content.filter(|content| !content.is_empty()) else {
        return Completeness::Empty;
    };
    if !missing(content, limits).is_empty() {
        Completeness::InProgress
    } else if content.is_not_provided() {
        Completeness::NotProvided
    } else {
        Completeness::Complete
    }
}

/// What looks doubtful and never blocks: a photo that is old today, an address of another network,
/// identity answers that contradict each other or the age, letters that were lost on their way.
#[must_use]
pub fn warnings(content: &SectionContent, age: Option<u8>, today: NaiveDate) -> Vec<FieldIssue> {
    let mut report = Report::default();
    match content {
        SectionContent::Photo(photo) => photo::warnings_of_photo(photo, today, &mut report),
        SectionContent::Contact(contact) => contact::warnings_of_contact(contact, &mut report),
        SectionContent::Identity(identity) => {
            identity::warnings_of_identity(identity, age, &mut report)
        }
        SectionContent::Education(education) => {
            education::warnings_of_education(education, &mut report);
        }
        _ => {
            if let Some(text) = content.text() {
                let at = reader::At::root(content.section().label()).child("text");
                reader::doubt_lost_letters(text, &at, &mut report);
            }
        }
    }
    report.into_issues()
}

#[cfg(test)]
mod properties_tests;
#[cfg(test)]
mod questionnaire_tests;
#[cfg(test)]
mod sections_tests;
