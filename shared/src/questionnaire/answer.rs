//! One answer: a value, or an explicit "No proporcionó". Absence is neither.

use serde::{Serialize, Serializer};

/// Always `true` in JSON: the flag of an explicit "No proporcionó".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Declared;

impl Serialize for Declared {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(true)
    }
}

/// `{"value": …}` or `{"not_provided": true}`; a field that is absent or `null` is unanswered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum Answer<T> {
    /// The answer: a text or code, or a list where several are possible.
    Value {
        /// What was answered.
        value: T,
    },
    /// **No proporcionó.** A deliberate decision, and complete.
    NotProvided {
        /// Always `true`.
        #[cfg_attr(feature = "openapi", schema(value_type = bool))]
        not_provided: Declared,
    },
}

impl<T> Answer<T> {
    /// An answer.
    pub const fn of(value: T) -> Self {
        Self::Value { value }
    }

    /// **No proporcionó.**
    #[must_use]
    pub const fn not_provided() -> Self {
        Self::NotProvided {
            not_provided: Declared,
        }
    }

    /// What was answered, if anything was.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value { value } => Some(value),
            Self::NotProvided { .. } => None,
        }
    }

    /// Whether it is the explicit "No proporcionó".
    pub const fn is_not_provided(&self) -> bool {
        matches!(self, Self::NotProvided { .. })
    }
}

/// The value of a field that may be unanswered.
pub(super) fn value<T>(answer: Option<&Answer<T>>) -> Option<&T> {
    answer.and_then(Answer::value)
}

/// Whether a field is flagged "No proporcionó".
pub(super) fn flagged<T>(answer: Option<&Answer<T>>) -> bool {
    answer.is_some_and(Answer::is_not_provided)
}
