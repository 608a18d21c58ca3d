//! Offices in both genders, and the adjectives that follow them.

use std::collections::{BTreeMap, BTreeSet};

use super::grammar;
use crate::lists::{part, table_file};
use crate::text;

/// A word as it is written, masculine and feminine.
pub(super) type Pair = (&'static str, &'static str);

pub(super) const OFFICES: &[Pair] = table_file!("lists/offices.csv", pair_of_line);

/// Adjectives after an office.
pub(super) const ADJECTIVES: &[Pair] = table_file!("lists/office_adjectives.csv", pair_of_line);

const fn pair_of_line(line: &'static str) -> Pair {
    part(line, b',')
}

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
        for (masculine, feminine) in OFFICES {
            let many = grammar::plural(feminine);
            made.of_women
                .extend([text::fold(feminine), text::fold(&many)]);
            let plural = text::fold(&grammar::plural(masculine));
            made.feminine.insert(plural, many);
            made.feminine
                .insert(text::fold(masculine), (*feminine).to_owned());
        }
        for (masculine, feminine) in ADJECTIVES {
            let many = text::fold(&grammar::plural(masculine));
            made.adjectives.insert(many, grammar::plural(feminine));
            made.adjectives
                .insert(text::fold(masculine), (*feminine).to_owned());
        }
        made
    }
}
