//! What a rule is: data, so that an electoral authority can add its own for one election.

use serde::{Deserialize, Serialize};

use crate::catalogues::code_enum;

code_enum! {
    /// How much a finding matters. None of them blocks anything (`docs/domain/language.md#levels`).
    Level {
        Suggestion = "suggestion", "Sugerencia";
        Warning = "warning", "Advertencia";
        /// A person of the authority should look at it: possible violence against a woman in politics.
        HumanAttention = "human_attention", "Atención humana";
    }
}

/// One rule of inclusive language. Words match whole, whatever their accents and case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable name, in lower case with hyphens. A rule of an election with the id of a built-in one
    /// takes its place.
    pub id: String,
    /// How much its findings matter.
    pub level: Level,
    /// Masculine plural nouns, found with and without a determiner: `ciudadanos`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nouns: Vec<String>,
    /// Plural nouns that are masculine only after a masculine determiner (`los jóvenes`), or nouns
    /// only there (`los afectados`).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub articled: Vec<String>,
    /// Words for people in the masculine singular, found in all four forms: `discapacitado`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<String>,
    /// Phrases: words apart by spaces, `a|b` either, `word?` may be missing, `word*` and `*word`
    /// open ends, `..3` up to three other words, `(word)` beside the finding.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub patterns: Vec<String>,
    /// Phrases in which the rule is silent.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub except: Vec<String>,
    /// What to write instead, best first. For nouns: an article at the beginning takes the
    /// determiner's place, `{m}` and `{f}` are the noun's masculine and feminine, `{split}` both.
    /// For terms: `persona …`, made plural where it must be. `{*}`: what an open end stood for.
    #[serde(default)]
    pub suggestions: Vec<String>,
    /// Why, in Spanish, for whoever wrote the text.
    pub explanation: String,
    /// Where the rule comes from.
    pub source: String,
}

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
