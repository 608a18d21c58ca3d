//! All near-identical texts of many candidacies, as groups.

use std::collections::{BTreeMap, HashMap, HashSet};

use conoceles_shared::api::hints::Fragment;
use conoceles_shared::questionnaire::Section;
use serde::Serialize;

use super::likeness::Comparable;

/// A fingerprint that this many texts share is a set phrase: it finds too much to be worth it.
const COMMON: usize = 200;

/// A text with whose it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Whose {
    /// A candidacy's id, or its row in a file.
    pub candidacy: String,
    /// The candidate's name.
    pub name: String,
    /// What the actor is called.
    pub actor: String,
    /// Which of its texts.
    pub section: Section,
}

/// Texts that are near-identical, each to at least one other of the group.
#[derive(Debug, Serialize)]
pub struct Group {
    /// The greatest likeness of two of them, from 0 to 1.
    pub similarity: f64,
    /// The least likeness that joined one to the group.
    pub least: f64,
    /// Whether all are the same words.
    pub verbatim: bool,
    /// Whose they are, in the order given.
    pub texts: Vec<Whose>,
    /// The longest passage that the two most alike have in common.
    pub fragment: Fragment,
}

/// Two texts that are alike, by their places in the list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The earlier.
    pub one: usize,
    /// The later.
    pub other: usize,
    /// From 0 to 1.
    pub likeness: f64,
}

/// Every pair of texts of different candidacies that are alike by `threshold` or more.
#[must_use]
pub fn pairs(texts: &[(Whose, Comparable)], threshold: f64) -> Vec<Pair> {
    let mut by_fingerprint: HashMap<i64, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (at, (whose, text)) in texts.iter().enumerate() {
        let mut candidates = HashSet::new();
        for fingerprint in text.fingerprints() {
            let earlier = by_fingerprint.entry(fingerprint).or_default();
            if earlier.len() < COMMON {
                candidates.extend(earlier.iter().copied());
            }
            earlier.push(at);
        }
        found.extend(candidates.into_iter().filter_map(|earlier| {
            let (other, theirs) = &texts[earlier];
            let likeness = theirs.likeness(text);
            let alike = other.candidacy != whose.candidacy && likeness >= threshold;
            alike.then_some(Pair {
                one: earlier,
                other: at,
                likeness,
            })
        }));
    }
    found.sort_by_key(|it| (it.one, it.other));
    found
}

/// The groups that pairs make, the largest first.
#[must_use]
pub fn groups(texts: &[(Whose, Comparable)], pairs: &[Pair]) -> Vec<Group> {
    let mut leader: Vec<usize> = (0..texts.len()).collect();
    for pair in pairs {
        let (one, other) = (leader_of(&leader, pair.one), leader_of(&leader, pair.other));
        leader[one.max(other)] = one.min(other);
    }
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for at in 0..texts.len() {
        members.entry(leader_of(&leader, at)).or_default().push(at);
    }
    let mut joined: BTreeMap<usize, Vec<Pair>> = BTreeMap::new();
    for pair in pairs {
        joined
            .entry(leader_of(&leader, pair.one))
            .or_default()
            .push(*pair);
    }
    let mut groups: Vec<Group> = joined
        .iter()
        .filter_map(|(first, pairs)| group(texts, members.get(first)?, pairs))
        .collect();
    groups.sort_by_key(|it| std::cmp::Reverse(it.texts.len()));
    groups
}

fn leader_of(leader: &[usize], mut at: usize) -> usize {
    while leader[at] != at {
        at = leader[at];
    }
    at
}

fn group(texts: &[(Whose, Comparable)], members: &[usize], pairs: &[Pair]) -> Option<Group> {
    let best = pairs
        .iter()
        .max_by(|one, other| one.likeness.total_cmp(&other.likeness))?;
    let least = pairs.iter().map(|it| it.likeness).fold(1.0, f64::min);
    let words = texts[best.one].1.words();
    Some(Group {
        similarity: best.likeness,
        least,
        verbatim: members.iter().all(|it| texts[*it].1.words() == words),
        texts: members.iter().map(|it| texts[*it].0.clone()).collect(),
        fragment: texts[best.one].1.fragment(&texts[best.other].1),
    })
}

#[cfg(test)]
#[path = "report_tests.rs"]
mod report_tests;
