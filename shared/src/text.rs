//! Text as people write it: counting, cleaning, folding for search, ordering in Spanish.
//!
//! One function on both sides, so that the counter in the form and the refusal of the server never
//! disagree. The tables are small and our own: Unicode's complete ones weigh 50 kB in the client.

use std::fmt::Display;

use serde::{Deserialize, Serialize};

use crate::composed::{composed, without_mark};
use crate::visible::{is_hidden, visible};

/// How the length of a text is counted: real systems differ (`docs/domain/curricular.md#counting`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum CountingMode {
    /// Every character counts (INE 2022).
    Total,
    /// White space does not count (practice after 2022; the default).
    #[default]
    WithoutSpaces,
}

/// Characters of a text: Unicode scalar values less combining marks and what nobody can see, CRLF as
/// one.
///
/// Callers that compare with a limit count the [`normalise`]d text.
#[must_use]
pub fn count(text: &str, mode: CountingMode) -> u32 {
    let mut total: u32 = 0;
    let mut after_cr = false;
    for character in text.chars() {
        let completes_crlf = after_cr && character == '\n';
        after_cr = character == '\r';
        let skipped = completes_crlf
            || is_combining(character)
            || is_hidden(character)
            || (mode == CountingMode::WithoutSpaces && character.is_whitespace());
        if !skipped {
            total = total.saturating_add(1);
        }
    }
    total
}

/// Line ends as LF, letters with their accents as one character, without outer white space and what
/// nobody can see. Control characters are refused, not removed: see [`has_forbidden_controls`].
#[must_use]
pub fn normalise(text: &str) -> String {
    let text = composed(&visible(text));
    let mut out = String::with_capacity(text.len());
    let mut after_cr = false;
    for character in text.trim().chars() {
        match character {
            '\n' if after_cr => {}
            '\r' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            other => out.push(other),
        }
        after_cr = character == '\r';
    }
    out
}

/// Like [`normalise`], with every run of white space as one space: for answers of one line.
#[must_use]
pub fn single_line(text: &str) -> String {
    let text = composed(&visible(text));
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// A code in groups of `size` characters, so that people can read it aloud and type it.
#[must_use]
pub fn grouped(code: &str, size: usize, between: char) -> String {
    let mut out = String::new();
    for (at, character) in code.chars().enumerate() {
        if at > 0 && at.is_multiple_of(size) {
            out.push(between);
        }
        out.push(character);
    }
    out
}

/// «1 candidatura», «2 candidaturas».
#[must_use]
pub fn counted<N: Copy + Display + PartialEq + From<u8>>(n: N, one: &str, many: &str) -> String {
    format!("{n} {}", if n == N::from(1) { one } else { many })
}

/// A number as people write it in Mexico: `5,000`.
#[must_use]
pub fn with_thousands(value: u32) -> String {
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len().saturating_add(3));
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Whether the text holds a character that no answer may hold: controls other than line ends and
/// tabs, and the marks that reverse the direction of what follows.
#[must_use]
pub fn has_forbidden_controls(text: &str) -> bool {
    text.chars().any(|character| {
        (character.is_control() && !matches!(character, '\n' | '\r' | '\t'))
            || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
            || matches!(character, '\u{FFFE}' | '\u{FFFF}')
    })
}

/// Lower case without accents, for search; `ñ` stays `ñ`, it is a letter of its own.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if character == '\u{303}' && out.ends_with('n') {
            out.pop();
            out.push('ñ');
        } else if !is_combining(character) {
            for lower in character
                .to_lowercase()
                .filter(|lower| !is_combining(*lower))
            {
                fold_one(lower, &mut out);
            }
        }
    }
    out
}

/// A folded text with `n` for `ñ`, as keyboards without that letter write it.
#[must_use]
pub fn without_enie(folded: &str) -> String {
    folded.replace('ñ', "n")
}

/// What people and keyboards write for an apostrophe, the saltillo of several Mexican languages among
/// them: it belongs to its word.
#[must_use]
pub const fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '\'' | '`'
            | '´'
            | '\u{2B9}'..='\u{2BD}'
            | '\u{2C8}'
            | '\u{2CA}'
            | '\u{2CB}'
            | '\u{2018}'..='\u{201B}'
            | '\u{2032}'
            | '\u{2035}'
            | '\u{A78B}'
            | '\u{A78C}'
            | '\u{FF07}'
            | '\u{FF40}'
    )
}

/// Whether a text has a letter or a digit: what has none names nobody.
#[must_use]
pub fn has_word(text: &str) -> bool {
    visible(text)
        .chars()
        .any(|it| it.is_alphanumeric() && !is_apostrophe(it) && !is_combining(it))
}

/// A key whose byte order is the Spanish alphabet's: `ñ` after `n`, accents and case ignored,
/// apostrophes and saltillos left out, other punctuation as one space. Ties are the caller's to break.
#[must_use]
pub fn spanish_sort_key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for character in fold(&visible(text)).chars() {
        if is_apostrophe(character) {
            continue;
        }
        if !character.is_alphanumeric() {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push(' ');
            gap = false;
        }
        match character {
            // No letter or digit of ASCII sorts after the tilde, so `ñ` follows every `n…`.
            'ñ' => out.push_str("n~"),
            other => out.push(other),
        }
    }
    out
}

/// Combining marks that occur in Latin text and emoji: accents, enclosing marks, variation selectors.
pub(crate) const fn is_combining(character: char) -> bool {
    matches!(character,
        '\u{300}'..='\u{36F}'
        | '\u{483}'..='\u{489}'
        | '\u{1AB0}'..='\u{1AFF}'
        | '\u{1DC0}'..='\u{1DFF}'
        | '\u{20D0}'..='\u{20FF}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FE20}'..='\u{FE2F}'
        | '\u{E0100}'..='\u{E01EF}')
}

fn fold_one(lower: char, out: &mut String) {
    match lower {
        'ñ' => out.push(lower),
        'ß' => out.push_str("ss"),
        'æ' => out.push_str("ae"),
        'œ' => out.push_str("oe"),
        'þ' => out.push_str("th"),
        other => match without_mark(other) {
            Some(plain) => fold_one(plain, out),
            None => out.push(other),
        },
    }
}

/// Whether one letter changed, missing, added or swapped with its neighbour makes `a` into `b`.
#[must_use]
pub fn one_slip<T: PartialEq>(a: &[T], b: &[T]) -> bool {
    if a.len().abs_diff(b.len()) > 1 {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (
        a.get(same..).unwrap_or_default(),
        b.get(same..).unwrap_or_default(),
    );
    match (a, b) {
        ([], []) => true,
        ([_, rest_a @ ..], [_, rest_b @ ..]) if rest_a == rest_b => true,
        ([_, rest @ ..], other) | (other, [_, rest @ ..]) if rest == other => true,
        ([a1, a2, rest_a @ ..], [b1, b2, rest_b @ ..]) => a1 == b2 && a2 == b1 && rest_a == rest_b,
        _ => false,
    }
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod text_tests;
