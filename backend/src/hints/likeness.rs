//! How much two texts have in common, and where.

use std::collections::HashSet;
use std::ops::Range;

use conoceles_shared::api::hints::Fragment;
use conoceles_shared::hints::{Unmasked, legal_formulas};
use conoceles_shared::language::tokens;
use conoceles_shared::text::single_line;

use super::fingerprints::fingerprints;

/// From this share of the shorter text on, two texts are near-identical. Chosen by reading what is
/// found around it in the INE's file of 2022:
/// `docs/decisions/0019-fingerprints-of-what-was-sent.md`.
pub const THRESHOLD: f64 = 0.4;

/// Words in a shingle: three, so that a changed word costs three shingles and not five.
const SHINGLE: usize = 3;

/// Shingles that a text needs to be compared: in less, set phrases decide.
const LEAST: usize = 9;

/// Words shown of a passage, and around it.
const SHOWN: usize = 60;
const AROUND: usize = 8;

/// A text ready to be compared: accents, case, punctuation and disguises put aside.
#[derive(Debug, Clone)]
pub struct Comparable {
    text: String,
    words: Vec<String>,
    places: Vec<Range<usize>>,
    /// Of each word, whether it is part of a set phrase of law, which everybody writes alike.
    formula: Vec<bool>,
}

impl Comparable {
    /// Reads a text.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let plain = Unmasked::of(text);
        let tokens = tokens(&plain.text);
        let formula = legal_formulas(&tokens);
        let (words, places) = tokens
            .into_iter()
            .map(|it| (it.folded, plain.written(it.bytes)))
            .unzip();
        Self {
            text: text.to_owned(),
            words,
            places,
            formula,
        }
    }

    /// What is stored of it.
    #[must_use]
    pub fn fingerprints(&self) -> Vec<i64> {
        let own = self.words.iter().zip(&self.formula);
        let own: Vec<String> = own
            .filter(|(_, formula)| !**formula)
            .map(|(word, _)| word.clone())
            .collect();
        fingerprints(&own)
    }

    /// Its words, folded: equal for texts that differ in accents, case and punctuation alone.
    #[must_use]
    pub fn words(&self) -> &[String] {
        &self.words
    }

    /// What is compared: a set phrase is not.
    fn shingles(&self) -> HashSet<&[String]> {
        let all = self.words.windows(SHINGLE);
        let set = self.formula.windows(SHINGLE);
        all.zip(set)
            .filter(|(_, formula)| !formula.iter().all(|it| *it))
            .map(|(shingle, _)| shingle)
            .collect()
    }

    /// How much of the shorter text the other one holds, from 0 to 1: a proposal copied into a
    /// longer one counts as much as one copied whole.
    #[must_use]
    pub fn likeness(&self, other: &Self) -> f64 {
        if self.words == other.words && !self.words.is_empty() {
            return 1.0;
        }
        let (ours, theirs) = (self.shingles(), other.shingles());
        let least = ours.len().min(theirs.len());
        if least < LEAST {
            return 0.0;
        }
        let common = ours.intersection(&theirs).count();
        ratio(common, least)
    }

    /// The longest run of words that both have, as this text writes it.
    #[must_use]
    pub fn fragment(&self, other: &Self) -> Fragment {
        let run = self.longest_run(other);
        let end = run.end.min(run.start + SHOWN);
        let cut = if end < run.end { "…" } else { "" };
        let before = run.start.saturating_sub(AROUND)..run.start;
        let after = if cut.is_empty() {
            end..(end + AROUND).min(self.words.len())
        } else {
            end..end
        };
        let ellipsis = |on: bool| if on { "…" } else { "" };
        let start = before.start;
        let stop = after.end;
        Fragment {
            before: format!("{}{}", ellipsis(start > 0), self.passage(before)),
            matched: format!("{}{cut}", self.passage(run.start..end)),
            after: format!(
                "{}{}",
                self.passage(after),
                ellipsis(cut.is_empty() && stop < self.words.len())
            ),
        }
    }

    /// The words of a range as they are written, on one line.
    fn passage(&self, words: Range<usize>) -> String {
        let places = self.places.get(words).unwrap_or_default();
        let (Some(first), Some(last)) = (places.first(), places.last()) else {
            return String::new();
        };
        single_line(&self.text[first.start..last.end])
    }

    /// By rows of the table of common suffixes: the product of both lengths in steps, one row of
    /// memory.
    fn longest_run(&self, other: &Self) -> Range<usize> {
        let mut above = vec![0_usize; other.words.len() + 1];
        let mut best = 0..0;
        for (at, word) in self.words.iter().enumerate() {
            let mut row = vec![0; above.len()];
            for (column, theirs) in other.words.iter().enumerate() {
                if word == theirs {
                    row[column + 1] = above[column] + 1;
                    if row[column + 1] > best.len() {
                        best = at + 1 - row[column + 1]..at + 1;
                    }
                }
            }
            above = row;
        }
        best
    }
}

/// A share. Both are counts of the words of one answer.
#[expect(
    clippy::cast_precision_loss,
    reason = "an answer has fewer words than an f64 counts exactly"
)]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// A share in whole percent; only what is whole is 100.
#[must_use]
pub fn percent(likeness: f64) -> u8 {
    (1..=100)
        .rev()
        .find(|it| f64::from(*it) <= likeness * 100.0 + 1e-9)
        .unwrap_or(0)
}

#[cfg(test)]
#[path = "likeness_tests.rs"]
mod likeness_tests;
