//! Successive cuts of the identity statistics: what may follow what was shown before
//! (`docs/decisions/0049-identity-statistics.md`).

use serde::{Deserialize, Serialize};

use super::suppression::{MIN_THRESHOLD, Shown, shown_cells};
use super::tally::{IdentityTally, QuestionTally};
use crate::questionnaire::QuestionId;
use crate::time::Instant;

/// What of one question is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionCut {
    /// Which.
    pub question: QuestionId,
    /// The cut that its figures are of: an earlier one where the present must not be told.
    pub at: Instant,
    /// How many were counted then.
    pub counted: u64,
    /// Its options by code, each with its count or kept back; none where all of it is.
    pub cells: Option<Vec<(String, Option<u64>)>>,
}

/// What is shown from one cut on. Counts that are kept back are not in it: they are stored nowhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdentityCut {
    /// Its cut-off.
    pub at: Instant,
    /// The threshold that it was made with.
    pub threshold: u64,
    /// How many were counted; none of too few.
    pub counted: Option<u64>,
    /// The questions.
    pub questions: Vec<QuestionCut>,
}

/// The cut that follows those before; `None` where telling how many there are now, beside what was told
/// before, would tell of fewer than the threshold.
#[must_use]
pub fn next_identity_cut(
    earlier: &[IdentityCut],
    tally: &IdentityTally,
    threshold: u64,
    at: Instant,
) -> Option<IdentityCut> {
    // A threshold that is lowered later must not tell of what was kept back under the higher one.
    let before = earlier.iter().map(|it| it.threshold).max().unwrap_or(0);
    let threshold = threshold.max(MIN_THRESHOLD).max(before);
    following_cut(earlier, tally, threshold, at)
}

/// The same, whatever the threshold.
pub(super) fn following_cut(
    earlier: &[IdentityCut],
    tally: &IdentityTally,
    threshold: u64,
    at: Instant,
) -> Option<IdentityCut> {
    let told = earlier.iter().filter_map(|it| it.counted);
    if tally.counted < threshold {
        // Whoever was told how many there were learns nothing from now on; else it says why.
        return earlier.is_empty().then(|| IdentityCut {
            at,
            threshold,
            counted: None,
            questions: Vec::new(),
        });
    }
    if !told
        .into_iter()
        .all(|it| moved(it, tally.counted, threshold))
    {
        return None;
    }
    let questions = tally.questions.iter().map(|of| {
        let before: Vec<_> = earlier
            .iter()
            .flat_map(|it| it.questions.iter().filter(|it| it.question == of.question))
            .collect();
        let now = question_cut(of, tally.counted, threshold, at);
        if before.iter().all(|it| may_follow(it, &now, threshold)) {
            now
        } else {
            before
                .last()
                .map_or_else(|| all_kept_back(&now), |it| (*it).clone())
        }
    });
    Some(IdentityCut {
        at,
        threshold,
        counted: Some(tally.counted),
        questions: questions.collect(),
    })
}

/// Whether a number that was told and one that is to be told differ by nobody, or by enough.
const fn moved(before: u64, now: u64, threshold: u64) -> bool {
    before == now || before.abs_diff(now) >= threshold
}

fn question_cut(of: &QuestionTally, counted: u64, threshold: u64, at: Instant) -> QuestionCut {
    let unknown: Vec<u64> = of.cells.iter().map(|it| it.unknown).collect();
    let hidden = match shown_cells(&unknown, of.complement, threshold) {
        Shown::All => Some(Vec::new()),
        Shown::AllBut(hidden) => Some(hidden),
        Shown::Nothing => None,
    };
    let cells = hidden.map(|hidden| {
        let cells = of.cells.iter().enumerate();
        cells
            .map(|(place, it)| {
                (
                    it.code.to_owned(),
                    (!hidden.contains(&place)).then_some(it.all),
                )
            })
            .collect()
    });
    QuestionCut {
        question: of.question,
        at,
        counted,
        cells,
    }
}

fn all_kept_back(of: &QuestionCut) -> QuestionCut {
    QuestionCut {
        cells: None,
        ..of.clone()
    }
}

impl QuestionCut {
    /// Every number that can be read or reckoned: the cells that are shown, and what is kept back
    /// together; and which cells are.
    fn visible(&self) -> Option<(Vec<u64>, Vec<bool>)> {
        let cells = self.cells.as_ref()?;
        let mut numbers: Vec<u64> = cells.iter().filter_map(|(_, count)| *count).collect();
        let shown: u64 = numbers.iter().sum();
        let pattern: Vec<bool> = cells.iter().map(|(_, count)| count.is_some()).collect();
        if pattern.contains(&false) {
            numbers.push(self.counted.saturating_sub(shown));
        }
        Some((numbers, pattern))
    }
}

/// Whether `now` may be told of a question after `before`: judged by what can be seen of both alone, so
/// that whether it was told tells nothing.
fn may_follow(before: &QuestionCut, now: &QuestionCut, threshold: u64) -> bool {
    match (before.visible(), now.visible()) {
        (None, None) => true,
        // What was told stays; nobody is to learn that it fell.
        (Some(_), None) => false,
        (Some((was, pattern)), Some((is, same))) => {
            pattern == same
                && was
                    .iter()
                    .zip(&is)
                    .all(|(was, is)| moved(*was, *is, threshold))
        }
        // What all was kept back of is told for the first time: only where those who joined since could
        // be everybody in every cell, so that it tells nothing of who was there before.
        (None, Some((is, _))) => {
            let joined = now.counted.checked_sub(before.counted);
            joined.is_some_and(|joined| is.iter().all(|it| *it <= joined))
        }
    }
}

#[cfg(test)]
#[path = "cuts_tests.rs"]
mod cuts_tests;
