//! Formación académica (`docs/domain/curricular.md#education`).

use std::str::FromStr;

use serde::Serialize;
use serde_json::{Map, Value};

use super::answer::{Answer, flagged, value};
use super::reader::{self, At, Report, deserialize_by_reading};
use super::{IssueCode, Limits, Section};
use crate::catalogues::{Degree, DegreeStatus};

/// **Formación académica.** Degree, its status, and further education.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Education {
    /// **Grado máximo de estudios.**
    #[serde(skip_serializing_if = "Option::is_none")]
    pub degree: Option<Answer<Degree>>,
    /// **Estatus.** Not asked with "Sin estudios".
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<Answer<DegreeStatus>>,
    /// **Cursos, diplomados, seminarios, entre otros.** Optional.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub courses: Option<Answer<Vec<String>>>,
}

impl Education {
    /// **No proporcionó**, for the whole section.
    #[must_use]
    pub const fn not_provided() -> Self {
        Self {
            degree: Some(Answer::not_provided()),
            status: None,
            courses: None,
        }
    }

    /// The degree, where one was answered.
    #[must_use]
    pub fn degree(&self) -> Option<Degree> {
        value(self.degree.as_ref()).copied()
    }

    /// The status of the degree, where one was answered.
    #[must_use]
    pub fn status(&self) -> Option<DegreeStatus> {
        value(self.status.as_ref()).copied()
    }

    /// The courses; empty when there are none.
    #[must_use]
    pub fn courses(&self) -> &[String] {
        value(self.courses.as_ref()).map_or(&[], Vec::as_slice)
    }

    /// Whether the form asks for the status: once a degree other than "Sin estudios" is chosen.
    #[must_use]
    pub fn asks_status(&self) -> bool {
        self.degree().is_some_and(Degree::has_status)
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.degree.is_none() && self.status.is_none() && self.courses.is_none()
    }

    pub(super) fn is_not_provided(&self) -> bool {
        flagged(self.degree.as_ref()) && self.status().is_none() && self.courses().is_empty()
    }
}

deserialize_by_reading!(Education, read_education);

pub(super) fn read_education(
    value: &Value,
    limits: &Limits,
    report: &mut Report,
) -> Option<Education> {
    let root = At::root(Section::Education.label());
    let known = ["degree", "status", "courses", "not_provided"];
    let map = reader::object(value, &root, &known, report)?;
    if reader::declined(map, &root, &[], report) {
        return Some(Education::not_provided());
    }
    let degree = read_code::<Degree>(
        map,
        &At::field("degree", "Grado máximo de estudios"),
        report,
    );
    let at_status = At::field("status", "Estatus");
    let status = read_code::<DegreeStatus>(map, &at_status, report);
    let courses = read_courses(map, limits, report);
    let read = Education {
        degree,
        status,
        courses,
    };
    if read.status.is_some() {
        if read.degree().is_some_and(|degree| !degree.has_status()) {
            let what = "no aplica cuando el grado es «Sin estudios»";
            report.add(&at_status, IssueCode::NotApplicable, what);
        } else if flagged(read.degree.as_ref()) {
            let what = "no aplica cuando no se proporcionó el grado";
            report.add(&at_status, IssueCode::NotApplicable, what);
        }
    }
    Some(read)
}

fn read_code<T: FromStr>(
    map: &Map<String, Value>,
    at: &At,
    report: &mut Report,
) -> Option<Answer<T>> {
    let value = match reader::answer(map, at, report)? {
        Answer::NotProvided { .. } => return Some(Answer::not_provided()),
        Answer::Value { value } => value,
    };
    let at = at.child("value");
    let code = reader::string(value, &at, report).filter(|code| !code.is_empty())?;
    match code.parse() {
        Ok(known) => Some(Answer::of(known)),
        Err(_) => {
            report.add(
                &at,
                IssueCode::NotInCatalogue,
                "la opción no está en la lista",
            );
            None
        }
    }
}

/// Courses whose letters were lost on their way.
pub(super) fn warnings_of_education(education: &Education, report: &mut Report) {
    let at = At::field("courses", COURSES).child("value");
    for (index, course) in education.courses().iter().enumerate() {
        reader::doubt_lost_letters(course, &at.item(index), report);
    }
}

/// The label of the courses where a message names them.
const COURSES: &str = "Cursos, diplomados, seminarios, entre otros";

fn read_courses(
    map: &Map<String, Value>,
    limits: &Limits,
    report: &mut Report,
) -> Option<Answer<Vec<String>>> {
    let at = At::field("courses", COURSES);
    match reader::answer(map, &at, report)? {
        Answer::NotProvided { .. } => Some(Answer::not_provided()),
        Answer::Value { value } => {
            let max = limits.course_max;
            let line =
                |value: &Value, at: &At, report: &mut Report| reader::line(value, at, max, report);
            reader::list(value, &at, limits.courses_max_items, report, line).map(Answer::of)
        }
    }
}

pub(super) fn missing_in_education(education: &Education, report: &mut Report) {
    if education.degree.is_none() {
        let at = At::field("degree", "Grado máximo de estudios");
        report.add(
            &at,
            IssueCode::Required,
            "falta la respuesta, o indicar que no se proporciona",
        );
    } else if education.asks_status() && education.status.is_none() {
        let at = At::field("status", "Estatus");
        report.add(
            &at,
            IssueCode::Required,
            "falta la respuesta, o indicar que no se proporciona",
        );
    }
}
