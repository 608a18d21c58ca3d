//! A text as it is read, whatever it was written with: letters of other alphabets that look the
//! same, digits for letters, and characters that nobody sees between them.

use std::ops::Range;

use crate::visible::is_hidden;

/// Letters of other alphabets and of mathematics, each with the one that it looks like.
const ALIKE: &str = concat!(
    "аaеeоoрpсcуyхxѕsіiјjһhԁdԛqԝwкkмmнhтtвbгrпnьbӏlёeїiєeүyӧoӓaӑaѐeѝuйuиu",
    "АAВBЕEКKМMНHОOРPСCТTУYХXЅSІIЈJҺHԚQԜWЁEЇIЄEҮYГrПnӀlЬbИNЙN",
    "αaάaβbγyεeέeιiίiϊiκkνvοoόoρpςsτtυuύuϋuχxωwώwηnήnμuδdζzθoσoλl",
    "ΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXΆAΈEΉHΊIΌOΎY",
    "օoոnսuհhցgզqսuՕOՍUԱUՏSԼL",
    "ᎪAᏴBᏟCᎠDᎬEᏀGᎻHᎫJᏦKᏞLᎷMᏢPᎡRᏚSᎢTᏙVᎳWᏃZ",
    "ᴀaʙbᴄcᴅdᴇeꜰfɢgʜhɪiᴊjᴋkʟlᴍmɴnᴏoᴘpʀrꜱsᴛtᴜuᴠvᴡwʏyᴢz",
    "ıiɩiɑaɡgℓlℯeℴoℊgℎhℐIℑIℒLℕNℙPℚQℛRℜRℝRℤZℬBℰEℱFℳMℂCℍH℮eⅰiⅼlⅽcⅾdⅿmⅹxⅴvⅠIⅬLⅭCⅮDⅯMⅤVⅩX",
    "ºoªa",
);

/// Digits and signs that stand for a letter in a word that begins with one.
const FOR_LETTERS: &str = "0o1i3e4a5s7t@a$s";

/// The text with plain letters, and where each of its bytes comes from.
pub struct Unmasked {
    /// What is read.
    pub text: String,
    /// For each byte of it, and its end, the byte of what was written.
    origin: Vec<usize>,
}

impl Unmasked {
    /// Reads a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut plain = String::with_capacity(text.len());
        let mut origin = Vec::with_capacity(text.len() + 1);
        // «1er» begins with a number: only after a letter of its word a digit stands for one.
        let mut after_letter = false;
        for (at, it) in text.char_indices().filter(|(_, it)| !is_hidden(*it)) {
            let letter = plain_letter(it);
            let meant = paired(FOR_LETTERS, letter);
            let read = meant.filter(|_| after_letter).unwrap_or(letter);
            let goes_on = letter.is_alphanumeric() || meant.is_some();
            after_letter = letter.is_alphabetic() || (after_letter && goes_on);
            plain.push(read);
            origin.extend(std::iter::repeat_n(at, read.len_utf8()));
        }
        origin.push(text.len());
        Self {
            text: plain,
            origin,
        }
    }

    /// Where a passage of the text stands in what was written.
    #[must_use]
    pub fn written(&self, passage: Range<usize>) -> Range<usize> {
        let at = |it: usize| self.origin.get(it).copied().unwrap_or_default();
        at(passage.start)..at(passage.end)
    }
}

fn plain_letter(letter: char) -> char {
    if letter.is_ascii() {
        return letter;
    }
    let code = u32::from(letter);
    let from = |first: u32, offset: u32| char::from_u32(first + offset).unwrap_or(letter);
    let cased = |offset: u32| match offset % 52 {
        upper @ 0..=25 => from(0x41, upper),
        lower => from(0x61, lower - 26),
    };
    match code {
        0xFF01..=0xFF5E => from(0x21, code - 0xFF01),
        0x1D400..=0x1D6A3 => cased(code - 0x1D400),
        0x1D7CE..=0x1D7FF => from(0x30, (code - 0x1D7CE) % 10),
        0x24B6..=0x24E9 => cased(code - 0x24B6),
        _ => paired(ALIKE, letter).unwrap_or(letter),
    }
}

/// What follows a character in a row of pairs.
fn paired(pairs: &str, character: char) -> Option<char> {
    let mut all = pairs.chars();
    while let (Some(one), Some(other)) = (all.next(), all.next()) {
        if one == character {
            return Some(other);
        }
    }
    None
}

#[cfg(test)]
#[path = "disguise_tests.rs"]
mod disguise_tests;
