//! Offices in both genders, and the adjectives that follow them.

use std::collections::{BTreeMap, BTreeSet};

use super::grammar;
use crate::lists::list_file;
use crate::text;

/// Pairs: masculine, feminine.
pub(super) const OFFICES: &[&str] = list_file!("lists/offices.txt");

/// Adjectives after an office, in the masculine.
pub(super) const ADJECTIVES: &[&str] = list_file!("lists/office_adjectives.txt");

/// Offices and what stands beside them: folded in the masculine, and their feminine.
#[derive(Clone, Debug, Default)]
pub(super) struct OfficeWords {
    pub(super) feminine: BTreeMap<String, String>,
    pub(super) of_women: BTreeSet<String>,
    pub(super) adjectives: BTreeMap<String, String>,
}

impl OfficeWords {
    pub(super) fn new() -> Self {
        let mut made = Self::default();
        for (masculine, feminine) in OFFICES.iter().filter_map(|it| it.split_once(',')) {
            let many = grammar::plural(feminine);
            made.of_women
                .extend([text::fold(feminine), text::fold(&many)]);
            let plural = text::fold(&grammar::plural(masculine));
            made.feminine.insert(plural, many);
            made.feminine
                .insert(text::fold(masculine), feminine.to_owned());
        }
        for masculine in ADJECTIVES {
            let feminine = grammar::feminine_of_one(masculine);
            let many = text::fold(&grammar::plural(masculine));
            made.adjectives.insert(many, grammar::plural(&feminine));
            made.adjectives.insert(text::fold(masculine), feminine);
        }
        made
    }
}
