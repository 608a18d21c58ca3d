//! Texts in capitals: harder to read, and they hide where a name begins.

use crate::text::without_enie;
use std::ops::Range;

use super::words::{Case, Word};
use crate::lists::list_file;

/// Words with ñ that are no other word without it.
const WITH_ENIE: &[&str] = list_file!("lists/words_with_enie.txt");

/// Each of them without its ñ, and as it is.
pub(super) fn words_with_enie() -> impl Iterator<Item = (String, &'static str)> {
    WITH_ENIE.iter().map(|word| (without_enie(word), *word))
}

/// A run of capitals is reported from so many words on; fewer are a heading, a list of acronyms or
/// an office in a curriculum.
const WORDS: usize = 8;
const LETTERS: usize = 20;

/// A heading in capitals is no text in capitals: this many words are, or a third of the text.
const MUCH: usize = 15;

/// Words that no list of acronyms has.
const LINKS: [&str; 16] = [
    "a", "al", "con", "de", "del", "el", "en", "la", "las", "los", "no", "para", "por", "que",
    "se", "y",
];

/// Marks every run of capitals and returns each as a range of words.
pub(super) fn mark_capitals(words: &mut [Word]) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut from = 0;
    while from < words.len() {
        let length = words[from..]
            .iter()
            .take_while(|word| is_in_capitals_or_neutral(word))
            .count();
        if is_run(&words[from..from + length]) {
            for word in &mut words[from..from + length] {
                word.shouted = true;
            }
            runs.push(from..from + length);
        }
        from += length.max(1);
    }
    runs
}

/// A text with nothing in lower case is read as one in capitals, however short: none of its capitals
/// says that a name begins. It is no run that anything is remarked on.
pub(super) fn mark_short_text(words: &mut [Word]) {
    let linked = words
        .iter()
        .any(|word| LINKS.contains(&word.folded.as_str()));
    if linked && words.iter().all(is_in_capitals_or_neutral) {
        for word in words {
            word.shouted = true;
        }
    }
}

/// Whether a text of which so many words stand in runs of capitals is one in capitals. While one
/// types the assistant says so; at submission and in review it is a quality hint.
#[must_use]
pub const fn is_in_capitals(shouted: usize, of: usize) -> bool {
    shouted > 0 && (shouted >= MUCH || shouted * 3 >= of)
}

fn is_in_capitals_or_neutral(word: &Word) -> bool {
    let letters = word
        .folded
        .chars()
        .filter(|next| next.is_alphabetic())
        .count();
    word.case == Case::Upper || (word.case == Case::Capital && letters == 1) || letters == 0
}

fn is_run(words: &[Word]) -> bool {
    let in_capitals = words.iter().filter(|word| word.case != Case::Lower);
    let letters: usize = words.iter().map(|word| word.folded.chars().count()).sum();
    in_capitals.count() >= WORDS
        && letters >= LETTERS
        && words
            .iter()
            .any(|word| LINKS.contains(&word.folded.as_str()))
}
