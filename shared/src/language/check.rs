//! One text against the rules.

use std::collections::BTreeMap;
use std::ops::Range;

use super::exemptions;
use super::finding::Finding;
use super::index::{Rules, Sought, Target};
use super::phrase::{self, Phrase};
use super::rule::Level;
use super::term;
use super::words::{self, Gap, Word};
use super::{capitals, grammar, pattern::Pattern, quotations};
use crate::lists::list_file;

/// The rule about texts in capitals, the only one that is not data.
pub const CAPITALS: &str = "mayusculas";

/// What a rule found, before it is decided which findings stay.
struct Candidate {
    rule: String,
    level: Level,
    span: Range<usize>,
    suggestions: Vec<String>,
}

/// The findings in a text, in its order; none overlaps another.
#[must_use]
pub fn check(text: &str, rules: &Rules) -> Vec<Finding> {
    let mut words = words::split_words(text);
    quotations::mark_quotations(text, &mut words);
    let shouted = capitals::mark_capitals(&mut words);
    let mut candidates = Vec::new();
    for at in 0..words.len() {
        if words[at].quoted || words[at].glued {
            continue;
        }
        for target in rules.targets_from(&words[at].folded) {
            candidates.extend(candidate(text, &words, at, target, rules));
        }
    }
    let mut kept = apart(candidates);
    let in_runs = shouted.iter().map(Range::len).sum();
    if capitals::is_in_capitals(in_runs, words.len()) {
        for run in shouted {
            if let Some(candidate) = in_capitals(text, &words, run, &kept, rules) {
                kept.insert(candidate.span.start, candidate);
            }
        }
    }
    let findings = kept.into_values();
    findings.map(|found| finding(text, &words, found)).collect()
}

/// Those that do not overlap: the weightier first, then the longer, then the earlier.
fn apart(mut candidates: Vec<Candidate>) -> BTreeMap<usize, Candidate> {
    candidates.sort_by_key(|found| {
        let span = &found.span;
        (std::cmp::Reverse((found.level, span.len())), span.start)
    });
    let mut kept: BTreeMap<usize, Candidate> = BTreeMap::new();
    for candidate in candidates {
        let before = kept.range(..candidate.span.end).next_back();
        if before.is_none_or(|(_, other)| other.span.end <= candidate.span.start) {
            kept.insert(candidate.span.start, candidate);
        }
    }
    kept
}

fn candidate(
    text: &str,
    words: &[Word],
    at: usize,
    target: &Target,
    rules: &Rules,
) -> Option<Candidate> {
    let rule = rules.rule_at(target.rule)?;
    let (span, suggestions) = match &target.sought {
        Sought::Phrase(pattern) => phrase_found(words, at, pattern, &rule.suggestions)?,
        Sought::Term {
            words: term,
            feminine,
            plural,
        } => {
            let span = same(words, at, term)?;
            let agreement = grammar::Agreement {
                feminine: *feminine,
                plural: *plural,
            };
            term::find_term(words, span, agreement, &rule.suggestions)
        }
        Sought::Noun {
            words: noun,
            written,
            articled,
        } => {
            let span = same(words, at, noun)?;
            let phrase = noun_phrase(text, words, span, *articled, rules)?;
            (
                phrase.words.clone(),
                phrase.suggest(written, &rule.suggestions),
            )
        }
    };
    let exempt = words[span.clone()]
        .iter()
        .any(|word| word.quoted || word.glued)
        || exemptions::is_name(words, &span)
        || silenced(words, &span, target.rule, rules);
    if exempt {
        return None;
    }
    let (span, suggestions) = phrase::contract(words, span, suggestions);
    let place = &words[span.clone()];
    let suggestions = suggestions
        .into_iter()
        .map(|suggestion| phrase::capitals(suggestion, place))
        .collect();
    Some(Candidate {
        rule: rule.id.clone(),
        level: rule.level,
        span,
        suggestions,
    })
}

/// The words from `at` on that are these, one phrase.
fn same(words: &[Word], at: usize, wanted: &[String]) -> Option<Range<usize>> {
    let found = words.get(at..at + wanted.len())?;
    let fits = found
        .iter()
        .zip(wanted)
        .enumerate()
        .all(|(place, (word, wanted))| {
            word.folded == *wanted && (place == 0 || word.gap == Gap::Space)
        });
    fits.then_some(at..at + wanted.len())
}

