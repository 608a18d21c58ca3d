//! Quotations: what someone else said stays as it was said.

use super::words::Word;

/// A quotation longer than this is more likely a mark that was never closed.
const LONGEST: usize = 600;

/// Marks the words that stand within quotation marks. Marks around the whole text quote nothing.
pub(super) fn mark_quotations(text: &str, words: &mut [Word]) {
    let mut from = 0;
    for (start, end) in spans(text) {
        let first = words[from..].partition_point(|word| word.bytes.start < start) + from;
        let last = words[first..].partition_point(|word| word.bytes.end <= end) + first;
        if last - first == words.len() {
            return;
        }
        for word in &mut words[first..last] {
            word.quoted = true;
        }
        from = last;
    }
}

/// The quotations of a text, in bytes, from the first on; none within another.
fn spans(text: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    let mut open: Option<(usize, char)> = None;
    let mut before = ' ';
    for (at, character) in text.char_indices() {
        match open {
            Some((start, close)) if character == close && closes(close, &text[at..]) => {
                spans.push((start, at));
                open = None;
            }
            Some((start, _)) if character == '\n' || at - start > LONGEST => open = None,
            Some(_) => {}
            None => open = closing(character, before).map(|close| (at, close)),
        }
        before = character;
    }
    spans
}

/// The mark that ends what this one begins. A straight mark begins something only after a gap.
fn closing(character: char, before: char) -> Option<char> {
    match character {
        '«' => Some('»'),
        '“' => Some('”'),
        '‘' => Some('’'),
        '"' | '\'' if !before.is_alphanumeric() => Some(character),
        _ => None,
    }
}

/// An apostrophe within a word ends nothing.
fn closes(close: char, rest: &str) -> bool {
    !matches!(close, '\'' | '’') || !rest.chars().nth(1).is_some_and(char::is_alphanumeric)
}
