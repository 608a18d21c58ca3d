//! What was found in all parts of a ZIP together: each part knows only its own files.

use std::collections::{BTreeMap, BTreeSet};

use conoceles_shared::api::many_photos::{
    LEFT_OUT, PhotoForOne, PhotosDryRun, StrayFile, WithoutPhoto,
};
use conoceles_shared::ids::CandidacyId;

/// What a part would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LookedPart {
    /// Its number among the parts.
    pub part: usize,
    pub run: PhotosDryRun,
}

impl LookedPart {
    /// What its commit is based on: `-` for what is not ticked; nothing where nothing of it is.
    pub fn based_on(&self, ticked: &BTreeSet<CandidacyId>) -> Option<String> {
        let versions = self.run.based_on.split('.');
        let photos = self.run.photos.iter().zip(versions);
        let chosen: Vec<&str> = photos
            .map(|(photo, version)| {
                if is_free(photo) && ticked.contains(&photo.candidacy) {
                    version
                } else {
                    LEFT_OUT
                }
            })
            .collect();
        chosen
            .iter()
            .any(|it| *it != LEFT_OUT)
            .then(|| chosen.join("."))
    }
}

/// Whether nothing stands in the way of a photo and there is something to save.
pub fn is_free(photo: &PhotoForOne) -> bool {
    photo.reasons.is_empty() && !photo.unchanged
}

/// What was found in all parts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FoundPhotos {
    /// Those that may be saved.
    pub free: Vec<PhotoForOne>,
    /// Those that something stands in the way of.
    pub refused: Vec<PhotoForOne>,
    /// Those that are stored already.
    pub unchanged: usize,
    pub strays: Vec<StrayFile>,
    pub without: Vec<WithoutPhoto>,
}

impl FoundPhotos {
    /// All parts together. Photos of one candidacy in several parts are as doubtful as in one: `twice` is
    /// what is said of them.
    pub fn in_all(parts: &[LookedPart], twice: &str) -> Self {
        let mut counts: BTreeMap<&CandidacyId, usize> = BTreeMap::new();
        for photo in parts.iter().flat_map(|it| &it.run.photos) {
            *counts.entry(&photo.candidacy).or_default() += 1;
        }
        let mut found = Self::default();
        for photo in parts.iter().flat_map(|it| &it.run.photos) {
            let mut photo = photo.clone();
            if counts.get(&photo.candidacy).is_some_and(|it| *it > 1) {
                photo.reasons.push(twice.to_owned());
            }
            match (photo.reasons.is_empty(), photo.unchanged) {
                (false, _) => found.refused.push(photo),
                (true, true) => found.unchanged += 1,
                (true, false) => found.free.push(photo),
            }
        }
        let strays = parts.iter().flat_map(|it| &it.run.strays);
        found.strays = strays.cloned().collect();
        let without = parts.last().map(|it| it.run.without.as_slice());
        let without = without.unwrap_or_default().iter();
        found.without = without
            .filter(|it| !counts.contains_key(&it.candidacy))
            .cloned()
            .collect();
        found
    }

    /// Whom there is a photo for that may be saved.
    pub fn all_free(&self) -> BTreeSet<CandidacyId> {
        self.free.iter().map(|it| it.candidacy.clone()).collect()
    }
}

#[cfg(test)]
#[path = "found_tests.rs"]
mod found_tests;
