//! Quality hints on the texts of a candidacy, shown at submission and in review: capitals, padding,
//! a sentence given to several sections, the name of another actor. None of them blocks.
//!
//! Near-identical texts of other candidacies need those, so the server finds them.

mod disguise;
mod formula;
mod mention;
mod padding;
mod text;

use std::collections::HashMap;
use std::ops::Range;

pub use disguise::Unmasked;
pub use formula::legal_formulas;
pub use mention::{ActorNames, Names};
use padding::padding_in;
use text::ReadText;

use crate::api::hints::{Hint, HintKind};
use crate::language::{Token, is_in_capitals};
use crate::questionnaire::Section;

/// Every hint on the texts of one candidacy, in the order of its sections.
#[must_use]
pub fn check(texts: &[(Section, &str)], names: &Names) -> Vec<Hint> {
    let texts: Vec<_> = texts
        .iter()
        .map(|(section, text)| ReadText::new(*section, text))
        .collect();
    let mut hints = repeated_sentences(&texts);
    for text in &texts {
        let found = [
            (HintKind::Capitals, longest_shout(&text.words)),
            (HintKind::Padding, padding_in(text)),
            (HintKind::Mention, names.first_mention(&text.words)),
        ];
        let found = found.into_iter();
        hints.extend(found.filter_map(|(kind, passage)| Some(text.hint(kind, passage?, None))));
    }
    hints.sort_by_key(|it| (it.section, it.kind));
    hints
}

/// One hint for each section that repeats a sentence of an earlier one: the first that does.
fn repeated_sentences(texts: &[ReadText<'_>]) -> Vec<Hint> {
    let mut seen: HashMap<&str, Section> = HashMap::new();
    let mut hints = Vec::new();
    for text in texts {
        let repeated = text
            .sentences
            .iter()
            .find_map(|it| Some((it.bytes.clone(), *seen.get(it.said.as_str())?)));
        if let Some((passage, other)) = repeated {
            hints.push(text.hint(HintKind::Repeated, passage, Some(other)));
        }
        for it in &text.sentences {
            seen.entry(&it.said).or_insert(text.section);
        }
    }
    hints
}

/// The longest run of capitals of a text in capitals; which texts those are, the language assistant
/// knows.
fn longest_shout(words: &[Token]) -> Option<Range<usize>> {
    let shouted = words.iter().filter(|word| word.shouted).count();
    if !is_in_capitals(shouted, words.len()) {
        return None;
    }
    let longest = words
        .chunk_by(|one, next| one.shouted == next.shouted)
        .filter(|run| run.iter().all(|word| word.shouted))
        .max_by_key(|run| run.len())?;
    Some(longest.first()?.bytes.start..longest.last()?.bytes.end)
}

#[cfg(test)]
#[path = "hints_tests.rs"]
mod hints_tests;
