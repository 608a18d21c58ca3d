//! What the rules find in a text, and what whoever wrote it left as it is.

use serde::{Deserialize, Serialize};
use validator::Validate;

use super::rule::Level;
use crate::text;

/// One finding: a span, why, and what could stand there instead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Finding {
    /// The id of the rule, whose explanation says why.
    pub rule: String,
    /// How much it matters.
    pub level: Level,
    /// Where it begins, in characters (Unicode scalar values) from 0.
    pub start: usize,
    /// Where it ends: the first character after it.
    pub end: usize,
    /// What stands there.
    pub text: String,
    /// What can take its place as it is, best first; may be empty.
    pub suggestions: Vec<String>,
}

/// A finding that whoever wrote the text chose to leave as it is: the rule and the words, wherever
/// in the text they stand, so that it stays so while the text around them changes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Ignored {
    /// The id of the rule.
    #[validate(length(max = 250))]
    pub rule: String,
    /// What stands in the text.
    #[validate(length(max = 5000))]
    pub text: String,
}

impl Ignored {
    /// This finding, left as it is.
    #[must_use]
    pub fn of(finding: &Finding) -> Self {
        Self {
            rule: finding.rule.clone(),
            text: finding.text.clone(),
        }
    }

    /// Whether this finding was left as it is, whatever its case and accents are now.
    #[must_use]
    pub fn covers(&self, finding: &Finding) -> bool {
        self.rule == finding.rule && text::fold(&self.text) == text::fold(&finding.text)
    }
}

/// Those of `wanted` that are findings, each once: nothing else can be left as it is.
#[must_use]
pub fn ignored_among(wanted: &[Ignored], findings: &[Finding]) -> Vec<Ignored> {
    let mut kept: Vec<Ignored> = Vec::new();
    for finding in findings {
        let asked = wanted.iter().any(|it| it.covers(finding));
        if asked && !kept.iter().any(|it| it.covers(finding)) {
            kept.push(Ignored::of(finding));
        }
    }
    kept
}

#[cfg(test)]
#[path = "finding_tests.rs"]
mod finding_tests;
