//! What a reviewer did about what was found in a text: their own notes, which no second person reads.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::fields::{Length, pointers};
use super::hints::{Hint, HintKind, SimilarText};
use crate::ids::CandidacyId;
use crate::language::{Finding, Ignored};
use crate::questionnaire::Section;

/// One thing that was found in a section, by what stays the same while the text does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum FoundOnDesk {
    /// By the check of language.
    Language {
        /// The id of the rule.
        rule: String,
        /// What stands in the text.
        text: String,
    },
    /// A quality hint.
    Hint {
        /// What looks doubtful.
        hint: HintKind,
        /// The words it is about.
        excerpt: String,
    },
    /// A text of another candidacy that is near-identical.
    Similar {
        /// The other candidacy.
        candidacy: CandidacyId,
        /// Its section.
        section: Section,
    },
}

impl FoundOnDesk {
    /// This finding of the check of language.
    #[must_use]
    pub fn in_language(finding: &Finding) -> Self {
        let Ignored { rule, text } = Ignored::of(finding);
        Self::Language { rule, text }
    }

    /// This quality hint.
    #[must_use]
    pub fn as_hint(hint: &Hint) -> Self {
        Self::Hint {
            hint: hint.kind,
            excerpt: hint.excerpt.clone(),
        }
    }

    /// This near-identical text.
    #[must_use]
    pub fn as_similar(it: &SimilarText) -> Self {
        Self::Similar {
            candidacy: it.candidacy.clone(),
            section: it.other_section,
        }
    }
}

/// What was found and handled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct HandledFinding {
    /// What was found.
    pub found: FoundOnDesk,
    /// What was done about it.
    pub note: Option<String>,
    /// When it was marked.
    pub at: DateTime<Utc>,
}

/// Marks something found as handled, or takes the mark back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct HandlingRequest {
    /// The version in which it was found.
    pub version: u32,
    /// What was found.
    pub found: FoundOnDesk,
    /// Whether it is handled.
    pub handled: bool,
    /// **Nota**: what was done about it; only its author reads it.
    #[serde(default)]
    #[validate(length(
        min = Self::NOTE_LENGTH.min,
        max = Self::NOTE_LENGTH.max,
        message = "Escriba la nota en 1 a 500 caracteres, o déjela vacía."
    ))]
    pub note: Option<String>,
}

impl HandlingRequest {
    /// Of **Nota**.
    pub const NOTE_LENGTH: Length = Length::of(1, 500);
}

pointers! {
    HandlingRequest {
        NOTE = "/note",
    }
}
