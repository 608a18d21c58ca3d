//! Text as people write it: counting, cleaning, folding for search, ordering in Spanish.
//!
//! One function on both sides, so that the counter in the form and the refusal of the server never
//! disagree. The tables are small and our own: Unicode's complete ones weigh 50 kB in the client.

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

/// A key whose byte order is the Spanish alphabet's: `ñ` after `n`, accents and case ignored,
/// punctuation as one space, apostrophes and saltillos as nothing. Ties are the caller's to break.
#[must_use]
pub fn spanish_sort_key(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for character in fold(text).chars() {
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

/// The apostrophes that names are written with, and the letter that several languages write so.
const fn is_apostrophe(character: char) -> bool {
    matches!(
        character,
        '\'' | '`' | '´' | '‘' | '’' | 'ʼ' | 'ʻ' | 'ꞌ' | 'Ꞌ'
    )
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
    let plain = match lower {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' | 'ð' => 'd',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' => 'h',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ń' | 'ņ' | 'ň' => 'n',
        'ŕ' | 'ŗ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' => 't',
        'ŵ' => 'w',
        'ź' | 'ż' | 'ž' => 'z',
        'ß' => return out.push_str("ss"),
        'æ' => return out.push_str("ae"),
        'œ' => return out.push_str("oe"),
        'þ' => return out.push_str("th"),
        other if other.is_ascii() || other == 'ñ' => other,
        other => match without_mark(other) {
            Some(plain) => return fold_one(plain, out),
            None => other,
        },
    };
    out.push(plain);
}

#[cfg(test)]
#[path = "text_tests.rs"]
mod text_tests;
