//! The reply to one question.

use std::fmt;

use serde::Serialize;

/// One code where a question is single, a list where it is multiple.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum Chosen {
    /// The code chosen.
    One(&'static str),
    /// The codes chosen, without repetition.
    Many(Vec<&'static str>),
}

impl Chosen {
    /// The codes, one or several.
    #[must_use]
    pub const fn codes(&self) -> &[&'static str] {
        match self {
            Self::One(code) => std::slice::from_ref(code),
            Self::Many(codes) => codes.as_slice(),
        }
    }

    /// Whether this code is among them.
    #[must_use]
    pub fn has(&self, code: &str) -> bool {
        self.codes().contains(&code)
    }
}

/// `{"value": "yes"}`, or a list in `value` where the question is multiple; with `detail` for the
/// sub-options and `other` for the free text of "Otra/Otro".
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Reply {
    /// The option or options chosen.
    pub value: Chosen,
    /// The sub-options chosen, e.g. which sense, or the size of the business.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub detail: Option<Chosen>,
    /// **Otra / Otro.** What was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
}

impl Reply {
    /// The reply with one option to a single question.
    #[must_use]
    pub const fn one(code: &'static str) -> Self {
        Self {
            value: Chosen::One(code),
            detail: None,
            other: None,
        }
    }

    /// The reply with several options to a multiple question.
    #[must_use]
    pub fn many(codes: &[&'static str]) -> Self {
        Self {
            value: Chosen::Many(codes.to_vec()),
            detail: None,
            other: None,
        }
    }

    /// The same reply with these sub-options.
    #[must_use]
    pub fn with_detail(self, detail: Chosen) -> Self {
        Self {
            detail: Some(detail),
            ..self
        }
    }

    /// The same reply with the text of "Otra/Otro".
    #[must_use]
    pub fn with_other(self, text: &str) -> Self {
        Self {
            other: Some(text.to_owned()),
            ..self
        }
    }
}

impl fmt::Debug for Chosen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Chosen(…)")
    }
}

impl fmt::Debug for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Reply { … }")
    }
}