fn phrase_found(
    words: &[Word],
    at: usize,
    pattern: &Pattern,
    suggestions: &[String],
) -> Option<(Range<usize>, Vec<String>)> {
    let span = pattern.find_from(words, at)?;
    let open = words[span.clone()]
        .iter()
        .find_map(|word| pattern.open_part(&word.folded));
    let filled = suggestions
        .iter()
        .map(|suggestion| suggestion.replace("{*}", open.unwrap_or_default()))
        .collect();
    Some((span, filled))
}

/// The phrase of a masculine noun, unless it is an adjective there, someone in particular, or split.
fn noun_phrase(
    text: &str,
    words: &[Word],
    noun: Range<usize>,
    articled: bool,
    rules: &Rules,
) -> Option<Phrase> {
    let follows = !words
        .get(noun.end)
        .is_some_and(|next| rules.is_term(&next.folded));
    let phrase = Phrase::around(text, words, noun.clone(), follows);
    let determiner = phrase.determiner;
    let masculine = determiner.is_some_and(|found| !found.invariable()) || phrase.marked_before();
    if articled && !masculine {
        return None;
    }
    let previous = phrase.previous(words).map(|word| word.folded.as_str());
    let own =
        determiner.is_some_and(|found| found.form(grammar::Agreement::FEMININE_PLURAL) == "mis");
    let adjective = determiner.is_none() && previous.is_some_and(is_plural_noun);
    if own
        || adjective
        || exemptions::is_split(words, &phrase.words, noun.start, determiner.is_some())
    {
        return None;
    }
    Some(phrase)
}

/// Words in -s that are no nouns in the plural.
const NO_PLURAL_NOUNS: &[&str] = list_file!("lists/no_plural_nouns.txt");

/// Whether a word before a noun without determiner is itself a noun, which the other describes:
/// `servicios médicos`, `hombres trabajadores`.
fn is_plural_noun(folded: &str) -> bool {
    let verb = folded.ends_with("mos") && folded.len() > 5;
    folded.ends_with('s') && folded.len() > 2 && !verb && !NO_PLURAL_NOUNS.contains(&folded)
}

/// How far before a finding a phrase that silences it may begin.
const BEFORE: usize = 8;

fn silenced(words: &[Word], span: &Range<usize>, rule: usize, rules: &Rules) -> bool {
    rules.silence(rule).any(|pattern| {
        (span.start.saturating_sub(BEFORE)..span.end)
            .filter_map(|at| pattern.find_from(words, at))
            .any(|found| found.start < span.end && span.start < found.end)
    })
}

/// A run of capitals as a finding: its first stretch without another one.
fn in_capitals(
    text: &str,
    words: &[Word],
    run: Range<usize>,
    kept: &BTreeMap<usize, Candidate>,
    rules: &Rules,
) -> Option<Candidate> {
    let rule = rules.rule(CAPITALS)?;
    let mut start = run.start;
    let mut end = run.end;
    let before = kept.range(..=run.start).next_back();
    start = start.max(before.map_or(0, |(_, other)| other.span.end));
    for (at, other) in kept.range(start..run.end) {
        if *at > start {
            end = *at;
            break;
        }
        start = other.span.end;
    }
    if start >= end || words[start..end].iter().all(|word| word.quoted) {
        return None;
    }
    let (first, last) = (&words[start], &words[end - 1]);
    let lower = text[first.bytes.start..last.bytes.end].to_lowercase();
    let sentence = if first.opens {
        phrase::capitalised(&lower)
    } else {
        lower
    };
    Some(Candidate {
        rule: rule.id.clone(),
        level: rule.level,
        span: start..end,
        suggestions: vec![sentence],
    })
}

fn finding(text: &str, words: &[Word], found: Candidate) -> Finding {
    let (first, last) = (&words[found.span.start], &words[found.span.end - 1]);
    Finding {
        rule: found.rule,
        level: found.level,
        start: first.chars.start,
        end: last.chars.end,
        text: text[first.bytes.start..last.bytes.end].to_owned(),
        suggestions: found.suggestions,
    }
}

#[cfg(test)]
#[path = "check_tests.rs"]
mod check_tests;
