//! The golden sentences, and how well the rules do on them.

use std::ops::Range;

use super::check::check;
use super::finding::Finding;
use super::index::Rules;
use super::rule::Level;

/// The sentences on which the rules were tuned, and those on which they were not.
pub const SETS: [(&str, &str); 4] = [
    ("ajuste", include_str!("tuned.txt")),
    ("reserva", include_str!("held_out.txt")),
    ("ajuste por clases", include_str!("kinds_tuned.txt")),
    ("reserva por clases", include_str!("kinds_held_out.txt")),
];

/// A sentence, with what must be found in it.
#[derive(Debug)]
pub struct MarkedSentence {
    /// Its line in the file, from 1.
    pub line: usize,
    /// The sentence without its marks.
    pub text: String,
    /// What must be found: level and place, in characters.
    pub expected: Vec<(Level, Range<usize>)>,
}

/// A finding that should not be, or one that should.
#[derive(Debug)]
pub struct Miss {
    /// The sentence's line in its file.
    pub line: usize,
    /// The whole sentence, without its marks.
    pub text: String,
    /// What was found and should not have been; or what was not found.
    pub what: Wrong,
}

/// Which of the two a [`Miss`] is.
#[derive(Debug)]
pub enum Wrong {
    /// Found, and should not have been: the rule and the words.
    Found(String, String),
    /// Not found: the level and the words.
    Missing(Level, String),
}

/// How well the rules do on a set.
#[derive(Debug, Default)]
pub struct Score {
    /// Sentences, and how many of them must stay without any finding.
    pub sentences: usize,
    /// Sentences in which nothing must be found.
    pub clean: usize,
    /// Findings that had to be: the level, and a span that overlaps the marked one.
    pub hits: usize,
    /// Hits whose span is the marked one, to the character.
    pub exact: usize,
    /// Findings that had not to be.
    pub false_alarms: usize,
    /// Marks that no finding answers.
    pub missing: usize,
    /// Each of the last two.
    pub misses: Vec<Miss>,
}

impl Score {
    /// Of what was found, how much had to be.
    #[must_use]
    pub fn precision(&self) -> f64 {
        ratio(self.hits, self.false_alarms)
    }

    /// Of what had to be found, how much was.
    #[must_use]
    pub fn recall(&self) -> f64 {
        ratio(self.hits, self.missing)
    }
}

fn ratio(part: usize, rest: usize) -> f64 {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    count(part) / count(part + rest).max(1.0)
}

/// The sentences of a set: comments and empty lines left out, marks `{s:…}`, `{w:…}`, `{h:…}` read.
#[must_use]
pub fn marked_sentences(set: &str) -> Vec<MarkedSentence> {
    set.lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'))
        .map(|(at, line)| read_marked_line(at + 1, line))
        .collect()
}

fn read_marked_line(line: usize, marked: &str) -> MarkedSentence {
    let mut text = String::with_capacity(marked.len());
    let mut expected = Vec::new();
    let mut open: Option<(Level, usize)> = None;
    let mut at = 0;
    let mut chars = marked.chars();
    while let Some(character) = chars.next() {
        match character {
            '{' => {
                open = chars.next().and_then(level).map(|level| (level, at));
                // The colon after the level.
                chars.next();
            }
            '}' => expected.extend(open.take().map(|(level, start)| (level, start..at))),
            other => {
                text.push(other);
                at += 1;
            }
        }
    }
    MarkedSentence {
        line,
        text,
        expected,
    }
}

const fn level(mark: char) -> Option<Level> {
    match mark {
        's' => Some(Level::Suggestion),
        'w' => Some(Level::Warning),
        'h' => Some(Level::HumanAttention),
        _ => None,
    }
}

/// Checks every sentence of a set.
#[must_use]
pub fn score(set: &str, rules: &Rules) -> Score {
    let mut score = Score::default();
    for sentence in marked_sentences(set) {
        score.sentences += 1;
        score.clean += usize::from(sentence.expected.is_empty());
        compare(&sentence, check(&sentence.text, rules), &mut score);
    }
    score
}

fn compare(sentence: &MarkedSentence, mut found: Vec<Finding>, score: &mut Score) {
    let mut miss = |what| {
        score.misses.push(Miss {
            line: sentence.line,
            text: sentence.text.clone(),
            what,
        });
    };
    for (level, span) in &sentence.expected {
        let answers = |finding: &Finding| {
            finding.level == *level && finding.start < span.end && span.start < finding.end
        };
        let Some(at) = found.iter().position(answers) else {
            let words = sentence.text.chars().skip(span.start).take(span.len());
            miss(Wrong::Missing(*level, words.collect()));
            score.missing += 1;
            continue;
        };
        let hit = found.remove(at);
        score.hits += 1;
        score.exact += usize::from((hit.start..hit.end) == *span);
    }
    score.false_alarms += found.len();
    for finding in found {
        miss(Wrong::Found(finding.rule, finding.text));
    }
}

#[cfg(test)]
#[path = "golden_tests.rs"]
mod golden_tests;
