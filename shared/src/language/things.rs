//! Masculine plurals that are not about people: adjectives of things, pronouns for things.

use std::ops::Range;

use super::index::Rules;
use super::phrase;
use super::words::{Gap, Word};
use crate::lists::list_file;

/// Nouns for people that also describe things: `insumos ganaderos`.
const ALSO_ADJECTIVES: &[&str] = list_file!("lists/also_adjectives.txt");

/// Whether such a noun is one more adjective of a thing: `insumos agrícolas y ganaderos`, `gastos
/// funerarios, médicos y escolares`.
pub(super) fn is_one_more_adjective(words: &[Word], noun: usize) -> bool {
    const ENDINGS: [&str; 12] = [
        "ales", "ares", "icos", "icas", "ivos", "ivas", "arios", "arias", "iles", "olas", "enos",
        "enas",
    ];
    let Some(mut before) = noun.checked_sub(1) else {
        return false;
    };
    if matches!(words[before].folded.as_str(), "y" | "e" | "o") && words[noun].gap == Gap::Space {
        let Some(earlier) = before.checked_sub(1) else {
            return false;
        };
        before = earlier;
    } else if words[noun].gap != Gap::Comma {
        return false;
    }
    let word = words[before].folded.as_str();
    ALSO_ADJECTIVES.contains(&words[noun].folded.as_str())
        && ENDINGS.iter().any(|ending| word.ends_with(ending))
        && previous_is_thing(words, before)
}

/// Whether what follows makes a device of who does something: `vigilantes electrónicos`. People of a
/// trade keep theirs: `ingenieros mecánicos`.
pub(super) fn is_device(words: &[Word], noun: &Range<usize>) -> bool {
    const OF_DEVICES: [&str; 11] = [
        "automaticos",
        "electricos",
        "electronicos",
        "electromagneticos",
        "hidraulicos",
        "inalambricos",
        "magneticos",
        "mecanicos",
        "nucleares",
        "solares",
        "termicos",
    ];
    let doer = ["ores", "antes", "entes"]
        .iter()
        .any(|ending| words[noun.start].folded.ends_with(ending));
    doer && words
        .get(noun.end)
        .is_some_and(|next| next.gap == Gap::Space && OF_DEVICES.contains(&next.folded.as_str()))
}

/// Whether a plural noun stands before an adjective, and not a noun for people with its article.
fn previous_is_thing(words: &[Word], adjective: usize) -> bool {
    phrase::previous(words, adjective).is_some_and(|word| {
        word.folded.ends_with('s') && !NO_PLURAL_NOUNS.contains(&word.folded.as_str())
    })
}

/// How far before a pronoun what it refers to may stand.
const ANTECEDENT: usize = 14;

/// Whether a pronoun alone refers to things of its sentence: `los parques son viejos y todos
/// necesitan luz`. After a preposition it means people.
pub(super) fn refers_to_things(words: &[Word], span: &Range<usize>, rules: &Rules) -> bool {
    let at = span.start;
    let pronoun =
        span.len() == 1 && matches!(words[at].folded.as_str(), "todos" | "algunos" | "muchos");
    let Some(before) = at.checked_sub(1).filter(|_| pronoun) else {
        return false;
    };
    let ours = words
        .get(at + 1)
        .is_some_and(|next| next.folded.ends_with("mos"));
    let word = words[before].folded.as_str();
    let verb = word != "en" && word.ends_with('n') && words[at].gap == Gap::Space;
    let free = words[at].gap == Gap::Comma || word == "y" || verb;
    if ours || !free {
        return false;
    }
    let earliest = at.saturating_sub(ANTECEDENT);
    let start = (earliest..=at)
        .rev()
        .find(|at| words[*at].starts)
        .unwrap_or(earliest);
    (start..before).any(|at| {
        let noun = &words[at + 1];
        matches!(
            words[at].folded.as_str(),
            "los" | "estos" | "esos" | "nuestros"
        ) && noun.gap == Gap::Space
            && noun.folded.ends_with('s')
            && !rules.is_person(&noun.folded)
            && !rules.is_term(&noun.folded)
            && noun.folded != "partidos"
    })
}

/// Words in -s that are no nouns in the plural.
const NO_PLURAL_NOUNS: &[&str] = list_file!("lists/no_plural_nouns.txt");

/// Whether a word before a noun without determiner is itself a noun, which the other describes:
/// `servicios médicos`, `hombres trabajadores`.
pub(super) fn is_plural_noun(folded: &str) -> bool {
    let verb = folded.ends_with("mos") && folded.len() > 5;
    folded.ends_with('s') && folded.len() > 2 && !verb && !NO_PLURAL_NOUNS.contains(&folded)
}
