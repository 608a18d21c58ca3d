//! The six sections that are one text (`docs/domain/curricular.md#texts`).

use serde::Serialize;
use serde_json::Value;

use super::answer::Declared;
use super::reader::{self, At, Report, deserialize_by_reading};
use super::{IssueCode, Limits, Section};
use crate::text::{self, CountingMode};

/// `{"text": "…"}` or `{"not_provided": true}`: professional history, political career, motivation
/// and the three proposals.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum TextAnswer {
    /// The text; an empty one is unanswered.
    Text {
        /// What was written, with LF line ends and no outer white space.
        text: String,
    },
    /// **No proporcionó.** A deliberate decision, and complete.
    NotProvided {
        /// Always `true`.
        #[cfg_attr(feature = "openapi", schema(value_type = bool))]
        not_provided: Declared,
    },
}

impl Default for TextAnswer {
    fn default() -> Self {
        Self::Text {
            text: String::new(),
        }
    }
}

impl TextAnswer {
    /// An answer, normalised.
    #[must_use]
    pub fn of(text: &str) -> Self {
        Self::Text {
            text: text::normalise(text),
        }
    }

    /// **No proporcionó.**
    #[must_use]
    pub const fn not_provided() -> Self {
        Self::NotProvided {
            not_provided: Declared,
        }
    }

    /// The text, unless it is the explicit "No proporcionó".
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text { text } => Some(text),
            Self::NotProvided { .. } => None,
        }
    }

    /// Whether it is the explicit "No proporcionó".
    #[must_use]
    pub const fn is_not_provided(&self) -> bool {
        matches!(self, Self::NotProvided { .. })
    }
}

deserialize_by_reading!(TextAnswer, |value, limits, report| {
    read_text_answer(Section::ProfessionalHistory, value, limits, report)
});

pub(super) fn read_text_answer(
    section: Section,
    value: &Value,
    limits: &Limits,
    report: &mut Report,
) -> Option<TextAnswer> {
    let root = At::root(section.label());
    let map = reader::object(value, &root, &["text", "not_provided"], report)?;
    if reader::declined(map, &root, &[], report) {
        return Some(TextAnswer::not_provided());
    }
    let Some(raw) = reader::present(map, "text") else {
        return Some(TextAnswer::default());
    };
    let at = root.child("text");
    let text = text::normalise(&reader::string(raw, &at, report)?);
    let (_, max) = limits.text_range(section)?;
    let length = text::count(&text, limits.counting);
    if length <= max && reader::too_many_marks(&text, max) {
        let what = "tiene demasiados espacios, saltos de línea o signos que no se cuentan";
        report.add(&at, IssueCode::TooLong, what);
    } else if length > max {
        let what = format!(
            "{}; el máximo es {}{} y hay {}",
            characters("sobra", length.saturating_sub(max)),
            text::with_thousands(max),
            how(limits.counting),
            text::with_thousands(length),
        );
        report.add(&at, IssueCode::TooLong, &what);
    }
    Some(TextAnswer::Text { text })
}

pub(super) fn missing_in_text(
    section: Section,
    answer: &TextAnswer,
    limits: &Limits,
    report: &mut Report,
) {
    let (Some(text), Some((min, _))) = (answer.text(), limits.text_range(section)) else {
        return;
    };
    let at = At::root(section.label()).child("text");
    let length = text::count(text, limits.counting);
    if text.is_empty() {
        report.add(
            &at,
            IssueCode::Required,
            "falta la respuesta, o indicar que no se proporciona",
        );
    } else if length < min {
        let what = format!(
            "{}; el mínimo es {}{} y hay {}",
            characters("falta", min.saturating_sub(length)),
            text::with_thousands(min),
            how(limits.counting),
            text::with_thousands(length),
        );
        report.add(&at, IssueCode::TooShort, &what);
    }
}

/// "falta 1 carácter", "faltan 12 caracteres".
fn characters(verb: &str, count: u32) -> String {
    match count {
        1 => format!("{verb} 1 carácter"),
        _ => format!("{verb}n {} caracteres", text::with_thousands(count)),
    }
}

const fn how(counting: CountingMode) -> &'static str {
    match counting {
        CountingMode::Total => "",
        CountingMode::WithoutSpaces => " sin contar espacios",
    }
}
