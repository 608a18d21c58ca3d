//! What no rule is about: names of institutions, laws, places and people; what denounces.

use std::ops::Range;

use super::grammar::{self, Determiner};
use super::pattern::Pattern;
use super::words::{Case, Gap, Word};
use crate::lists::list_file;

/// Words that begin the name of an institution, a law, a programme or a place.
const HEADS: &[&str] = list_file!("lists/name_heads.txt");

/// Heads whose name is one even in lower case: `asociación de padres de familia`.
const BODIES: &[&str] = list_file!("lists/name_bodies.txt");

/// Phrases of a sentence that denounces what others say.
pub(super) const DENOUNCING: &[&str] = list_file!("lists/denouncing.txt");

/// How far back the beginning of a name is looked for.
const REACH: usize = 16;

/// Whether these words are, or are part of, a name.
pub(super) fn is_name(words: &[Word], span: &Range<usize>) -> bool {
    let Some(noun) = words.get(span.clone()).and_then(|found| found.last()) else {
        return false;
    };
    if is_body(words, span.start) {
        return true;
    }
    let Some(capital) = span.clone().rev().find(|at| words[*at].capital()) else {
        return false;
    };
    let head = &words[capital];
    let next_is_name = words
        .get(span.end)
        .is_some_and(|next| next.gap == Gap::Space && next.named());
    if head.opens && !has_head(words, capital) {
        // At the beginning of a sentence only what follows tells: "Jóvenes Construyendo".
        return span.len() == 1 && next_is_name && !noun.shouted;
    }
    if has_head(words, capital) {
        return true;
    }
    let before = capital.checked_sub(1).and_then(|at| words.get(at));
    match before {
        // "Los Reyes" within a sentence, "Carmen Niño".
        Some(before) if head.gap == Gap::Space => {
            before.named() || (next_is_name && Determiner::of(&before.folded).is_none())
        }
        _ => next_is_name,
    }
}

/// Whether the capitals before a word lead back to a word that begins names.
fn has_head(words: &[Word], from: usize) -> bool {
    let mut at = from;
    for _ in 0..REACH {
        let joined = matches!(words[at].gap, Gap::Space | Gap::Comma);
        let Some(before) = at
            .checked_sub(1)
            .and_then(|at| words.get(at))
            .filter(|_| joined)
        else {
            return false;
        };
        let word = before.folded.as_str();
        let is_head = HEADS.contains(&word);
        // "colonia Los Maestros": a head in lower case counts right before the capitals.
        if is_head && (before.capital() || words[at].named()) {
            return true;
        }
        if !before.capital() && !grammar::is_link(word) {
            return false;
        }
        at -= 1;
    }
    false
}

/// Whether a body stands before: `sindicato de …`, `ley de los …`, `escuela normal para …`.
fn is_body(words: &[Word], start: usize) -> bool {
    let mut at = start;
    if words[at].folded == "de" {
        at += 1;
    }
    let joined = |at: usize| words.get(at).is_some_and(|word| word.gap == Gap::Space);
    let before = |back: usize| {
        at.checked_sub(back)
            .and_then(|at| words.get(at))
            .map(|word| word.folded.as_str())
    };
    if !joined(at) || !at.checked_sub(1).is_some_and(joined) {
        return false;
    }
    let is = |back: usize, list: &[&str]| before(back).is_some_and(|word| list.contains(&word));
    let of = is(1, &["de", "para"]);
    // "sindicato nacional de": one adjective may stand between.
    of && (is(2, BODIES) || (is(2, SCOPES) && is(3, BODIES)))
}

/// Adjectives that say how far a body reaches.
const SCOPES: &[&str] = &[
    "nacional",
    "estatal",
    "municipal",
    "local",
    "regional",
    "general",
    "federal",
    "unico",
    "superior",
    "mexicano",
    "mexicana",
    "normal",
    "independiente",
];

/// How much of a sentence is looked at on each side.
const SENTENCE: usize = 40;

/// Whether the sentence around these words denounces what they say: `me dijeron que…`, `basta de…`.
pub(super) fn is_denounced(words: &[Word], span: &Range<usize>, denouncing: &[Pattern]) -> bool {
    let earliest = span.start.saturating_sub(SENTENCE);
    let latest = (span.end + SENTENCE).min(words.len());
    let start = (earliest..=span.start)
        .rev()
        .find(|at| words[*at].starts)
        .unwrap_or(earliest);
    let end = (span.end..latest)
        .find(|at| words[*at].starts)
        .unwrap_or(latest);
    (start..end).any(|at| {
        denouncing
            .iter()
            .any(|pattern| pattern.find_from(&words[..end], at).is_some())
    })
}

/// Whether a surname follows, so that the noun says who two persons are: `los hermanos Flores Magón`.
pub(super) fn names_persons(words: &[Word], end: usize) -> bool {
    let surname = |at: usize| {
        words
            .get(at)
            .filter(|word| word.gap == Gap::Space && word.case == Case::Capital && word.named())
    };
    surname(end).is_some_and(|word| {
        let singular = !word.folded.ends_with('s') || surname(end + 1).is_some();
        singular && !grammar::is_adjective(&word.folded)
    })
}
