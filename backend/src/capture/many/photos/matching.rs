//! Whose each photo is: by the name that the sheet told, or by the candidacy's id.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use conoceles_shared::api::many_photos::{file_key, file_stem};
use conoceles_shared::ids::CandidacyId;

use super::names::FileInZip;

/// What becomes of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// It is this one's, and this one has no other.
    One(CandidacyId),
    /// It is nobody's.
    Nobody,
    /// Several candidacies name it.
    Several(Vec<CandidacyId>),
    /// It is this one's, and so are others.
    OneOfSeveral(CandidacyId),
}

/// Whose each of the files is; `wanted` are the actor's candidacies with the file that each names.
pub fn owners<'a>(
    files: &[&FileInZip],
    wanted: impl IntoIterator<Item = (&'a CandidacyId, Option<&'a str>)>,
) -> Vec<Owner> {
    let mut by_key: HashMap<String, BTreeSet<&CandidacyId>> = HashMap::new();
    let mut by_stem: HashMap<String, BTreeSet<&CandidacyId>> = HashMap::new();
    for (id, name) in wanted {
        by_stem.entry(id.to_string()).or_default().insert(id);
        let Some(key) = name.map(file_key).filter(|it| !it.is_empty()) else {
            continue;
        };
        // Whoever leaves the ending out means the photo of that name.
        if file_stem(&key).is_none() {
            by_stem.entry(key.clone()).or_default().insert(id);
        }
        by_key.entry(key).or_default().insert(id);
    }
    let of_key = |key: &String| {
        let named = by_key.get(key).into_iter();
        let stem = file_stem(key).and_then(|it| by_stem.get(it));
        named.chain(stem).flatten().copied().collect::<Vec<_>>()
    };
    let found: Vec<BTreeSet<&CandidacyId>> = files
        .iter()
        .map(|it| it.keys.iter().flat_map(of_key).collect())
        .collect();
    let mut counts: BTreeMap<&CandidacyId, u32> = BTreeMap::new();
    for id in found.iter().flatten() {
        let count = counts.entry(id).or_default();
        *count = count.saturating_add(1);
    }
    let owner = |all: BTreeSet<&CandidacyId>| {
        let all: Vec<&CandidacyId> = all.into_iter().collect();
        match all.as_slice() {
            [] => Owner::Nobody,
            [one] if counts.get(one).is_some_and(|it| *it > 1) => {
                Owner::OneOfSeveral((*one).clone())
            }
            [one] => Owner::One((*one).clone()),
            several => Owner::Several(several.iter().map(|it| (*it).clone()).collect()),
        }
    };
    found.into_iter().map(owner).collect()
}

#[cfg(test)]
#[path = "matching_tests.rs"]
mod matching_tests;
