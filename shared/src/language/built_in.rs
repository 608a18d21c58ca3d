//! The rules that come with the program, as data: one file per topic.
//!
//! A rule's source may name a code such as S54: `docs/domain/sources.md` says what it stands for.

use super::rule::Rule;

const PEOPLE: &str = include_str!("rules/people.json");
const OFFICES: &str = include_str!("rules/offices.json");
const WORK: &str = include_str!("rules/work.json");
const TERMS: &str = include_str!("rules/terms.json");
const PHRASES: &str = include_str!("rules/phrases.json");
const METAPHORS: &str = include_str!("rules/metaphors.json");
const ATTENTION: &str = include_str!("rules/attention.json");
const NAMES: &str = include_str!("rules/names.json");

/// The files of rules, in the order in which they are read.
pub(super) const FILES: [&str; 7] = [PEOPLE, OFFICES, WORK, TERMS, PHRASES, METAPHORS, ATTENTION];

/// Every built-in rule. A test holds that each file can be read, so none is missing here.
pub(super) fn built_in_rules() -> Vec<Rule> {
    FILES
        .iter()
        .flat_map(|file| serde_json::from_str::<Vec<Rule>>(file).unwrap_or_default())
        .collect()
}

/// Names of institutions, laws and holidays that capitals do not tell, as phrases.
pub(super) fn built_in_names() -> Vec<String> {
    serde_json::from_str(NAMES).unwrap_or_default()
}

#[cfg(test)]
#[path = "built_in_tests.rs"]
mod built_in_tests;
