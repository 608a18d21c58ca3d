//! A text with its words and sentences, read once for everything that is looked for.

use std::ops::Range;

use super::disguise::Unmasked;
use crate::api::hints::{Hint, HintKind};
use crate::language::{Token, tokens};
use crate::questionnaire::Section;

/// How long an excerpt may be, in characters.
pub(super) const EXCERPT: usize = 90;

/// Shorter sentences, by their words, are headings and greetings.
const SHORTEST: usize = 7;

/// A section's text, taken apart.
pub(super) struct ReadText<'a> {
    pub(super) section: Section,
    pub(super) text: &'a str,
    pub(super) words: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
}

/// A sentence as it is compared.
pub(super) struct Sentence {
    /// Where it stands, in bytes.
    pub(super) bytes: Range<usize>,
    /// Its words folded, with a space between two.
    pub(super) said: String,
    /// How many they are.
    pub(super) words: usize,
}

impl<'a> ReadText<'a> {
    pub(super) fn new(section: Section, text: &'a str) -> Self {
        let plain = Unmasked::of(text);
        let mut words = tokens(&plain.text);
        let mut sentences = split_sentences(&plain.text, &words);
        for bytes in words.iter_mut().map(|it| &mut it.bytes) {
            *bytes = plain.written(bytes.clone());
        }
        for bytes in sentences.iter_mut().map(|it| &mut it.bytes) {
            *bytes = plain.written(bytes.clone());
        }
        Self {
            section,
            text,
            words,
            sentences,
        }
    }

    /// The hint on a passage of it; `other` is the section that has the passage too.
    pub(super) fn hint(
        &self,
        kind: HintKind,
        passage: Range<usize>,
        other: Option<Section>,
    ) -> Hint {
        Hint {
            section: self.section,
            kind,
            excerpt: excerpt(&self.text[passage]),
            other,
        }
    }
}

/// The sentences of [`SHORTEST`] words or more; `words` are those of the text, none of which goes over
/// the end of a sentence.
fn split_sentences(text: &str, words: &[Token]) -> Vec<Sentence> {
    let mut end = 0;
    let mut rest = words;
    text.split_inclusive(['.', '!', '?', ';', '\n', '•'])
        .filter_map(|sentence| {
            let start = end;
            end += sentence.len();
            let (own, after) = rest.split_at(rest.partition_point(|it| it.bytes.start < end));
            rest = after;
            let said: Vec<_> = own.iter().map(|it| it.folded.as_str()).collect();
            (own.len() >= SHORTEST).then(|| Sentence {
                bytes: start..end,
                said: said.join(" "),
                words: own.len(),
            })
        })
        .collect()
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
