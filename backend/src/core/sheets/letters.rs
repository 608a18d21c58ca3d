//! In which letters a text was saved, and the text in today's. A file may be in several: whoever
//! joined it from others did not look.

use std::borrow::Cow;

use conoceles_shared::lost_letters::{
    Loss, is_usual_letter as usual, letter_read_twice, lost_letters,
};
use encoding_rs::{Encoding, MACINTOSH, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::grid::Writing;

/// Bytes at the beginning that tell what a file is.
const BEGINNING: usize = 4096;
/// The letters beyond ASCII that Spanish writes.
const SPANISH: &str = "áéíóúüñÁÉÍÓÚÜÑ";
/// What else may stand in a Spanish text.
const SIGNS: &str = "¿¡ºª°«»“”‘’–—…•·´\u{a0}àèìòùÀÈÌÒÙçÇ";
/// The letters of MS-DOS (code page 850), each with its byte.
const DOS: [(u8, char); 22] = [
    (0x81, 'ü'),
    (0x82, 'é'),
    (0x90, 'É'),
    (0x9A, 'Ü'),
    (0xA0, 'á'),
    (0xA1, 'í'),
    (0xA2, 'ó'),
    (0xA3, 'ú'),
    (0xA4, 'ñ'),
    (0xA5, 'Ñ'),
    (0xA6, 'ª'),
    (0xA7, 'º'),
    (0xA8, '¿'),
    (0xAD, '¡'),
    (0xAE, '«'),
    (0xAF, '»'),
    (0xB5, 'Á'),
    (0xD6, 'Í'),
    (0xE0, 'Ó'),
    (0xE9, 'Ú'),
    (0xEF, '´'),
    (0xF8, '°'),
];

/// An encoding of one byte a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OneByte {
    Windows,
    MacRoman,
    Dos,
}

impl OneByte {
    const ALL: [Self; 3] = [Self::Windows, Self::MacRoman, Self::Dos];

    fn letter(self, byte: u8) -> Option<char> {
        let one = |encoding: &'static Encoding| {
            encoding
                .decode_without_bom_handling(&[byte])
                .0
                .chars()
                .next()
        };
        match self {
            Self::Windows => one(WINDOWS_1252),
            Self::MacRoman => one(MACINTOSH),
            Self::Dos => DOS
                .iter()
                .find(|(code, _)| *code == byte)
                .map(|(_, letter)| *letter),
        }
    }
}

/// How the bytes of a file stand for letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letters {
    /// What the bytes are in that are not UTF-8.
    one_byte: Option<OneByte>,
    /// Whether others are UTF-8 beyond ASCII.
    mixed: bool,
}

/// A text in today's letters.
#[derive(Debug, PartialEq, Eq)]
pub struct Lettered {
    pub text: String,
    /// Whether it came in another encoding than the file's, or in two at once.
    pub mended: bool,
}

impl Letters {
    /// Learns from all bytes of a file; `None` where they are in no encoding that is known.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let mut mixed = false;
        let mut samples: Vec<(u8, u8, u8)> = Vec::new();
        let mut at = 0_usize;
        let beside = |at: Option<usize>| at.and_then(|at| bytes.get(at)).copied().unwrap_or(b' ');
        for chunk in bytes.utf8_chunks() {
            mixed |= chunk.valid().chars().any(|it| !it.is_ascii() && usual(it));
            at += chunk.valid().len();
            for byte in chunk.invalid() {
                samples.push((beside(at.checked_sub(1)), *byte, beside(Some(at + 1))));
                at += 1;
            }
        }
        if samples.is_empty() {
            return Some(Self {
                one_byte: None,
                mixed: false,
            });
        }
        let strange = |it: &OneByte| samples.iter().filter(|sample| !fits(*it, **sample)).count();
        let (wrong, best) = OneByte::ALL
            .into_iter()
            .map(|it| (strange(&it), it))
            .min_by_key(|(wrong, _)| *wrong)?;
        let known = wrong.saturating_mul(4) <= samples.len();
        known.then_some(Self {
            one_byte: Some(best),
            mixed,
        })
    }

    /// How the whole file was written.
    pub const fn writing(self) -> Writing {
        match (self.one_byte, self.mixed) {
            (None, _) => Writing::Unicode,
            (Some(_), true) => Writing::Mixed,
            (Some(OneByte::Windows), false) => Writing::Windows,
            (Some(OneByte::MacRoman), false) => Writing::MacRoman,
            (Some(OneByte::Dos), false) => Writing::Dos,
        }
    }

    /// Some bytes of the file as text.
    pub fn text(self, bytes: &[u8]) -> Lettered {
        let Some(one_byte) = self.one_byte else {
            return once(&String::from_utf8_lossy(bytes));
        };
        let mut text = String::new();
        let mut old = false;
        for chunk in bytes.utf8_chunks() {
            for letter in chunk.valid().chars() {
                if letter.is_ascii() || (self.mixed && usual(letter)) {
                    text.push(letter);
                } else {
                    let mut unit = [0; 4];
                    let bytes = letter.encode_utf8(&mut unit).bytes();
                    text.extend(bytes.filter_map(|it| one_byte.letter(it)));
                    old = true;
                }
            }
            for byte in chunk.invalid() {
                text.push(one_byte.letter(*byte).unwrap_or('\u{fffd}'));
                old = true;
            }
        }
        let lettered = once(&text);
        Lettered {
            mended: lettered.mended || (old && self.mixed),
            ..lettered
        }
    }
}

