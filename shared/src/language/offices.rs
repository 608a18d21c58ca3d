//! Offices of women in the masculine: `la juez`, `mi hermana es síndico`, `electa regidor`.
//!
//! Who speaks is not known, so `fui regidor` is left alone; a feminine word has to be there.

use std::ops::Range;

use super::grammar::{self, Determiner};
use super::index::Rules;
use super::phrase::{self, previous};
use super::split;
use super::words::{Case, Gap, Word};
use crate::lists::list_file;

/// The rule about them.
pub(super) const RULE: &str = "cargo-en-masculino";

/// Adjectives after an office that have one form.
const ONE_FORM: &[&str] = list_file!("lists/office_words_of_one_form.txt");

/// What may stand between article and office.
const BEFORE: &[&str] = list_file!("lists/before_offices.txt");

/// Words that say that somebody is a woman.
const WOMEN: &[&str] = list_file!("lists/women.txt");

/// An office, or a word beside it, that is masculine though a woman holds it.
pub(super) struct Found {
    pub(super) span: Range<usize>,
    pub(super) suggestion: String,
}

/// The office at this word, if the words around it say that a woman holds it.
pub(super) fn find_office(text: &str, words: &[Word], at: usize, rules: &Rules) -> Option<Found> {
    let word = &words[at];
    let compound = |at: usize| words.get(at).is_some_and(|word| word.gap == Gap::Slash);
    if word.quoted || word.glued || word.gap == Gap::Slash || compound(at + 1) {
        return None;
    }
    if rules.is_office_of_women(&word.folded) {
        return beside_feminine(text, words, at, rules);
    }
    let feminine = rules.office_of_women(&word.folded)?.to_owned();
    let start = leading(words, at);
    if !is_womans(text, words, start, rules) {
        return None;
    }
    let mut made = lead(text, words, start..at);
    made.push(cased(&feminine, text, word));
    let mut end = at + 1;
    let mut pending: Vec<String> = Vec::new();
    for (next, word) in words.iter().enumerate().skip(at + 1) {
        if word.gap != Gap::Space {
            break;
        }
        if let Some(feminine) = rules.office_adjective(&word.folded) {
            made.append(&mut pending);
            made.push(cased(feminine, text, word));
            end = next + 1;
        } else if ONE_FORM.contains(&word.folded.as_str()) {
            pending.push(text[word.bytes.clone()].to_owned());
        } else {
            break;
        }
    }
    let article = previous(words, start).filter(|word| is_feminine_determiner(&word.folded));
    let from = article.map_or(start, |_| start - 1);
    let lead = article.map(|word| text[word.bytes.clone()].to_owned());
    made.splice(0..0, lead);
    Some(Found {
        span: from..end,
        suggestion: made.join(" "),
    })
}

/// What is masculine beside an office in the feminine: `contadora público`, `la primer regidora`.
fn beside_feminine(text: &str, words: &[Word], at: usize, rules: &Rules) -> Option<Found> {
    let masculine = previous(words, at).is_some_and(|word| {
        let determiner = Determiner::of(&word.folded);
        determiner.is_some_and(|(it, form)| !form.feminine && !it.invariable())
    });
    if masculine {
        return None;
    }
    if let Some(word) = previous(words, at).filter(|word| is_apocope(&word.folded)) {
        return Some(Found {
            span: at - 1..at,
            suggestion: cased(&format!("{}a", word.folded), text, word),
        });
    }
    let next = words.get(at + 1).filter(|word| word.gap == Gap::Space)?;
    let feminine = rules.office_adjective(&next.folded)?;
    let written = text[next.bytes.clone()].to_lowercase();
    // "como regidora publico mis cuentas": without its accent it may be a verb.
    let plain = feminine != grammar::feminine_of_one(&written);
    if plain || words.get(at + 2).is_some_and(|word| word.gap == Gap::Slash) {
        return None;
    }
    Some(Found {
        span: at + 1..at + 2,
        suggestion: cased(feminine, text, next),
    })
}

/// Where the adjectives between article and office begin.
fn leading(words: &[Word], at: usize) -> usize {
    let mut start = at;
    while previous(words, start).is_some_and(|word| BEFORE.contains(&word.folded.as_str())) {
        start -= 1;
    }
    start
}

fn lead(text: &str, words: &[Word], lead: Range<usize>) -> Vec<String> {
    words[lead]
        .iter()
        .map(|word| {
            if is_apocope(&word.folded) {
                cased(&format!("{}a", word.folded), text, word)
            } else {
                text[word.bytes.clone()].to_owned()
            }
        })
        .collect()
}

fn is_apocope(folded: &str) -> bool {
    matches!(folded, "primer" | "tercer")
}

/// A word with the capitals of the one whose place it takes.
fn cased(made: &str, text: &str, word: &Word) -> String {
    match word.case {
        Case::Upper => made.to_uppercase(),
        Case::Capital if text[word.bytes.clone()].chars().count() > 1 => phrase::capitalised(made),
        Case::Capital | Case::Lower => made.to_owned(),
    }
}

fn is_feminine_determiner(folded: &str) -> bool {
    Determiner::of(folded).is_some_and(|(it, form)| form.feminine && !it.invariable())
}

