//! Letters that a program lost on their way: what tells, how sure it is, and what can be put right.

/// How a text shows that letters were lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// U+FFFD, which programs write for a letter that they could not read.
    Replaced,
    /// UTF-8 that was read as another encoding: `Ã±` for `ñ`.
    ReadTwice,
    /// A question mark within a word: `ni?a`. Somebody may have meant it.
    Questioned,
}

impl Loss {
    /// Whether nobody can have meant to write that.
    #[must_use]
    pub const fn is_sure(self) -> bool {
        !matches!(self, Self::Questioned)
    }

    /// What it is and what to do, as a sentence about the text.
    #[must_use]
    pub const fn told(self) -> &'static str {
        match self {
            Self::Replaced => {
                "tiene el signo que un programa escribe donde perdió una letra; escríbala de nuevo"
            }
            Self::ReadTwice => {
                "tiene letras cambiadas por signos, como «Ã±» en lugar de «ñ»; escríbalas de nuevo"
            }
            Self::Questioned => {
                "tiene un signo de interrogación dentro de una palabra, como donde se pierde un acento o \
                 una ñ; revíselo"
            }
        }
    }
}

/// How a text shows that letters were lost, the surest sign first.
#[must_use]
pub fn lost_letters(text: &str) -> Option<Loss> {
    if text.contains('\u{FFFD}') {
        Some(Loss::Replaced)
    } else if is_read_twice(text) {
        Some(Loss::ReadTwice)
    } else {
        text.split_whitespace()
            .any(has_question_inside)
            .then_some(Loss::Questioned)
    }
}

fn is_read_twice(text: &str) -> bool {
    let mut before = ' ';
    for (at, letter) in text.char_indices() {
        let rest = text.get(at..).unwrap_or_default();
        let lone = letter == 'Ã' && (before.is_lowercase() || is_half_of_a_letter(rest));
        if lone || letter_read_twice(rest).is_some() {
            return true;
        }
        before = letter;
    }
    false
}

/// Whether the `Ã` that a text begins with is half of a letter: what follows it is a sign, or a soft hyphen,
/// which nobody sees and a form leaves out, or was lost as well.
fn is_half_of_a_letter(text: &str) -> bool {
    let mut after = text.chars().skip(1);
    match (after.next(), after.next()) {
        (Some('?'), Some(it)) => it.is_alphabetic(),
        (Some(it), _) => !it.is_alphanumeric() && !it.is_whitespace() && !it.is_ascii(),
        (None, _) => false,
    }
}

/// Whether a word has a question mark where a letter was. That of an address on the web is not one,
/// and neither is one that ends a sentence whose next word has no space before it.
fn has_question_inside(word: &str) -> bool {
    if word.contains(['/', '=', '@']) || word.starts_with("www.") {
        return false;
    }
    let letters: Vec<char> = word.chars().collect();
    let at = |place: usize| letters.get(place).copied();
    letters.iter().enumerate().any(|(place, it)| {
        if *it != '?' {
            return false;
        }
        let before = letters
            .get(..place)
            .unwrap_or_default()
            .iter()
            .rev()
            .find(|it| **it != '?')
            .copied();
        let after = (place + 1..).map_while(at).find(|it| *it != '?');
        match (before, after) {
            (Some(before), Some(after)) if before.is_alphabetic() && after.is_alphabetic() => {
                after.is_lowercase() || before.is_uppercase()
            }
            (None | Some('(' | '«' | '"' | '“' | '¿' | '¡'), Some(after)) => {
                after.is_lowercase()
            }
            _ => false,
        }
    })
}

/// The letter that a text begins with if its UTF-8 was read as Windows-1252, and how many bytes of
/// the text that is: `Ã±` is `ñ`.
#[must_use]
pub fn letter_read_twice(text: &str) -> Option<(char, usize)> {
    let count = match text.chars().next()? {
        'Â' | 'Ã' | 'Ä' | 'Å' => 2,
        'â' => 3,
        'ð' => 4,
        _ => return None,
    };
    let length: usize = text.chars().take(count).map(char::len_utf8).sum();
    let taken = text.get(..length)?;
    let bytes: Option<Vec<u8>> = taken.chars().map(windows_byte).collect();
    let bytes = bytes?;
    let read = std::str::from_utf8(&bytes).ok()?;
    let mut letters = read.chars();
    let letter = letters.next()?;
    (letters.next().is_none() && is_usual_letter(letter)).then_some((letter, length))
}

/// The byte that stands for a letter in Windows-1252.
fn windows_byte(letter: char) -> Option<u8> {
    const SIGNS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ";
    let sign = || {
        let place = SIGNS.chars().position(|it| it == letter)?;
        u8::try_from(0x80 + place).ok()
    };
    u8::try_from(u32::from(letter)).ok().or_else(sign)
}

/// A letter or sign that texts in UTF-8 have; others are the bytes of another encoding.
#[must_use]
pub fn is_usual_letter(letter: char) -> bool {
    matches!(u32::from(letter), 0xA0..=0x17F | 0x1E00..=0x1EFF | 0x2000..=0x2BFF | 0xFE00..=0xFE0F | 0x1F000..)
        || matches!(u32::from(letter), 0x300..=0x304 | 0x2BC | 0xA78C)
}

/// A text with its letters that were read twice as they were; as it is where there are none.
#[must_use]
pub fn with_letters_put_right(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let (letter, length) = letter_read_twice(rest).unwrap_or((first, first.len_utf8()));
        out.push(letter);
        rest = rest.get(length..).unwrap_or_default();
    }
    out
}

#[cfg(test)]
#[path = "lost_letters_tests.rs"]
mod lost_letters_tests;
