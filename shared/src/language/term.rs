//! Words for people that are found in all their forms: what takes their place.

use std::ops::Range;

use super::grammar::{self, ARTICLE, Agreement, Determiner};
use super::phrase;
use super::words::Word;
use crate::lists::list_file;

/// Nouns for people that a term can describe: there it is an adjective.
const PEOPLE: &[&str] = list_file!("lists/people.txt");

/// A preposition after which a suggestion no longer changes.
fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "con" | "de" | "en" | "que" | "sin" | "a" | "LGBTTTIQ+"
    )
}

/// Where a term is found, its determiner included, and what can take its place.
pub(super) fn find_term(
    text: &str,
    words: &[Word],
    term: Range<usize>,
    form: Agreement,
    templates: &[String],
) -> (Range<usize>, Vec<String>) {
    let before = phrase::previous(words, term.start).map(|word| word.folded.as_str());
    if before.is_some_and(is_person) {
        let made = templates
            .iter()
            .filter_map(|template| beside(template, form));
        return (term.clone(), made.collect());
    }
    if before.is_some_and(|word| !leaves_room(word)) || follows_is(text, words, term.start) {
        return (term, Vec::new());
    }
    let (lead, start) = match before.map(|word| (word, Determiner::of(word))) {
        Some((_, Some((determiner, found)))) if found.plural == form.plural => {
            (Lead::Determiner(determiner), term.start - 1)
        }
        Some(("al", _)) => (Lead::Contracted("a"), term.start - 1),
        Some(("del", _)) => (Lead::Contracted("de"), term.start - 1),
        _ => (Lead::None, term.start),
    };
    let made = templates
        .iter()
        .map(|template| instead(template, &lead, form.plural));
    (start..term.end, made.collect())
}

/// Whether a noun phrase can stand after this word: after a thing that the term describes (`un
/// gobierno paralítico`) or a verb (`quedó inválido`) none of the suggestions would read well.
fn leaves_room(word: &str) -> bool {
    const COPULAS: [&str; 8] = ["es", "son", "fue", "era", "eran", "somos", "soy", "como"];
    grammar::is_link(word)
        || Determiner::of(word).is_some()
        || COPULAS.contains(&word)
        || matches!(word, "que" | "ni" | "hacia" | "cada" | "cualquier")
}

/// Whether `está` stands before, also where it was typed `esta`: a noun phrase does not begin there.
fn follows_is(text: &str, words: &[Word], term: usize) -> bool {
    let Some(word) = phrase::previous(words, term).filter(|it| it.folded == "esta") else {
        return false;
    };
    let subject = phrase::previous(words, term - 1);
    text[word.bytes.clone()].contains(['á', 'Á'])
        || subject.is_some_and(|it| !grammar::is_link(&it.folded))
}

enum Lead {
    None,
    Determiner(&'static Determiner),
    /// The preposition that the article had contracted with.
    Contracted(&'static str),
}

fn is_person(word: &str) -> bool {
    PEOPLE.contains(&word)
        || word
            .strip_suffix('s')
            .is_some_and(|one| PEOPLE.contains(&one))
}

/// A suggestion as a noun phrase, with the determiner it needs.
fn instead(template: &str, lead: &Lead, plural: bool) -> String {
    let Some(rest) = template.strip_prefix("persona ") else {
        return template.to_owned();
    };
    let agreement = Agreement {
        feminine: true,
        plural,
    };
    let phrase = if plural {
        format!("personas {}", in_plural(rest))
    } else {
        template.to_owned()
    };
    match lead {
        Lead::None => phrase,
        Lead::Determiner(determiner) => format!("{} {phrase}", determiner.form(agreement)),
        Lead::Contracted(preposition) => {
            format!("{preposition} {} {phrase}", ARTICLE.form(agreement))
        }
    }
}

/// A suggestion as what describes the noun before: "niños con discapacidad", "un joven sordo".
fn beside(template: &str, form: Agreement) -> Option<String> {
    let rest = template.strip_prefix("persona ")?;
    if rest.split(' ').next().is_some_and(is_preposition) {
        return Some(rest.to_owned());
    }
    let rest = match rest.strip_suffix('a') {
        Some(stem) if !form.feminine && !rest.contains(' ') => format!("{stem}o"),
        _ => rest.to_owned(),
    };
    Some(if form.plural { in_plural(&rest) } else { rest })
}

/// Every word in the plural, as far as the first preposition.
fn in_plural(phrase: &str) -> String {
    let mut fixed = false;
    let words = phrase.split(' ').map(|word| {
        fixed |= is_preposition(word);
        if fixed {
            word.to_owned()
        } else {
            grammar::plural(word)
        }
    });
    words.collect::<Vec<_>>().join(" ")
}
