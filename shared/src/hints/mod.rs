//! Quality hints on the texts of a candidacy, shown at submission and in review: capitals, padding,
//! a sentence given to several sections, the name of another actor. None of them blocks.
//!
//! Near-identical texts of other candidacies need those, so the server finds them.

mod capitals;
mod mention;
mod padding;
mod repeated;
mod sentence;

use std::ops::Range;

pub use mention::{ActorNames, Names};
use sentence::Sentence;

use crate::api::hints::{Hint, HintKind};
use crate::language::{Token, tokens};
use crate::questionnaire::Section;

/// How long an excerpt may be, in characters.
const EXCERPT: usize = 90;

/// A text with its words and sentences, read once for everything that is looked for.
struct Read<'a> {
    section: Section,
    text: &'a str,
    words: Vec<Token>,
    sentences: Vec<Sentence>,
}

impl<'a> Read<'a> {
    fn new(section: Section, text: &'a str) -> Self {
        let words = tokens(text);
        Self {
            section,
            text,
            sentences: sentence::split(text, &words),
            words,
        }
    }

    /// The hint on a passage of it.
    fn hint(&self, kind: HintKind, passage: Range<usize>, other: Option<Section>) -> Hint {
        Hint {
            section: self.section,
            kind,
            excerpt: excerpt(&self.text[passage]),
            other,
        }
    }
}

/// Every hint on the texts of one candidacy, in the order of its sections.
#[must_use]
pub fn check(texts: &[(Section, &str)], names: &Names) -> Vec<Hint> {
    let texts: Vec<_> = texts
        .iter()
        .map(|(section, text)| Read::new(*section, text))
        .collect();
    let mut hints = repeated::find(&texts);
    for text in &texts {
        let found = [
            (HintKind::Capitals, capitals::find(&text.words)),
            (HintKind::Padding, padding::find(text)),
            (HintKind::Mention, names.find(&text.words)),
        ];
        let found = found.into_iter();
        hints.extend(found.filter_map(|(kind, passage)| Some(text.hint(kind, passage?, None))));
    }
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
