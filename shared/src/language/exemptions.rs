//! What no rule is about: names of institutions, laws, places and people, and forms already split.

use std::ops::Range;

use super::grammar::{self, Determiner};
use super::words::{Gap, Word};
use crate::lists::list_file;

/// Words that begin the name of an institution, a law, a programme or a place.
const HEADS: &[&str] = list_file!("lists/name_heads.txt");

/// Heads whose name is one even in lower case: `asociación de padres de familia`.
const BODIES: &[&str] = list_file!("lists/name_bodies.txt");

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
        if !before.capital() && !is_link(word) {
            return false;
        }
        at -= 1;
    }
    false
}

fn is_link(word: &str) -> bool {
    const LINKS: [&str; 24] = [
        "a", "al", "ante", "con", "contra", "de", "del", "e", "el", "en", "entre", "la", "las",
        "lo", "los", "no", "o", "para", "por", "sin", "sobre", "su", "u", "y",
    ];
    LINKS.contains(&word)
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
    let of = matches!(before(1), Some("de" | "para"));
    of && before(2).is_some_and(|word| BODIES.contains(&word))
}

/// How far around a noun its other half may stand.
const AROUND: usize = 7;

/// Whether the feminine stands beside the masculine already: `las y los`, `niñas y niños`,
/// `ciudadanos(as)`, or a list that a split determiner governs.
pub(super) fn is_split(words: &[Word], span: &Range<usize>, noun: usize, marked: bool) -> bool {
    let masculine = &words[noun].folded;
    let feminine = grammar::feminine(masculine);
    let sentence = sentence_around(words, noun);
    if is_shortened(words, noun) || split_determiner(words, span.start + usize::from(!marked)) {
        return true;
    }
    if feminine != *masculine {
        // "servidoras y servidores", also "las maestras que acompañan a los maestros": rare.
        if sentence
            .clone()
            .any(|at| words[at].folded == feminine || is_slashed(words, at, &feminine))
        {
            return true;
        }
    }
    let feminine_article = |at: usize| {
        at.checked_sub(1)
            .and_then(|at| Determiner::of(&words[at].folded))
            .is_some_and(|(_, form)| form.feminine && form.plural)
    };
    if sentence
        .clone()
        .any(|at| words[at].folded == *masculine && feminine_article(at))
    {
        return true;
    }
    !marked && governed(words, span.start)
}

fn is_slashed(words: &[Word], at: usize, feminine: &str) -> bool {
    at + 1 < words.len() && words[at + 1].gap == Gap::Slash && words[at].folded == feminine
}

/// `ciudadanos(as)`, `ciudadanos/as`, `alumno(a)s`.
fn is_shortened(words: &[Word], noun: usize) -> bool {
    words.get(noun + 1).is_some_and(|next| {
        next.gap == Gap::Slash && matches!(next.folded.as_str(), "a" | "as" | "os" | "o" | "es")
    })
}

/// The words of the same sentence around one.
fn sentence_around(words: &[Word], noun: usize) -> Range<usize> {
    let earliest = noun.saturating_sub(AROUND);
    let latest = (noun + AROUND + 1).min(words.len());
    let start = (earliest..=noun)
        .rev()
        .find(|at| words[*at].gap == Gap::Break)
        .unwrap_or(earliest);
    let end = (noun + 1..latest)
        .find(|at| words[*at].gap == Gap::Break)
        .unwrap_or(latest);
    start..end
}

/// Whether the determiner at this place, or the noun, follows "las y", "todas y", "de las y de".
fn split_determiner(words: &[Word], determiner: usize) -> bool {
    let mut at = determiner;
    let step = |at: usize| at.checked_sub(1).map(|at| words[at].folded.as_str());
    if matches!(step(at), Some("a" | "de" | "con" | "para" | "por" | "en")) {
        at -= 1;
    }
    let slashed = words.get(at).is_some_and(|word| word.gap == Gap::Slash);
    if matches!(step(at), Some("y" | "e" | "o" | "u" | "ni")) {
        at -= 1;
    } else if !slashed {
        return false;
    }
    step(at).is_some_and(is_feminine_plural)
}

fn is_feminine_plural(word: &str) -> bool {
    Determiner::of(word).is_some_and(|(_, form)| form.feminine && form.plural)
}

/// Whether a noun without determiner belongs to a list whose determiner is split, or stands right
/// after a feminine one: `las y los niños, jóvenes y adultos`, `los y las ciudadanos`.
fn governed(words: &[Word], noun: usize) -> bool {
    let mut at = noun;
    for _ in 0..AROUND {
        if words[at].gap == Gap::Break {
            return false;
        }
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let word = words[before].folded.as_str();
        if let Some((_, form)) = Determiner::of(word) {
            let direct = form.feminine && form.plural && before + 1 == noun;
            return direct || split_determiner(words, before);
        }
        if is_link(word) && !matches!(word, "y" | "e" | "o" | "u") {
            return false;
        }
        at = before;
    }
    false
}
