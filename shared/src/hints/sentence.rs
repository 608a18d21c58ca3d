//! The sentences of a text.

use std::ops::Range;

use crate::language::Token;

/// Shorter sentences are headings and greetings.
const WORDS: usize = 7;

/// A sentence as it is compared.
pub(super) struct Sentence {
    /// Where it stands, in bytes.
    pub(super) bytes: Range<usize>,
    /// Its words folded, with a space between two.
    pub(super) said: String,
    /// How many they are.
    pub(super) words: usize,
}

/// The sentences of [`WORDS`] words or more; `words` are those of the text, none of which goes over
/// the end of a sentence.
pub(super) fn split(text: &str, words: &[Token]) -> Vec<Sentence> {
    let mut end = 0;
    let mut rest = words;
    text.split_inclusive(['.', '!', '?', ';', '\n', '•'])
        .filter_map(|sentence| {
            let start = end;
            end += sentence.len();
            let (own, after) = rest.split_at(rest.partition_point(|it| it.bytes.start < end));
            rest = after;
            let said: Vec<_> = own.iter().map(|it| it.folded.as_str()).collect();
            (own.len() >= WORDS).then(|| Sentence {
                bytes: start..end,
                said: said.join(" "),
                words: own.len(),
            })
        })
        .collect()
}
