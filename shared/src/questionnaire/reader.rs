//! Reading JSON by hand, collecting every error instead of stopping at the first, as serde does.

use std::borrow::Cow;

use serde_json::{Map, Value};

use super::answer::Answer;
use super::{FieldIssue, IssueCode};
use crate::lost_letters::lost_letters;
use crate::text;
use crate::visible::{hidden_count, visible};

/// The issues found so far, and what was tidied without being one.
#[derive(Default)]
pub(crate) struct Report {
    issues: Vec<FieldIssue>,
    notes: Vec<FieldIssue>,
}

impl Report {
    /// Notes an issue; the detail reads "Etiqueta: lo que pasa".
    pub(crate) fn add(&mut self, at: &At, code: IssueCode, what: &str) {
        self.issues.push(at.issue(code, what));
    }

    /// Notes what was tidied, which is no issue.
    pub(crate) fn note(&mut self, at: &At, what: &str) {
        self.notes.push(at.issue(IssueCode::Tidied, what));
    }

    /// How many issues there are so far.
    pub(crate) fn len(&self) -> usize {
        self.issues.len()
    }

    /// What was found to be missing or doubtful.
    pub(crate) fn into_issues(self) -> Vec<FieldIssue> {
        self.issues
    }

    /// What was tidied.
    pub(crate) fn into_notes(self) -> Vec<FieldIssue> {
        self.notes
    }

    /// The content, if there is no issue; otherwise at least one issue.
    pub(crate) fn finish<T>(mut self, read: Option<T>) -> Result<T, Vec<FieldIssue>> {
        match read {
            Some(content) if self.issues.is_empty() => Ok(content),
            _ => {
                if self.issues.is_empty() {
                    self.add(
                        &At::root("Sección"),
                        IssueCode::WrongType,
                        "no se pudo leer",
                    );
                }
                Err(self.issues)
            }
        }
    }
}

/// A place in the submitted JSON: its pointer, and the label people know it by.
#[derive(Clone)]
pub(crate) struct At {
    pub(crate) pointer: String,
    pub(crate) label: String,
}

impl At {
    /// The section itself.
    pub(crate) fn root(label: &str) -> Self {
        Self {
            pointer: String::new(),
            label: label.to_owned(),
        }
    }

    /// A field of the section, under its own label.
    pub(crate) fn field(key: &str, label: &str) -> Self {
        Self {
            pointer: format!("/{key}"),
            label: label.to_owned(),
        }
    }

    /// A part of this place, under the same label.
    pub(crate) fn child(&self, key: &str) -> Self {
        let escaped = key.replace('~', "~0").replace('/', "~1");
        Self {
            pointer: format!("{}/{escaped}", self.pointer),
            label: self.label.clone(),
        }
    }

    /// An issue here; the detail reads "Etiqueta: lo que pasa".
    fn issue(&self, code: IssueCode, what: &str) -> FieldIssue {
        FieldIssue {
            pointer: self.pointer.clone(),
            code,
            detail: format!("{}: {what}", self.label),
        }
    }

    /// One item of this list, numbered as people count.
    pub(crate) fn item(&self, index: usize) -> Self {
        Self {
            pointer: format!("{}/{index}", self.pointer),
            label: format!("{} {}", self.label, index.saturating_add(1)),
        }
    }
}

/// The members of an object; every key that is not known is an issue.
pub(crate) fn object<'v>(
    value: &'v Value,
    at: &At,
    known: &[&str],
    report: &mut Report,
) -> Option<&'v Map<String, Value>> {
    let Value::Object(map) = value else {
        report.add(at, IssueCode::WrongType, "se esperaba un objeto");
        return None;
    };
    for key in map.keys().filter(|key| !known.contains(&key.as_str())) {
        let shown: String = key.chars().filter(|c| !c.is_control()).take(40).collect();
        let what = format!("el campo «{shown}» no existe");
        report.add(&at.child(key), IssueCode::UnknownField, &what);
    }
    Some(map)
}

/// A member that is there and is not `null`.
pub(crate) fn present<'v>(map: &'v Map<String, Value>, key: &str) -> Option<&'v Value> {
    map.get(key).filter(|value| !value.is_null())
}

/// The flag `not_provided`, which excludes every other member but those in `allowed`.
pub(crate) fn declined(
    map: &Map<String, Value>,
    at: &At,
    allowed: &[&str],
    report: &mut Report,
) -> bool {
    let declared = match present(map, "not_provided") {
        None | Some(Value::Bool(false)) => return false,
        Some(Value::Bool(true)) => true,
        Some(_) => {
            let at = at.child("not_provided");
            report.add(&at, IssueCode::WrongType, "se esperaba verdadero o falso");
            return false;
        }
    };
    let other = |key: &String| key != "not_provided" && !allowed.contains(&key.as_str());
    if map
        .iter()
        .any(|(key, value)| other(key) && !value.is_null())
    {
        let what = "si se indica «No proporcionó» no puede haber otra respuesta";
        report.add(at, IssueCode::Exclusive, what);
    }
    declared
}