/// Whether what stands before an office says that a woman holds it.
fn is_womans(text: &str, words: &[Word], start: usize, rules: &Rules) -> bool {
    let Some(before) = start.checked_sub(1) else {
        return false;
    };
    let gap = words[start].gap;
    let word = words[before].folded.as_str();
    let woman = |at: usize| {
        let folded = &words[at].folded;
        WOMEN.contains(&folded.as_str()) || rules.is_office_of_women(folded)
    };
    match gap {
        Gap::Space if is_feminine_determiner(word) => !is_half_of_double(words, before),
        // "hombres y mujeres abogados": the office stands for both.
        Gap::Space if woman(before) => !split::has_pair(words, before),
        Gap::Space if is_joined_to_woman(words, before) => true,
        Gap::Space => {
            let at = if word == "como" {
                before.checked_sub(1)
            } else {
                Some(before)
            };
            at.is_some_and(|at| is_chosen(words, at) || has_feminine_subject(words, at, &woman))
        }
        Gap::Comma => follows_name_of_woman(words, before, &woman),
        Gap::Break => {
            let between = &text[words[before].bytes.end..words[start].bytes.start];
            let article =
                previous(words, before).is_some_and(|it| is_feminine_determiner(&it.folded));
            let hers = matches!(word, "sra" | "srta" | "dra" | "mtra" | "profra");
            let title = matches!(word, "c" | "lic" | "ing" | "arq" | "mtro");
            between == ". " && (hers || (title && article))
        }
        Gap::Slash => false,
    }
}

/// `la candidata a gobernador`, `como mujer y abogado`.
fn is_joined_to_woman(words: &[Word], link: usize) -> bool {
    let Some(before) = previous(words, link).map(|word| word.folded.as_str()) else {
        return false;
    };
    match words[link].folded.as_str() {
        "a" => matches!(before, "candidata" | "precandidata"),
        "y" => {
            let lead = previous(words, link - 1).map(|word| word.folded.as_str());
            before == "mujer" && matches!(lead, Some("como" | "soy" | "siendo" | "ser"))
        }
        _ => false,
    }
}

/// `el o la presidente`, `el/la juez`: the office stands for both.
fn is_half_of_double(words: &[Word], article: usize) -> bool {
    let masculine = |at: usize| {
        matches!(
            words[at].folded.as_str(),
            "el" | "los"
                | "al"
                | "del"
                | "un"
                | "unos"
                | "este"
                | "ese"
                | "nuestro"
                | "nuestros"
                | "todo"
        )
    };
    let joined = words[article].gap == Gap::Slash;
    let mut at = article;
    for _ in 0..3 {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        let link = matches!(
            words[before].folded.as_str(),
            "o" | "y" | "u" | "a" | "de" | "para"
        );
        if masculine(before) && (joined || at < article) {
            return true;
        }
        if !link {
            return false;
        }
        at = before;
    }
    false
}

/// `electa regidor`, `la nombraron director`.
fn is_chosen(words: &[Word], at: usize) -> bool {
    const CHOSEN: [&str; 10] = [
        "electa",
        "elegida",
        "reelecta",
        "nombrada",
        "designada",
        "ratificada",
        "postulada",
        "registrada",
        "proclamada",
        "contratada",
    ];
    const CHOOSE: [&str; 6] = [
        "eligieron",
        "nombraron",
        "designaron",
        "hicieron",
        "eligio",
        "nombro",
    ];
    let word = words[at].folded.as_str();
    CHOSEN.contains(&word)
        || (CHOOSE.contains(&word)
            && previous(words, at).is_some_and(|word| word.folded == "la" || word.folded == "las"))
}

/// `mi hermana Rosa es juez`: a verb, and before it a woman who is not somebody's ("el tío de ella").
fn has_feminine_subject(words: &[Word], verb: usize, woman: &impl Fn(usize) -> bool) -> bool {
    const BE: [&str; 10] = [
        "es", "fue", "era", "sera", "seria", "sido", "son", "fueron", "eran", "siendo",
    ];
    if !BE.contains(&words[verb].folded.as_str()) {
        return false;
    }
    let mut at = verb;
    for _ in 0..5 {
        let Some(before) = previous(words, at).map(|_| at - 1) else {
            return false;
        };
        if woman(before) {
            return !belongs_to_other(words, before);
        }
        let small = matches!(
            words[before].folded.as_str(),
            "ha" | "habia" | "ya" | "hoy" | "tambien" | "siempre" | "ahora" | "quien" | "que"
        );
        if !small && words[before].case == Case::Lower {
            return false;
        }
        at = before;
    }
    false
}

fn belongs_to_other(words: &[Word], woman: usize) -> bool {
    let mut at = woman;
    while let Some(word) = previous(words, at) {
        if matches!(
            word.folded.as_str(),
            "de" | "del" | "con" | "a" | "para" | "por"
        ) {
            return true;
        }
        if Determiner::of(&word.folded).is_none() || woman - at > 2 {
            return false;
        }
        at -= 1;
    }
    false
}

/// `la licenciada Rebeca Montes, director`: a title, a name, a comma.
fn follows_name_of_woman(words: &[Word], last: usize, woman: &impl Fn(usize) -> bool) -> bool {
    let mut at = last;
    for _ in 0..5 {
        if woman(at) {
            let named = at < last
                || words[at].folded == "ella"
                || previous(words, at)
                    .is_some_and(|word| matches!(word.folded.as_str(), "mi" | "su" | "nuestra"));
            return named && !belongs_to_other(words, at);
        }
        let named =
            words[at].case != Case::Lower || matches!(words[at].folded.as_str(), "de" | "la");
        if !named || previous(words, at).is_none() {
            return false;
        }
        at -= 1;
    }
    false
}
