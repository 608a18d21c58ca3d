//! What only makes a text longer: repeated characters, words and sentences, filler, keyboard walks.

use std::collections::HashSet;
use std::ops::Range;

use super::text::{ReadText, Sentence};
use crate::language::Token;
use crate::lists::list_file;

/// This many times the same letter is no word of any language here; of other signs, a ruled line.
const LETTERS: usize = 4;
const SIGNS: usize = 10;

/// How many words a phrase that is said over and over may have; longer ones are lines of a career.
const PHRASE: usize = 8;

/// From this share of a text on, sentences said twice are padding: one over this many. The lines
/// of a career name the same office twice with reason.
const SHARE: usize = 4;

/// The rows of the keyboard, and how far a walk along one of them goes.
const ROWS: [&str; 3] = ["qwertyuiop", "asdfghjklñ", "zxcvbnm"];
const WALK: usize = 5;

/// Filler, each phrase by its folded words.
const FILLER: &[&str] = list_file!("lists/filler.txt");

/// The first passage that only makes the text longer.
pub(super) fn padding_in(text: &ReadText<'_>) -> Option<Range<usize>> {
    let words = &text.words;
    one_sign(text.text)
        .or_else(|| filler(words))
        .or_else(|| words.iter().find_map(mashed))
        .or_else(|| over_and_over(words))
        .or_else(|| same_sentence(&text.sentences, words.len()))
        .or_else(|| few_words(words))
}

/// The same sign again and again.
fn one_sign(text: &str) -> Option<Range<usize>> {
    let mut run: Option<(char, Range<usize>, usize)> = None;
    for (at, sign) in text.char_indices() {
        let end = at + sign.len_utf8();
        let same = |it: char| it.to_lowercase().eq(sign.to_lowercase());
        run = match run {
            Some((first, span, count)) if same(first) => Some((first, span.start..end, count + 1)),
            _ => Some((sign, at..end, 1)),
        };
        if let Some((first, span, count)) = &run {
            let enough = if first.is_alphabetic() {
                LETTERS
            } else {
                SIGNS
            };
            if !first.is_whitespace() && *count >= enough {
                return Some(span.start..whole_run(text, span, *first));
            }
        }
    }
    None
}

fn whole_run(text: &str, span: &Range<usize>, sign: char) -> usize {
    let more = text[span.end..].chars().take_while(|next| *next == sign);
    span.end + more.map(char::len_utf8).sum::<usize>()
}

fn filler(words: &[Token]) -> Option<Range<usize>> {
    FILLER.iter().find_map(|phrase| {
        let said: Vec<&str> = phrase.split(' ').collect();
        let found = words.windows(said.len()).find(|window| {
            window
                .iter()
                .zip(&said)
                .all(|(word, said)| word.folded == *said)
        })?;
        Some(found.first()?.bytes.start..found.last()?.bytes.end)
    })
}

/// A word that no one would say: a walk along the keyboard, one syllable over and over.
fn mashed(word: &Token) -> Option<Range<usize>> {
    let letters: Vec<char> = word.folded.chars().collect();
    let mashed = !word.glued && (walks(&letters) || stammers(&letters));
    mashed.then(|| word.bytes.clone())
}

fn walks(letters: &[char]) -> bool {
    letters.windows(WALK).any(|window| {
        let there: String = window.iter().collect();
        let back: String = window.iter().rev().collect();
        ROWS.iter()
            .any(|row| row.contains(&there) || row.contains(&back))
    })
}

/// `asdasdasd`: two to four letters three times or more, and nothing else.
fn stammers(letters: &[char]) -> bool {
    (2..=4).any(|unit| {
        letters.len() >= 8
            && letters.len() >= unit * 3
            && letters
                .iter()
                .zip(&letters[unit..])
                .all(|(one, next)| one == next)
    })
}

/// A word four times in a row, or a phrase of up to [`PHRASE`] words three times.
fn over_and_over(words: &[Token]) -> Option<Range<usize>> {
    (1..=PHRASE).find_map(|length| {
        let enough = if length == 1 { 3 } else { length * 2 };
        let mut run = 0;
        for at in length..words.len() {
            let same = words[at].folded == words[at - length].folded;
            run = if same { run + 1 } else { 0 };
            if run == enough {
                let first = at + 1 - run - length;
                return Some(words[first].bytes.start..words[at].bytes.end);
            }
        }
        None
    })
}

/// Sentences said twice that make much of a text of so many words; the first of them.
fn same_sentence(sentences: &[Sentence], words: usize) -> Option<Range<usize>> {
    let mut seen = HashSet::new();
    let again: Vec<_> = sentences
        .iter()
        .filter(|it| !seen.insert(&it.said))
        .collect();
    let repeated: usize = again.iter().map(|it| it.words).sum();
    let first = again.first()?;
    (repeated * SHARE >= words).then(|| first.bytes.clone())
}

/// A long text of a handful of words.
fn few_words(words: &[Token]) -> Option<Range<usize>> {
    let different: HashSet<_> = words.iter().map(|word| word.folded.as_str()).collect();
    if words.len() < 40 || different.len() * 4 > words.len() {
        return None;
    }
    Some(words.first()?.bytes.start..words.last()?.bytes.end)
}
