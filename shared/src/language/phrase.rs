//! The phrase around a noun, and how it reads with another one: agreement, contraction, capitals.

use std::ops::Range;

use super::grammar::{self, ARTICLE, Agreement, Determiner};
use super::words::{Case, Gap, Word};

/// A noun with what agrees with it, as it stands in a text.
pub(super) struct Phrase {
    /// The words it takes, preposition not included.
    pub(super) words: Range<usize>,
    /// The determiner, if there is one that agrees.
    pub(super) determiner: Option<&'static Determiner>,
    /// Whether "todos" stands before the determiner.
    all: bool,
    /// Whether a number stands before it.
    counted: bool,
    /// An adjective before the noun.
    before: Option<String>,
    /// What agrees after the noun: adjectives, and what joins them.
    after: Vec<String>,
    /// Whether a verb in the plural makes a collective noun clumsy.
    plural_verb: bool,
}

impl Phrase {
    /// The phrase around the plural noun in these words.
    pub(super) fn around(text: &str, words: &[Word], noun: Range<usize>, follows: bool) -> Self {
        let mut start = noun.start;
        let back = |at: usize| previous(words, at);
        let mut before = None;
        if let Some(adjective) = back(start).filter(|word| grammar::stands_before(&word.folded)) {
            before = Some(lower_case_of(text, adjective));
            start -= 1;
        }
        let mut determiner = None;
        let mut all = false;
        if let Some((found, form)) = back(start).and_then(|word| Determiner::of(&word.folded))
            && form.plural
            && !form.feminine
        {
            determiner = Some(found);
            start -= 1;
            all = back(start).is_some_and(|word| word.folded == "todos");
            start -= usize::from(all);
        }
        let counted = back(start).is_some_and(|word| is_number(&word.folded));
        let (after, end) = if follows {
            adjectives(text, words, noun.end)
        } else {
            (Vec::new(), noun.end)
        };
        let asks = |word: Option<&Word>| word.is_some_and(|w| grammar::asks_plural(&w.folded));
        let next = words.get(end).filter(|word| word.gap == Gap::Space);
        Self {
            plural_verb: asks(back(start)) || asks(next),
            words: start..end,
            determiner,
            all,
            counted,
            before,
            after,
        }
    }

    /// The word before the phrase, if nothing but white space stands between.
    pub(super) fn previous<'w>(&self, words: &'w [Word]) -> Option<&'w Word> {
        previous(words, self.words.start)
    }

    /// Whether an adjective that has a masculine form stands before the noun.
    pub(super) fn marked_before(&self) -> bool {
        self.before
            .as_ref()
            .is_some_and(|word| word.ends_with("os"))
    }

    /// The suggestions of a rule for a noun, as this phrase needs them.
    pub(super) fn suggest(&self, noun: &str, templates: &[String]) -> Vec<String> {
        let mut made: Vec<(bool, String)> = Vec::new();
        for template in templates {
            made.extend(self.fill(noun, template));
        }
        if made.is_empty() {
            made.extend(self.fill(noun, "{split}"));
        }
        if self.plural_verb {
            made.sort_by_key(|(plural, _)| !plural);
        }
        made.into_iter().map(|(_, text)| text).collect()
    }

    /// One suggestion, and whether it is a plural; `None` where it cannot agree.
    fn fill(&self, noun: &str, template: &str) -> Option<(bool, String)> {
        if template == "{split}" {
            return Some((true, self.split(noun)?));
        }
        if self.before.is_some() {
            return None;
        }
        let template = template
            .replace("{f}", &grammar::feminine(noun))
            .replace("{m}", noun);
        let template = self.paired(template)?;
        let (agreement, head) = head(&template);
        let Some(agreement) = agreement else {
            // A wording without an article stands for the article and the noun, and for no more.
            let plain = self
                .determiner
                .is_none_or(|determiner| determiner == ARTICLE)
                && !self.all;
            let text = self.with_after(head, Agreement::FEMININE_PLURAL);
            return plain.then_some((true, text));
        };
        let lead = match self.determiner {
            None if agreement.plural => String::new(),
            None if self.counted => return None,
            None => format!("{} ", ARTICLE.form(agreement)),
            Some(determiner) if determiner.counts && !agreement.plural => return None,
            Some(determiner) => format!("{} ", determiner.form(agreement)),
        };
        let all = match (self.all, agreement.plural, agreement.feminine) {
            (false, ..) => "",
            (true, true, true) => "todas ",
            (true, true, false) => "todos ",
            (true, false, true) => "toda ",
            (true, false, false) => "todo ",
        };
        let text = format!("{all}{lead}{}", self.with_after(head, agreement));
        Some((agreement.plural, text))
    }

    /// A suggestion of several nouns, each with its article ("las niñas y los niños"): they all lose
    /// it where there is no determiner, and no other determiner can take the place of them all.
    fn paired(&self, template: String) -> Option<String> {
        if !template.contains(" los ") {
            return Some(template);
        }
        match self.determiner {
            None => Some(template.replace(" los ", " ").replace(" las ", " ")),
            Some(determiner) => (determiner == ARTICLE && !self.all).then_some(template),
        }
    }

    /// Both genders: of the determiner where it has two, otherwise of the noun.
    fn split(&self, noun: &str) -> Option<String> {
        let masculine = Agreement {
            feminine: false,
            plural: true,
        };
        let before = self
            .before
            .as_ref()
            .map(|word| format!("{word} "))
            .unwrap_or_default();
        let feminine = grammar::feminine(noun);
        let both = match self.determiner {
            _ if self.all => {
                let determiner = self.determiner?.form(masculine);
                format!("todas y todos {determiner} {before}{noun}")
            }
            Some(determiner) if !determiner.invariable() => {
                let (f, m) = (
                    determiner.form(Agreement::FEMININE_PLURAL),
                    determiner.form(masculine),
                );
                format!("{f} y {m} {before}{noun}")
            }
            _ if feminine == noun && self.before.is_none() => return None,
            other => {
                let lead = other
                    .map(|d| format!("{} ", d.form(masculine)))
                    .unwrap_or_default();
                let first = self.before.as_ref().map_or_else(
                    || feminine.clone(),
                    |word| format!("{} {feminine}", grammar::feminine(word)),
                );
                let second = format!("{before}{noun}");
                format!("{lead}{first} {} {second}", grammar::and(&second))
            }
        };
        let after: String = self.after.iter().map(|word| format!(" {word}")).collect();
        Some(both + &after)
    }

    fn with_after(&self, head: &str, agreement: Agreement) -> String {
        let mut out = head.to_owned();
        for word in &self.after {
            out.push(' ');
            if matches!(
                word.as_str(),
                "y" | "e" | "o" | "u" | "más" | "mas" | "muy" | "tan"
            ) {
                out.push_str(word);
            } else {
                out.push_str(&grammar::inflect(word, agreement));
            }
        }
        out
    }
}

