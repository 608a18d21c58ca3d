//! What belongs to one election or one text: the rules that the authority changed, and what whoever
//! wrote a text left as it is.

use serde::{Deserialize, Serialize};
use validator::Validate;

use super::check::Finding;
use super::rule::Rule;
use crate::text;

/// What the electoral authority changed in the built-in rules for one election.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ElectionRules {
    /// Rules that it added; one with the id of a built-in rule takes its place.
    #[serde(default)]
    pub added: Vec<Rule>,
    /// Ids of built-in rules that it switched off.
    #[serde(default)]
    pub off: Vec<String>,
}

impl ElectionRules {
    /// Whether the built-in rules stand as they are.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.added.is_empty() && self.off.is_empty()
    }
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
#[path = "election_tests.rs"]
mod election_tests;