/// `{"value": …}` or `{"not_provided": true}`; `None` when unanswered.
pub(crate) fn answer<'v>(
    map: &'v Map<String, Value>,
    at: &At,
    report: &mut Report,
) -> Option<Answer<&'v Value>> {
    let key = at.pointer.trim_start_matches('/');
    let inner = object(present(map, key)?, at, &["value", "not_provided"], report)?;
    if declined(inner, at, &[], report) {
        return Some(Answer::not_provided());
    }
    present(inner, "value").map(Answer::of)
}

/// A text as it came, but for what nobody can see.
pub(crate) fn string<'v>(value: &'v Value, at: &At, report: &mut Report) -> Option<Cow<'v, str>> {
    let Value::String(raw) = value else {
        report.add(at, IssueCode::WrongType, "se esperaba texto");
        return None;
    };
    let seen = visible(raw);
    if text::has_forbidden_controls(&seen) {
        let what = "tiene caracteres de control que no se admiten; escríbalo de nuevo sin pegarlo";
        report.add(at, IssueCode::ForbiddenCharacter, what);
        return None;
    }
    match hidden_count(raw) {
        0 => {}
        1 => report.note(at, "se quitó 1 carácter que no se ve"),
        many => {
            let many = text::with_thousands(u32::try_from(many).unwrap_or(u32::MAX));
            report.note(at, &format!("se quitaron {many} caracteres que no se ven"));
        }
    }
    Some(seen)
}

/// Letters that a text lost on its way, as from a file that was saved in another encoding.
pub(crate) fn doubt_lost_letters(text: &str, at: &At, report: &mut Report) {
    if let Some(loss) = lost_letters(text) {
        report.add(at, IssueCode::Doubtful, loss.told());
    }
}

/// A text of one line within `max` characters; `None` when blank or refused.
pub(crate) fn line(value: &Value, at: &At, max: u32, report: &mut Report) -> Option<String> {
    let line = text::single_line(&string(value, at, report)?);
    if line.is_empty() {
        return None;
    }
    within(line, at, max, report)
}

/// A line that has at most `max` characters; `None` when it is refused.
pub(crate) fn within(line: String, at: &At, max: u32, report: &mut Report) -> Option<String> {
    let length = text::count(&line, text::CountingMode::Total);
    if length > max || too_many_marks(&line, max) {
        let what = format!(
            "admite hasta {} caracteres y hay {}",
            text::with_thousands(max),
            text::with_thousands(length)
        );
        report.add(at, IssueCode::TooLong, &what);
        return None;
    }
    Some(line)
}

/// A list without blanks or repetitions, of at most `max` items; `None` when nothing is left.
pub(crate) fn list(
    value: &Value,
    at: &At,
    max: u32,
    report: &mut Report,
    mut read: impl FnMut(&Value, &At, &mut Report) -> Option<String>,
) -> Option<Vec<String>> {
    let at = at.child("value");
    let Value::Array(values) = value else {
        report.add(&at, IssueCode::WrongType, "se esperaba una lista");
        return None;
    };
    let mut items: Vec<String> = Vec::new();
    for (index, value) in values
        .iter()
        .enumerate()
        .filter(|(_, value)| !value.is_null())
    {
        let at = at.item(index);
        let Some(item) = read(value, &at, report) else {
            continue;
        };
        if items
            .iter()
            .any(|other| other.to_lowercase() == item.to_lowercase())
        {
            report.add(&at, IssueCode::Duplicate, "está repetido");
        } else {
            items.push(item);
        }
    }
    let count = u32::try_from(items.len()).unwrap_or(u32::MAX);
    if count > max {
        let what = format!(
            "se admiten hasta {} y hay {}",
            text::with_thousands(max),
            text::with_thousands(count)
        );
        report.add(&at, IssueCode::TooMany, &what);
    }
    (!items.is_empty()).then_some(items)
}

/// Characters that do not count (marks, and spaces in one mode) may not swell a text without end.
pub(crate) fn too_many_marks(text: &str, max: u32) -> bool {
    let bound = usize::try_from(max.saturating_mul(4)).unwrap_or(usize::MAX);
    text.chars().nth(bound).is_some()
}

/// `Deserialize` through the reader, without limits: what was accepted once can be read again even
/// after the settings changed, and serde and [`super::parse`] can never disagree.
macro_rules! deserialize_by_reading {
    ($type:ty, $read:expr) => {
        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let value = serde_json::Value::deserialize(deserializer)?;
                let limits = $crate::questionnaire::Limits::unlimited();
                let mut report = $crate::questionnaire::reader::Report::default();
                let read = $read(&value, &limits, &mut report);
                report.finish(read).map_err(|issues| {
                    let details: Vec<String> = issues
                        .into_iter()
                        .map(|issue| format!("{} {}", issue.pointer, issue.detail))
                        .collect();
                    serde::de::Error::custom(details.join("; "))
                })
            }
        }
    };
}

pub(crate) use deserialize_by_reading;
