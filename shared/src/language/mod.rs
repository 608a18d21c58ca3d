//! The assistant for inclusive language: what it finds, it explains; nothing it finds blocks.
//!
//! The same function runs while someone types and again on the server. Rules are data (`rule`,
//! `rules/*.json`), which an election can extend; how they match is in
//! `docs/decisions/0014-language-by-words-and-agreement.md`.

mod built_in;
mod capitals;
mod check;
mod edit;
mod endings;
mod exemptions;
mod finding;
pub mod golden;
mod grammar;
mod index;
mod office_words;
mod offices;
mod pattern;
mod phrase;
mod quotations;
mod reading;
mod rule;
mod split;
mod term;
mod things;
mod tokens;
mod words;

pub use capitals::is_in_capitals;
pub use check::{CAPITALS, check};
pub use edit::{carried, replaced, span, utf16};
pub use finding::{Finding, Ignored, ignored_among};
pub use index::Rules;
pub use reading::{EXPLANATION_MAX, parse_election_rules, parse_rules};
pub use rule::{ElectionRules, Level, Rule};
pub use tokens::{Token, tokens};
