//! The words of a text for whoever compares texts instead of judging their language.

use std::ops::Range;

use super::capitals;
use super::words::{self, Case, Gap};

/// One word as it is compared, and how it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Lower case, without accents.
    pub folded: String,
    /// Where it stands, in bytes.
    pub bytes: Range<usize>,
    /// Two letters or more, all capital.
    pub upper: bool,
    /// A capital letter first.
    pub capital: bool,
    /// Whether it stands in a run of capitals, where a capital says nothing.
    pub shouted: bool,
    /// Whether a comma or nothing but white space parts it from the word before.
    pub goes_on: bool,
    /// Whether it is part of an address, a mention or a label.
    pub glued: bool,
}

/// The words of a text, in its order.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let mut words = words::split_words(text);
    let _ = capitals::mark_capitals(&mut words);
    words
        .into_iter()
        .map(|word| Token {
            upper: word.case == Case::Upper,
            capital: word.case != Case::Lower,
            shouted: word.shouted,
            goes_on: matches!(word.gap, Gap::Space | Gap::Comma),
            glued: word.glued,
            folded: word.folded,
            bytes: word.bytes,
        })
        .collect()
}
