//! Characters that nobody can see: they count for nothing and are left out of what is kept.
//!
//! They come with what is pasted from address books, PDF and chats, or make a text look longer
//! than it is. What joins two pictures to one is seen, and stays.

use std::borrow::Cow;

/// The joiner of emoji.
const JOINER: char = '\u{200D}';

/// What makes a key of a digit, as in 1️⃣.
const KEYCAP: char = '\u{20E3}';

/// The text without what cannot be seen; what looks like a space is one, however often it stands
/// there, and what other programs end a line with is a line break.
#[must_use]
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_touched) {
        Cow::Owned(sifted(text).0)
    } else {
        Cow::Borrowed(text)
    }
}

/// How many characters of the text cannot be seen.
#[must_use]
pub fn hidden_count(text: &str) -> usize {
    if text.chars().any(is_touched) {
        sifted(text).1
    } else {
        0
    }
}

/// Whether a character is never seen, or looks like a space and is none.
#[must_use]
pub const fn is_hidden(character: char) -> bool {
    is_unseen(character) || is_filler(character) || character == JOINER
}

/// Whether a character is a picture or a sign for one, which no name on paper has.
#[must_use]
pub const fn is_picture(character: char) -> bool {
    matches!(character,
        '\u{203C}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2190}'..='\u{27BF}' | '\u{2900}'..='\u{2BFF}'
        | '\u{3030}' | '\u{303D}' | '\u{3297}' | '\u{3299}'
        | '\u{1F000}'..='\u{1FBFF}')
}

const fn is_touched(character: char) -> bool {
    is_hidden(character) || is_selector(character) || is_foreign_line_end(character)
}

const fn is_unseen(character: char) -> bool {
    matches!(character,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{17B4}' | '\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFC}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}' | '\u{E0000}'..='\u{E0FFF}')
}

/// The empty Braille cell, and the letters of Hangul that stand for none.
const fn is_filler(character: char) -> bool {
    matches!(
        character,
        '\u{2800}' | '\u{3164}' | '\u{FFA0}' | '\u{115F}' | '\u{1160}' | '\u{1D159}'
    )
}

const fn is_selector(character: char) -> bool {
    matches!(character, '\u{FE00}'..='\u{FE0F}')
}

const fn is_foreign_line_end(character: char) -> bool {
    matches!(character, '\u{B}' | '\u{C}' | '\u{85}')
}

/// What is seen, and how many characters are not.
fn sifted(text: &str) -> (String, usize) {
    let mut out = String::with_capacity(text.len());
    let mut hidden = 0;
    let mut rest = text.chars().filter(|it| !is_unseen(*it)).peekable();
    let mut last = None;
    while let Some(character) = rest.next() {
        let next = rest.peek().copied();
        let kept = match character {
            JOINER => joins(last, next).then_some(JOINER),
            it if is_selector(it) => selects(last, next).then_some(it),
            it if is_filler(it) => {
                hidden += 1;
                last.is_some_and(|it: char| !it.is_whitespace())
                    .then_some(' ')
            }
            it if is_foreign_line_end(it) => Some('\n'),
            it => Some(it),
        };
        match kept {
            Some(kept) => {
                out.push(kept);
                last = Some(kept);
            }
            None if !is_filler(character) => hidden += 1,
            None => {}
        }
    }
    hidden += text.chars().filter(|it| is_unseen(*it)).count();
    (out, hidden)
}

fn joins(last: Option<char>, next: Option<char>) -> bool {
    last.is_some_and(|it| is_picture(it) || is_selector(it)) && next.is_some_and(is_picture)
}

/// A selector says how the picture before it is drawn.
fn selects(last: Option<char>, next: Option<char>) -> bool {
    let key = |it: char| it.is_ascii_digit() || matches!(it, '#' | '*');
    let sign = |it: char| is_picture(it) || matches!(it, '©' | '®');
    last.is_some_and(|it| sign(it) || (key(it) && next == Some(KEYCAP)))
}

#[cfg(test)]
#[path = "visible_tests.rs"]
mod visible_tests;
