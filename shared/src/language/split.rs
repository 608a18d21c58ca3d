//! Double forms, in every manner in which people type them: the feminine beside the masculine, both
//! articles, an ending after a slash, a bracket or a hyphen.

use std::ops::Range;

use super::grammar::{self, Agreement, Determiner};
use super::words::{Gap, Word};

/// How far around a noun its other half may stand.
const AROUND: usize = 7;

/// Endings that stand for the other form: `niñas/os`, `las(os)`, `doctoras/es`.
const ENDINGS: [&str; 10] = ["a", "as", "o", "os", "e", "es", "ra", "ras", "oras", "esas"];

/// Whether the feminine stands beside the masculine already: `las y los`, `niñas y niños`,
/// `ciudadanos(as)`, or a list that a split determiner governs.
pub(super) fn is_split(words: &[Word], span: &Range<usize>, noun: usize, marked: bool) -> bool {
    let masculine = &words[noun].folded;
    let feminine = grammar::feminine(masculine);
    let sentence = sentence_around(words, noun);
    if is_shortened(words, noun)
        || is_both_sexes(words, noun + 1)
        || after_shortened(words, span.start)
        || split_determiner(words, span.start + usize::from(!marked))
    {
        return true;
    }
    // "servidoras y servidores", also "las maestras que acompañan a los maestros": rare.
    if feminine != *masculine && sentence.clone().any(|at| words[at].folded == feminine) {
        return true;
    }
    let feminine_article = |at: usize| {
        at.checked_sub(1)
            .is_some_and(|at| is_feminine_plural(&words[at].folded))
    };
    if sentence
        .clone()
        .any(|at| words[at].folded == *masculine && feminine_article(at))
    {
        return true;
    }
    !marked && (governed(words, span.start) || describes_split(words, noun))
}

/// `los jóvenes, hombres y mujeres`.
fn is_both_sexes(words: &[Word], at: usize) -> bool {
    words.get(at..at + 3).is_some_and(|next| {
        let [one, and, other] = [0, 1, 2].map(|at| next[at].folded.as_str());
        is_and(and)
            && matches!(
                (one, other),
                ("hombres", "mujeres") | ("mujeres", "hombres")
            )
    })
}

/// Whether a phrase of masculine words has its feminine beside it: `todas y a todos`, `la o el
/// ciudadano`, `todos(as)`.
pub(super) fn is_split_phrase(words: &[Word], span: &Range<usize>) -> bool {
    let agrees = span.start.checked_sub(1).is_some_and(|before| {
        let adjective = words[before].folded.ends_with("os");
        words[span.start].gap == Gap::Space && adjective && has_pair(words, before)
    });
    // "las y los doctores y enfermeras"; a feminine article alone ("las señoritas") splits nothing.
    let listed = words[span.start].folded.ends_with("as")
        && Determiner::of(&words[span.start].folded).is_none()
        && determiner_of_list(words, span.start).is_some_and(|at| split_determiner(words, at));
    agrees
        || listed
        || after_shortened(words, span.start)
        || span
            .clone()
            .any(|at| is_shortened(words, at) || has_pair(words, at))
}

/// Whether the other form of a word is joined to it by "y", "o", "ni" or a slash.
pub(super) fn has_pair(words: &[Word], at: usize) -> bool {
    let Some(other) = other_form(&words[at].folded) else {
        return false;
    };
    let mut joined = matches!(words[at].gap, Gap::Slash | Gap::Comma);
    for before in (at.saturating_sub(4)..at).rev() {
        if words[before + 1].gap == Gap::Break {
            break;
        }
        let word = words[before].folded.as_str();
        if word == other && joined {
            return true;
        }
        joined |= is_and(word) || matches!(words[before].gap, Gap::Slash | Gap::Comma);
        if !crosses(word) {
            break;
        }
    }
    let mut joined = false;
    for word in words.iter().take(at + 5).skip(at + 1) {
        if word.gap == Gap::Break {
            break;
        }
        joined |= is_and(&word.folded) || matches!(word.gap, Gap::Slash | Gap::Comma);
        if word.folded == other && joined {
            return true;
        }
        if !crosses(&word.folded) {
            break;
        }
    }
    false
}

