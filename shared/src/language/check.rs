//! One text against the rules.

use std::collections::BTreeMap;
use std::ops::Range;

use super::exemptions;
use super::finding::Finding;
use super::index::{Rules, Sought, Target};
use super::phrase::{self, Phrase};
use super::rule::{Level, Rule};
use super::term;
use super::words::{self, Gap, Word};
use super::{capitals, endings, grammar, offices, pattern::Pattern, quotations, split, things};

/// The rule about texts in capitals.
pub const CAPITALS: &str = "mayusculas";

/// The rules that look for no words of their own: what they find is in code, what they say is data.
pub(super) const BY_CODE: [&str; 4] = [CAPITALS, offices::RULE, endings::SIGN, endings::LETTER_E];

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
    capitals::mark_short_text(&mut words);
    restore_enie(&mut words, rules);
    let mut candidates = Vec::new();
    for at in 0..words.len() {
        if words[at].quoted || words[at].glued {
            continue;
        }
        for target in rules.targets_from(&words[at].folded) {
            candidates.extend(candidate(text, &words, at, target, rules));
        }
        candidates.extend(office(text, &words, at, rules));
        candidates.extend(endings(&words, at, rules));
    }
    let mut kept = apart(candidates);
    let in_runs = shouted.iter().map(Range::len).sum();
    if capitals::is_in_capitals(in_runs, words.len()) {
        let first = shouted
            .into_iter()
            .find_map(|run| in_capitals(&words, run, &kept, rules));
        kept.extend(first.map(|candidate| (candidate.span.start, candidate)));
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
        Sought::Phrase(pattern) => phrase_found(words, at, pattern, rule, rules)?,
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
            term::find_term(text, words, span, agreement, &rule.suggestions)
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
        || silenced(words, &span, target.rule, rules)
        || (rule.level == Level::HumanAttention
            && exemptions::is_denounced(words, &span, rules.denouncing()));
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
    rule: &Rule,
    rules: &Rules,
) -> Option<(Range<usize>, Vec<String>)> {
    let span = pattern.find_from(words, at)?;
    let split = rule.level == Level::Suggestion && split::is_split_phrase(words, &span);
    if split || things::refers_to_things(words, &span, rules) {
        return None;
    }
    let open = words[span.clone()]
        .iter()
        .find_map(|word| pattern.open_part(&word.folded));
    let filled = rule
        .suggestions
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
    let folded = &words[noun.start].folded;
    let own =
        determiner.is_some_and(|found| found.form(grammar::Agreement::FEMININE_PLURAL) == "mis");
    // "sus técnicos": the determiner does not say it, but the ending does.
    let masculine = phrase.marked_before()
        || determiner.is_some_and(|it| !it.invariable() || grammar::feminine(folded) != *folded);
    if own || (articled && !masculine) || is_other_word(text, words, noun.start) {
        return None;
    }
    let previous = phrase.previous(words).map(|word| word.folded.as_str());
    let adjective = determiner.is_none()
        && (previous.is_some_and(things::is_plural_noun)
            || things::is_one_more_adjective(words, noun.start));
    if adjective
        || exemptions::names_persons(words, noun.end)
        || things::is_device(words, &noun)
        || split::is_split(words, &phrase.words, noun.start, determiner.is_some())
    {
        return None;
    }
    Some(phrase)
}

/// `PAPAS` in capitals without accents: potatoes as likely as parents.
fn is_other_word(text: &str, words: &[Word], noun: usize) -> bool {
    let word = &words[noun];
    word.folded == "papas" && word.shouted && text[word.bytes.clone()].is_ascii()
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

/// The remark on capitals, one for a text: the first stretch of a run without another finding. It
/// offers no wording, because the text does not say where its names, accents and ñ are.
fn in_capitals(
    words: &[Word],
    run: Range<usize>,
    kept: &BTreeMap<usize, Candidate>,
    rules: &Rules,
) -> Option<Candidate> {
    let rule = rules.rule(CAPITALS)?;
    let before = kept.range(..=run.start).next_back();
    let mut start = run.start.max(before.map_or(0, |(_, other)| other.span.end));
    let mut end = run.end;
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
    Some(Candidate {
        rule: rule.id.clone(),
        level: rule.level,
        span: start..end,
        suggestions: Vec::new(),
    })
}

/// A text without a single ñ was typed where there was none: its words are read with theirs.
fn restore_enie(words: &mut [Word], rules: &Rules) {
    if words.iter().any(|word| word.folded.contains('ñ')) {
        return;
    }
    for word in words {
        if let Some(written) = rules.with_enie(&word.folded) {
            written.clone_into(&mut word.folded);
        }
    }
}

/// An office of a woman in the masculine.
fn office(text: &str, words: &[Word], at: usize, rules: &Rules) -> Option<Candidate> {
    let found = offices::find_office(text, words, at, rules)?;
    let rule = rules.rule(offices::RULE)?;
    let quoted = words[found.span.clone()].iter().any(|word| word.quoted);
    (!quoted).then(|| Candidate {
        rule: rule.id.clone(),
        level: rule.level,
        span: found.span,
        suggestions: vec![found.suggestion],
    })
}

/// Words with endings that stand for both forms.
fn endings(words: &[Word], at: usize, rules: &Rules) -> Option<Candidate> {
    let found = endings::find_endings(words, at, rules)?;
    let rule = rules.rule(found.rule)?;
    let place = &words[found.span.clone()];
    let suggestions = found
        .suggestions
        .into_iter()
        .map(|suggestion| phrase::capitals(suggestion, place));
    Some(Candidate {
        rule: rule.id.clone(),
        level: rule.level,
        suggestions: suggestions.collect(),
        span: found.span,
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
#[cfg(test)]
#[path = "wording_tests.rs"]
mod wording_tests;