/// A suggestion's article, as gender and number, and the rest of it.
fn head(template: &str) -> (Option<Agreement>, &str) {
    let Some((first, rest)) = template.split_once(' ') else {
        return (None, template);
    };
    match Determiner::of(first) {
        Some((determiner, form)) if determiner == ARTICLE => (Some(form), rest),
        _ => (None, template),
    }
}

/// The adjectives after a noun, "más" and "y" between them, and where they end.
fn adjectives(text: &str, words: &[Word], from: usize) -> (Vec<String>, usize) {
    let fits = |at: usize| {
        words
            .get(at)
            .filter(|word| word.gap == Gap::Space && !word.quoted && !word.named())
    };
    let adjective = |at: usize| fits(at).is_some_and(|word| grammar::is_adjective(&word.folded));
    let link = |at: usize, links: &[&str]| {
        fits(at).is_some_and(|word| links.contains(&word.folded.as_str()))
    };
    let mut end = from;
    loop {
        let mut at = end;
        if end > from && link(at, &["y", "e", "o"]) {
            at += 1;
        }
        if link(at, &["mas", "muy", "tan"]) {
            at += 1;
        }
        if !adjective(at) || end - from > 6 {
            break;
        }
        end = at + 1;
    }
    let taken = words[from..end]
        .iter()
        .map(|word| lower_case_of(text, word))
        .collect();
    (taken, end)
}

/// A word as it is written, in lower case.
fn lower_case_of(text: &str, word: &Word) -> String {
    text[word.bytes.clone()].to_lowercase()
}

/// The word before another one, where nothing but white space stands between.
pub(super) fn previous(words: &[Word], at: usize) -> Option<&Word> {
    let here = words.get(at)?;
    let before = words.get(at.checked_sub(1)?)?;
    (here.gap == Gap::Space).then_some(before)
}

fn is_number(folded: &str) -> bool {
    const NUMBERS: [&str; 14] = [
        "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "doce",
        "veinte", "cien", "mil", "cientos",
    ];
    folded.bytes().all(|byte| byte.is_ascii_digit()) || NUMBERS.contains(&folded)
}

/// The span and the suggestions once a preposition before them has contracted: where a suggestion
/// begins with "el", "a" and "de" before it become "al" and "del", so they belong to the span.
pub(super) fn contract(
    words: &[Word],
    span: Range<usize>,
    suggestions: Vec<String>,
) -> (Range<usize>, Vec<String>) {
    let needed = suggestions.iter().any(|text| text.starts_with("el "));
    let preposition = previous(words, span.start)
        .map(|word| word.folded.as_str())
        .filter(|word| needed && matches!(*word, "a" | "de"));
    let Some(preposition) = preposition else {
        return (span, suggestions);
    };
    let contracted = suggestions
        .into_iter()
        .map(|text| match text.strip_prefix("el ") {
            Some(rest) if preposition == "a" => format!("al {rest}"),
            Some(rest) => format!("del {rest}"),
            None => format!("{preposition} {text}"),
        })
        .collect();
    (span.start - 1..span.end, contracted)
}

/// A suggestion with the capitals of the words whose place it takes.
pub(super) fn capitals(suggestion: String, words: &[Word]) -> String {
    let first = words.first().map(|word| word.case);
    if words.iter().all(|word| word.shouted) || all_upper(words) {
        return suggestion.to_uppercase();
    }
    if first == Some(Case::Lower) {
        return suggestion;
    }
    capitalised(&suggestion)
}

/// A text with a capital first.
pub(super) fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().into_iter().flat_map(char::to_uppercase);
    first.collect::<String>() + chars.as_str()
}

/// Whether everything is in capitals; one letter alone (`A LOS NIÑOS`) does not tell.
fn all_upper(words: &[Word]) -> bool {
    let upper = |word: &Word| word.case == Case::Upper;
    let fits = |word: &Word| upper(word) || (word.case == Case::Capital && word.chars.len() == 1);
    words.iter().any(upper) && words.iter().all(fits)
}
