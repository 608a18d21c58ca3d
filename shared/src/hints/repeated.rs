//! A sentence given to several sections of the same candidacy.

use std::collections::HashMap;
use std::ops::Range;

use super::excerpt;
use crate::api::hints::{Hint, HintKind};
use crate::language::tokens;
use crate::questionnaire::Section;

/// Shorter sentences are headings and greetings.
const WORDS: usize = 7;

/// The sentences of a text by their bytes, each with its words folded; those of [`WORDS`] or more.
pub(super) fn sentences(text: &str) -> Vec<(Range<usize>, String)> {
    let mut end = 0;
    text.split_inclusive(['.', '!', '?', ';', '\n', '•'])
        .filter_map(|sentence| {
            let start = end;
            end += sentence.len();
            let words = tokens(sentence);
            let folded: Vec<_> = words.iter().map(|word| word.folded.as_str()).collect();
            (folded.len() >= WORDS).then(|| (start..end, folded.join(" ")))
        })
        .collect()
}

/// One hint for each section that repeats an earlier one: its first sentence that does.
pub(super) fn find(texts: &[(Section, &str)]) -> Vec<Hint> {
    let mut seen: HashMap<String, Section> = HashMap::new();
    let mut hints = Vec::new();
    for (section, text) in texts {
        let all = sentences(text);
        let repeated = all
            .iter()
            .find_map(|(span, key)| Some((span.clone(), *seen.get(key)?)));
        if let Some((span, other)) = repeated {
            hints.push(Hint {
                section: *section,
                kind: HintKind::Repeated,
                excerpt: excerpt(&text[span]),
                other: Some(other),
            });
        }
        for (_, key) in all {
            seen.entry(key).or_insert(*section);
        }
    }
    hints
}
