//! A text as words: what each is when accents and case are put aside, and what stands between them.

use std::ops::Range;

use crate::text;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// Anything but the next two.
    Lower,
    /// A capital letter first.
    Capital,
    /// Two letters or more, all capital.
    Upper,
}

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// White space: the two belong to one phrase.
    Space,
    /// A comma: one sentence, another phrase.
    Comma,
    /// A slash, a bracket or a hyphen that joins endings, as in `las/los`, `las(os)`, `las (os)`.
    Slash,
    /// Anything else, or the beginning of the text.
    Break,
}

/// A word with what the rules ask of it and of its place.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Folded: lower case, without accents.
    pub(super) folded: String,
    /// Where it stands, in characters (Unicode scalar values).
    pub(super) chars: Range<usize>,
    /// Where it stands, in bytes.
    pub(super) bytes: Range<usize>,
    pub(super) case: Case,
    /// What stands before it.
    pub(super) gap: Gap,
    /// Whether a sentence, a line or a quotation begins with it, so that its capital says nothing.
    pub(super) opens: bool,
    /// Whether a sentence ends before it, or a line that begins with a capital.
    pub(super) starts: bool,
    /// Whether it is part of an address, a mention or a label: nothing in it is language.
    pub(super) glued: bool,
    /// Whether it stands within quotation marks.
    pub(super) quoted: bool,
    /// Whether it stands in a run of capitals, where a capital says nothing.
    pub(super) shouted: bool,
}

impl Word {
    /// Whether the capital letter it begins with means that it is, or is part of, a name.
    pub(super) fn named(&self) -> bool {
        self.case != Case::Lower && !self.opens && !self.shouted
    }

    /// Whether it has a capital letter, even if that may only begin a sentence.
    pub(super) fn capital(&self) -> bool {
        self.case != Case::Lower && !self.shouted
    }
}

/// The words of a text. Quotations and capitals are marked by their own modules.
pub(super) fn split_words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut chars = text.char_indices().enumerate().peekable();
    let mut gap_from = 0;
    while let Some(&(start_char, (start, first))) = chars.peek() {
        if !first.is_alphanumeric() {
            chars.next();
            continue;
        }
        let (mut end_char, mut end) = (start_char, start);
        while let Some(&(at_char, (at, character))) = chars.peek() {
            if !continues_word(character, &text[at..]) {
                break;
            }
            (end_char, end) = (at_char + 1, at + character.len_utf8());
            chars.next();
        }
        let between = &text[gap_from..start];
        let word = word(text, between, start_char..end_char, start..end);
        if let Some(before) = words.last_mut() {
            before.glued |= word.glued && between != "@";
        }
        words.push(word);
        gap_from = end;
    }
    words
}

/// Letters, digits and marks; and the arroba after a letter, as in `tod@s` and `alumn@`, unless an
/// address or a mention begins with it.
fn continues_word(character: char, rest: &str) -> bool {
    let mut after = rest.chars().skip(1);
    character.is_alphanumeric()
        || text::is_combining(character)
        || (character == '@'
            && after.next().is_none_or(|next| {
                next.is_alphabetic()
                    || next.is_whitespace()
                    || matches!(next, ',' | '.' | ';' | '!' | '?')
            }))
}

fn word(text: &str, between: &str, chars: Range<usize>, bytes: Range<usize>) -> Word {
    let written = &text[bytes.clone()];
    let folded = text::fold(written);
    let case = case(written);
    let gap = if bytes.start == between.len() {
        Gap::Break
    } else {
        gap(between, case)
    };
    Word {
        opens: opens(between) || bytes.start == between.len(),
        starts: bytes.start == between.len() || starts_sentence(between, case),
        glued: is_glued(between, case) || is_address(&folded),
        folded,
        chars,
        bytes,
        case,
        gap,
        quoted: false,
        shouted: false,
    }
}

fn case(written: &str) -> Case {
    let mut letters = written.chars().filter(|letter| letter.is_alphabetic());
    if !letters.next().is_some_and(char::is_uppercase) {
        return Case::Lower;
    }
    let mut rest = letters.peekable();
    if rest.peek().is_some() && rest.all(char::is_uppercase) {
        Case::Upper
    } else {
        Case::Capital
    }
}

fn gap(between: &str, case: Case) -> Gap {
    let blank = between.chars().all(char::is_whitespace);
    // A line may break within a phrase; a capital on the new line begins another.
    let new_line =
        between.contains('\n') && (case == Case::Capital || between.matches('\n').count() > 1);
    match between.trim() {
        "" if blank && !between.is_empty() && !new_line => Gap::Space,
        "," => Gap::Comma,
        "/" | "(" | ")" | "(/" | "(-" | "/-" | ")/" => Gap::Slash,
        "-" if between == "-" => Gap::Slash,
        _ => Gap::Break,
    }
}

/// Whether what stands before a word ends a sentence or a line, or begins a quotation.
fn opens(between: &str) -> bool {
    between.contains([
        '.', '!', '?', '¡', '¿', ':', '\n', '\r', '«', '"', '“', '‘', '•', '—', '-', '–', '*', '…',
        '(',
    ])
}

fn starts_sentence(between: &str, case: Case) -> bool {
    between.contains(['.', '!', '?', ';', '…']) || (between.contains('\n') && case != Case::Lower)
}

/// `www.ciudadanos.mx`, `#Vecinos`, `@vecinos`: no white space before, and a mark that binds.
fn is_glued(between: &str, case: Case) -> bool {
    if between.ends_with(['#', '@']) {
        return true;
    }
    let binds = matches!(between, "." | "_" | "://" | ":" | "=" | "&" | "?");
    // A full stop without its space before a capital is only a slip.
    binds && (between != "." || case == Case::Lower)
}

/// `nombre@servidor`: an arroba with more than a plural ending after it.
fn is_address(folded: &str) -> bool {
    folded
        .split_once('@')
        .is_some_and(|(_, after)| after.chars().count() > 2 && !after.starts_with('s'))
}

#[cfg(test)]
#[path = "words_tests.rs"]
mod words_tests;