/// Whether a byte between these two is a letter of a Spanish word, or a sign where signs stand.
fn fits(encoding: OneByte, (before, byte, after): (u8, u8, u8)) -> bool {
    let Some(letter) = encoding.letter(byte) else {
        return false;
    };
    if SPANISH.contains(letter) {
        // A small letter within capitals, and the other way round, is a letter of another encoding.
        let lone = before.is_ascii_lowercase() && letter.is_uppercase();
        let sunk =
            before.is_ascii_uppercase() && after.is_ascii_uppercase() && letter.is_lowercase();
        return !lone && !sunk;
    }
    let inside = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
    let accented = letter.is_alphabetic();
    SIGNS.contains(letter) && (accented || !inside)
}

/// The bytes of a file that is UTF-16, with or without its mark, as UTF-8; others as they are,
/// without a mark.
pub fn as_bytes(bytes: &[u8]) -> Cow<'_, [u8]> {
    let wide = match Encoding::for_bom(bytes) {
        Some((encoding, length)) if encoding == encoding_rs::UTF_8 => {
            return Cow::Borrowed(bytes.get(length..).unwrap_or_default());
        }
        Some((encoding, length)) => Some((encoding, bytes.get(length..).unwrap_or_default())),
        None => unmarked(bytes).map(|encoding| (encoding, bytes)),
    };
    match wide {
        Some((encoding, rest)) => {
            let (text, _) = encoding.decode_without_bom_handling(rest);
            Cow::Owned(text.into_owned().into_bytes())
        }
        None => Cow::Borrowed(bytes),
    }
}

/// UTF-16 without a mark: every other byte is zero.
fn unmarked(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..BEGINNING).unwrap_or(bytes);
    let zeros = |odd: usize| {
        head.iter()
            .skip(odd)
            .step_by(2)
            .filter(|it| **it == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let many = head.len() / 3;
    if odd > many && even * 10 < odd {
        Some(UTF_16LE)
    } else if even > many && odd * 10 < even {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The beginning of a file as text, whatever its letters; `None` where it is none.
pub fn beginning(bytes: &[u8]) -> Option<String> {
    let bytes = as_bytes(bytes);
    let binary = |it: &&u8| matches!(**it, 0 | 1..=8 | 14..=26 | 28..=31);
    let head = bytes.get(..BEGINNING).unwrap_or(&bytes);
    if head.iter().filter(binary).count() * 20 > head.len() {
        return None;
    }
    Some(String::from_utf8_lossy(head).into_owned())
}

/// Where a text first has a zero byte, which no text has: its line, counted from 1.
pub fn line_with_zero_byte(bytes: &[u8]) -> Option<usize> {
    let bytes = as_bytes(bytes);
    let at = bytes.iter().position(|it| *it == 0)?;
    let before = bytes.get(..at).unwrap_or_default();
    Some(1 + before.iter().filter(|it| **it == b'\n').count())
}

/// A text whose UTF-8 was read as another encoding and saved again, as it was: `Ã±` is `ñ`.
pub fn once(text: &str) -> Lettered {
    let mut found = String::with_capacity(text.len());
    let mut mended = false;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some((letter, length)) = twice(rest) {
            found.push(letter);
            mended = true;
            rest = rest.get(length..).unwrap_or_default();
        } else {
            found.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    Lettered {
        text: found,
        mended,
    }
}

/// The letter that a text begins with if its bytes were read twice, and how long that is.
fn twice(text: &str) -> Option<(char, usize)> {
    letter_read_twice(text).or_else(|| twice_on_a_mac(text))
}

fn twice_on_a_mac(text: &str) -> Option<(char, usize)> {
    let count = match text.chars().next()? {
        '¬' | '√' | 'ƒ' | '≈' => 2,
        '‚' => 3,
        _ => return None,
    };
    let length: usize = text.chars().take(count).map(char::len_utf8).sum();
    let taken = text.get(..length)?;
    let bytes: Option<Vec<u8>> = taken.chars().map(mac_byte).collect();
    let bytes = bytes?;
    let read = std::str::from_utf8(&bytes).ok()?;
    let mut letters = read.chars();
    let letter = letters.next()?;
    (letters.next().is_none() && usual(letter)).then_some((letter, length))
}

fn mac_byte(letter: char) -> Option<u8> {
    let mut unit = [0; 4];
    let (bytes, _, failed) = MACINTOSH.encode(letter.encode_utf8(&mut unit));
    match bytes.as_ref() {
        [byte] if !failed => Some(*byte),
        _ => None,
    }
}

/// Whether a text still shows signs that no reading puts right.
pub fn is_garbled(text: &str) -> bool {
    lost_letters(text).is_some_and(Loss::is_sure)
        || text.chars().any(|it| matches!(u32::from(it), 0x80..=0x9F))
}

#[cfg(test)]
#[path = "letters_tests.rs"]
mod letters_tests;