/// The form of the other gender: of a determiner, of a contracted article, of a word in -o or -a.
fn other_form(folded: &str) -> Option<String> {
    let unlike = match folded {
        "al" | "del" => "la",
        "hombre" => "mujer",
        "mujer" => "hombre",
        "hombres" => "mujeres",
        "mujeres" => "hombres",
        _ => "",
    };
    if !unlike.is_empty() {
        return Some(unlike.to_owned());
    }
    if let Some((determiner, form)) = Determiner::of(folded) {
        let other = determiner.form(Agreement {
            feminine: !form.feminine,
            ..form
        });
        return (other != folded).then(|| other.to_owned());
    }
    // The longer endings first: "trabajadora" has no form in -o.
    const PAIRS: [(&str, &str); 10] = [
        ("ores", "oras"),
        ("oras", "ores"),
        ("or", "ora"),
        ("ora", "or"),
        ("ente", "enta"),
        ("enta", "ente"),
        ("os", "as"),
        ("as", "os"),
        ("o", "a"),
        ("a", "o"),
    ];
    PAIRS
        .iter()
        .filter(|_| folded.len() > 3)
        .find_map(|(from, to)| Some(format!("{}{to}", folded.strip_suffix(from)?)))
}

fn is_and(word: &str) -> bool {
    matches!(word, "y" | "e" | "o" | "u" | "ni")
}

/// What may stand between the two halves.
fn crosses(word: &str) -> bool {
    const SMALL: [&str; 9] = ["a", "de", "con", "para", "por", "en", "al", "del", "que"];
    is_and(word) || SMALL.contains(&word) || Determiner::of(word).is_some()
}

/// `ciudadanos(as)`, `ciudadanos/as`, `alumno(a)s`, `productores-as`.
pub(super) fn is_shortened(words: &[Word], noun: usize) -> bool {
    words.get(noun + 1).is_some_and(is_ending)
}

fn is_ending(word: &Word) -> bool {
    word.gap == Gap::Slash && ENDINGS.contains(&word.folded.as_str())
}

/// Whether an ending after a determiner stands right before: `los(as) maestros`, `las/os docentes`.
fn after_shortened(words: &[Word], start: usize) -> bool {
    start
        .checked_sub(2)
        .is_some_and(|at| is_ending(&words[at + 1]) && Determiner::of(&words[at].folded).is_some())
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
    if step(at).is_some_and(is_and) {
        at -= 1;
    } else if !slashed {
        return false;
    }
    // "las y/o los".
    if step(at).is_some_and(is_and) {
        at -= 1;
    }
    step(at).is_some_and(is_feminine_plural)
}

fn is_feminine_plural(word: &str) -> bool {
    Determiner::of(word).is_some_and(|(_, form)| form.feminine && form.plural)
}

/// Whether a noun without determiner belongs to a list whose determiner is split, or stands right
/// after a feminine one: `las y los niños, jóvenes y adultos`, `los y las ciudadanos`.
fn governed(words: &[Word], noun: usize) -> bool {
    determiner_of_list(words, noun).is_some_and(|at| {
        let direct = at + 1 == noun && is_feminine_plural(&words[at].folded);
        direct || split_determiner(words, at)
    })
}

/// The determiner before a noun, or before the list in which it stands.
fn determiner_of_list(words: &[Word], noun: usize) -> Option<usize> {
    let mut at = noun;
    for _ in 0..AROUND {
        if words[at].gap == Gap::Break {
            return None;
        }
        let before = at.checked_sub(1)?;
        let word = words[before].folded.as_str();
        if Determiner::of(word).is_some() {
            return Some(before);
        }
        if grammar::is_link(word) && !is_and(word) {
            return None;
        }
        at = before;
    }
    None
}

/// Whether a word is one more adjective of a noun that stands in both forms: `las niñas y los niños
/// mexicanos y extranjeros`. In `niñas, niños y trabajadores` it is a noun of its own.
fn describes_split(words: &[Word], adjective: usize) -> bool {
    if !grammar::is_adjective(&words[adjective].folded) {
        return false;
    }
    let mut after_adjective = false;
    for at in (adjective.saturating_sub(AROUND)..adjective).rev() {
        if words[at + 1].gap == Gap::Break {
            return false;
        }
        let word = &words[at].folded;
        let feminine = grammar::feminine(word);
        let near = sentence_around(words, at);
        if feminine != *word && near.clone().any(|other| words[other].folded == feminine) {
            return after_adjective;
        }
        if grammar::is_adjective(word) {
            after_adjective = true;
        } else if !is_and(word) {
            return false;
        }
    }
    false
}
