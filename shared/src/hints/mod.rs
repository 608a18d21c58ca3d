//! Quality hints on the texts of a candidacy, shown at submission and in review: capitals, padding,
//! a sentence given to several sections, the name of another actor. None of them blocks.
//!
//! Near-identical texts of other candidacies need those, so the server finds them.

mod capitals;
mod mention;
mod padding;
mod repeated;

pub use mention::{ActorNames, Names};

use crate::api::hints::{Hint, HintKind};
use crate::language::tokens;
use crate::questionnaire::Section;

/// How long an excerpt may be, in characters.
const EXCERPT: usize = 90;

/// Every hint on the texts of one candidacy, in the order of its sections.
#[must_use]
pub fn check(texts: &[(Section, &str)], names: &Names) -> Vec<Hint> {
    let mut hints = Vec::new();
    for (section, text) in texts {
        let words = tokens(text);
        let found = [
            (HintKind::Capitals, capitals::find(&words)),
            (HintKind::Padding, padding::find(text, &words)),
            (HintKind::Mention, names.find(&words)),
        ];
        hints.extend(found.into_iter().filter_map(|(kind, span)| {
            Some(Hint {
                section: *section,
                kind,
                excerpt: excerpt(&text[span?]),
                other: None,
            })
        }));
    }
    hints.extend(repeated::find(texts));
    hints.sort_by_key(|it| (it.section, it.kind));
    hints
}

/// A passage on one line, cut at a word.
fn excerpt(passage: &str) -> String {
    let line = crate::text::single_line(passage);
    if line.chars().count() <= EXCERPT {
        return line;
    }
    let cut: String = line.chars().take(EXCERPT).collect();
    let whole = cut.rfind(' ').filter(|at| *at > EXCERPT / 2);
    format!("{}…", &cut[..whole.unwrap_or(cut.len())])
}

#[cfg(test)]
#[path = "hints_tests.rs"]
mod hints_tests;
