//! The documents of the repository and the places in them.

use std::collections::{BTreeMap, BTreeSet};

use super::headings::anchors;
use crate::tidy::repository::Repository;

/// What can be referred to.
pub struct Pages<'a> {
    pub repository: &'a Repository,
    anchors: BTreeMap<&'a str, BTreeSet<String>>,
}

impl<'a> Pages<'a> {
    pub fn of(repository: &'a Repository) -> Self {
        let pages = repository.ending(".md");
        let anchors = pages
            .map(|file| (file.path.as_str(), anchors(&file.text)))
            .collect();
        Self {
            repository,
            anchors,
        }
    }

    /// What is wrong with a reference to a place of a page that is there.
    pub fn missing_anchor(&self, page: &str, anchor: Option<&str>) -> Option<String> {
        let anchor = anchor.filter(|anchor| !anchor.is_empty())?;
        let there = self.anchors.get(page)?.contains(anchor);
        (!there).then(|| format!("{page} has no heading #{anchor}: name one that is there"))
    }
}
