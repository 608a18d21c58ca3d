//! Endings that stand for both forms, `tod@s`, `todxs`, `todes`: found whatever the word, replaced
//! only where both forms are known.

use std::ops::Range;

use super::grammar;
use super::index::Rules;
use super::words::{Gap, Word};
use crate::lists::list_file;

/// The rule about `@` and `x`.
pub(super) const SIGN: &str = "arroba-y-equis";

/// The rule about `e`.
pub(super) const LETTER_E: &str = "terminacion-e";

/// Words in -es that only look like a form in -e of a noun: `muertes`.
const WORDS_IN_ES: &[&str] = list_file!("lists/words_in_es.txt");

/// Words with such endings that follow each other.
pub(super) struct Found {
    pub(super) rule: &'static str,
    pub(super) span: Range<usize>,
    pub(super) suggestions: Vec<String>,
}

/// A word with such an ending, and the two plurals that it stands for, feminine first.
struct Both {
    rule: &'static str,
    forms: Option<(String, String)>,
}

/// The run of such words that begins here: `tod@s l@s niñ@s` is one, so that what takes its place
/// agrees: `todas las niñas y todos los niños`. A plain article among them is part of it.
pub(super) fn find_endings(words: &[Word], at: usize, rules: &Rules) -> Option<Found> {
    let begun = |at: usize| ending_at(words, at, rules).or_else(|| article_at(words, at, rules));
    if at > 0 && words[at].gap == Gap::Space && begun(at - 1).is_some() {
        return None;
    }
    let first = begun(at)?;
    let mut run = vec![first.forms];
    while words
        .get(at + run.len())
        .is_some_and(|w| w.gap == Gap::Space)
        && let Some(next) = begun(at + run.len())
    {
        run.push(next.forms);
    }
    let span = at..at + run.len();
    let known: Option<Vec<(String, String)>> = run.into_iter().collect();
    Some(Found {
        rule: first.rule,
        span,
        suggestions: known.map_or_else(Vec::new, |forms| both_forms(&forms)),
    })
}

fn both_forms(forms: &[(String, String)]) -> Vec<String> {
    let joined = |of: fn(&(String, String)) -> &str| -> String {
        forms.iter().map(of).collect::<Vec<_>>().join(" ")
    };
    let (feminine, masculine) = (joined(|it| &it.0), joined(|it| &it.1));
    let split = format!("{feminine} {} {masculine}", grammar::and(&masculine));
    if masculine == "todos" {
        return vec![split, "todas las personas".to_owned()];
    }
    vec![split]
}

/// Articles that agree with the word after them, feminine first.
const ARTICLES: [(&str, &str); 4] = [
    ("las", "los"),
    ("unas", "unos"),
    ("estas", "estos"),
    ("esas", "esos"),
];

/// A plain article before a word with such an ending, whose two forms want two articles.
fn article_at(words: &[Word], at: usize, rules: &Rules) -> Option<Both> {
    let word = words.get(at).filter(|word| !word.quoted && !word.glued)?;
    words.get(at + 1).filter(|next| next.gap == Gap::Space)?;
    let rule = ending_at(words, at + 1, rules)?.rule;
    let own = |it: &&(&str, &str)| it.0 == word.folded || it.1 == word.folded;
    let (feminine, masculine) = ARTICLES.iter().find(own)?;
    Some(Both {
        rule,
        forms: Some(((*feminine).to_owned(), (*masculine).to_owned())),
    })
}

fn ending_at(words: &[Word], at: usize, rules: &Rules) -> Option<Both> {
    let word = words.get(at).filter(|word| !word.quoted && !word.glued)?;
    let folded = word.folded.as_str();
    if folded == "les" {
        let next = words.get(at + 1).filter(|next| next.gap == Gap::Space)?;
        in_e(&next.folded, rules)?;
        return Some(Both {
            rule: LETTER_E,
            forms: Some(("las".to_owned(), "los".to_owned())),
        });
    }
    with_sign(folded, rules).or_else(|| in_e(folded, rules))
}

fn with_sign(folded: &str, rules: &Rules) -> Option<Both> {
    let known = |stem: &str| match stem {
        "l" => Some(("las".to_owned(), "los".to_owned())),
        _ => rules.both_from_stem(stem),
    };
    let found = |forms| Some(Both { rule: SIGN, forms });
    if let Some(stem) = folded.strip_suffix("@s") {
        return found(known(stem));
    }
    // One person's two forms do not say which of them is meant: nothing is offered.
    if folded.strip_suffix('@').is_some_and(|stem| stem.len() > 2) {
        return found(None);
    }
    if let Some(stem) = folded.strip_suffix("xs") {
        let forms = known(stem);
        let consonant = !stem.ends_with(['a', 'e', 'i', 'o', 'u', 'x']);
        let word = stem.len() > 2 && stem.contains(['a', 'e', 'i', 'o', 'u']) && consonant;
        return if forms.is_some() || word {
            found(forms)
        } else {
            None
        };
    }
    let one = folded.strip_suffix('x')?;
    known(one).filter(|_| one.len() > 2)?;
    found(None)
}

fn in_e(folded: &str, rules: &Rules) -> Option<Both> {
    let stem = folded.strip_suffix("es")?;
    if WORDS_IN_ES.contains(&folded) || rules.is_person(folded) {
        return None;
    }
    // "amigues", "chiques": the sound is kept.
    let stem = stem
        .strip_suffix("gu")
        .map(|stem| format!("{stem}g"))
        .or_else(|| stem.strip_suffix("qu").map(|stem| format!("{stem}c")))
        .unwrap_or_else(|| stem.to_owned());
    let forms = rules.both(&format!("{stem}os"))?;
    Some(Both {
        rule: LETTER_E,
        forms: Some(forms),
    })
}
