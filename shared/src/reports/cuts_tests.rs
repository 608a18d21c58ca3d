//! The attacker: whoever knows the rules and everything that was shown, and reckons what can have been.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::super::tally::CellTally;
use super::*;

type Counts = Vec<u64>;

const CODES: [&str; 4] = ["a", "b", "c", "d"];

fn tally(cells: &[u64]) -> IdentityTally {
    let cells: Vec<_> = cells
        .iter()
        .zip(CODES)
        .map(|(count, code)| CellTally {
            code,
            all: *count,
            unknown: *count,
        })
        .collect();
    IdentityTally {
        counted: cells.iter().map(|it| it.all).sum(),
        questions: vec![QuestionTally {
            question: QuestionId::Indigenous,
            complement: 1,
            cells,
        }],
    }
}

fn at(day: u32) -> Instant {
    format!("2027-05-{day:02}T05:59:59Z").parse().unwrap()
}

/// What is shown after each of these states of the world.
fn shown(worlds: &[&Counts], threshold: u64) -> Vec<Option<IdentityCut>> {
    let mut told = Vec::new();
    let mut all = Vec::new();
    for (day, world) in (1..).zip(worlds) {
        let next = following_cut(&told, &tally(world), threshold, at(day));
        told.extend(next.clone());
        all.push(next);
    }
    all
}

fn every_count(cells: usize, most: u64) -> Vec<Counts> {
    let mut all = vec![Vec::new()];
    for _ in 0..cells {
        all = all
            .into_iter()
            .flat_map(|it: Counts| {
                (0..=most - it.iter().sum::<u64>()).map(move |next| {
                    let mut longer = it.clone();
                    longer.push(next);
                    longer
                })
            })
            .collect();
    }
    all
}

/// The cell that what was shown tells too much of, if there is one: of each that may be smaller than the
/// threshold, `enough` says whether so many values are possible. `worlds` are all histories that show
/// the same.
fn narrows(
    worlds: &[Vec<&Counts>],
    threshold: u64,
    enough: impl Fn(&BTreeSet<u64>) -> bool,
) -> Option<String> {
    let first = worlds.first()?;
    for (cut, world) in first.iter().enumerate() {
        for cell in 0..world.len() {
            let possible: BTreeSet<u64> = worlds.iter().map(|it| it[cut][cell]).collect();
            let small = possible.iter().any(|it| *it < threshold);
            if small && !enough(&possible) {
                return Some(format!("cut {cut}, cell {cell}: {possible:?}"));
            }
        }
    }
    None
}

#[test]
fn no_small_cell_of_one_table_is_narrowed() {
    for (cells, most, threshold) in [(2, 30, 5), (3, 26, 5), (4, 18, 3)] {
        let all = every_count(cells, most);
        let mut by_output: BTreeMap<String, Vec<Vec<&Counts>>> = BTreeMap::new();
        for world in &all {
            let output = format!("{:?}", shown(&[world], threshold));
            by_output.entry(output).or_default().push(vec![world]);
        }
        assert!(by_output.len() > 50);
        for (output, worlds) in by_output {
            // Any number from none to one under the threshold.
            let enough = |it: &BTreeSet<u64>| (0..threshold).all(|value| it.contains(&value));
            let narrowed = narrows(&worlds, threshold, enough);
            assert_eq!(narrowed, None, "{cells} cells: {output}");
        }
    }
}

#[test]
fn no_small_cell_is_narrowed_by_the_cut_that_follows() {
    let threshold = 3;
    let all = every_count(3, 13);
    let mut by_output: BTreeMap<String, Vec<Vec<&Counts>>> = BTreeMap::new();
    for before in &all {
        // The attacker assumes that people join and nobody leaves.
        let later = all
            .iter()
            .filter(|it| it.iter().zip(before).all(|(now, was)| now >= was));
        for after in later {
            let output = format!("{:?}", shown(&[before, after], threshold));
            by_output
                .entry(output)
                .or_default()
                .push(vec![before, after]);
        }
    }
    for (output, worlds) in by_output {
        // As many values as the threshold.
        let enough = |it: &BTreeSet<u64>| it.len() as u64 >= threshold;
        let narrowed = narrows(&worlds, threshold, enough);
        assert_eq!(narrowed, None, "{output}");
    }
}

fn history() -> impl Strategy<Value = Vec<Counts>> {
    let cells = prop::collection::vec(0_u64..40, 3);
    prop::collection::vec(cells, 2..6)
}

proptest! {
    #[test]
    fn no_difference_between_any_two_cuts_is_small(worlds in history(), threshold in 2_u64..9) {
        let worlds: Vec<&Counts> = worlds.iter().collect();
        let told: Vec<_> = shown(&worlds, threshold).into_iter().flatten().collect();
        for (at, later) in told.iter().enumerate() {
            for before in &told[..at] {
                if let (Some(was), Some(is)) = (before.counted, later.counted) {
                    prop_assert!(moved(was, is, threshold));
                }
                for (was, is) in before.questions.iter().zip(&later.questions) {
                    let (Some((was, _)), Some((is, _))) = (was.visible(), is.visible()) else {
                        continue;
                    };
                    for (was, is) in was.iter().zip(&is) {
                        prop_assert!(moved(*was, *is, threshold));
                    }
                }
            }
        }
    }

    #[test]
    fn nothing_under_the_threshold_is_shown(worlds in history(), threshold in 2_u64..9) {
        let worlds: Vec<&Counts> = worlds.iter().collect();
        for cut in shown(&worlds, threshold).into_iter().flatten() {
            prop_assert!(cut.counted.is_none_or(|it| it >= threshold));
            for question in &cut.questions {
                for (_, count) in question.cells.iter().flatten() {
                    prop_assert!(count.is_none_or(|it| it >= threshold));
                }
            }
        }
    }
}

#[test]
fn a_threshold_is_never_lowered_and_never_under_five() {
    let first = next_identity_cut(&[], &tally(&[8, 40, 3]), 10, at(1)).unwrap();
    assert_eq!(first.threshold, 10);
    let second = next_identity_cut(&[first], &tally(&[28, 60, 23]), 2, at(2)).unwrap();
    assert_eq!(second.threshold, 10);
    assert_eq!(
        next_identity_cut(&[], &tally(&[1, 1, 1]), 2, at(1))
            .unwrap()
            .threshold,
        5
    );
}

#[test]
fn an_election_too_small_says_so_once() {
    let small = next_identity_cut(&[], &tally(&[1, 2, 1]), 5, at(1)).unwrap();
    assert_eq!((small.counted, small.questions.len()), (None, 0));
    assert_eq!(
        next_identity_cut(&[small], &tally(&[1, 3, 0]), 5, at(2)),
        None
    );
}
