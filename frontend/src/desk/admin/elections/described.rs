//! The setup of an election in words.

use conoceles_shared::catalogues::Office;
use conoceles_shared::election::{ElectionSetup, Embargo, Phase, Territory};
use conoceles_shared::term::Term;
use conoceles_shared::text::CountingMode;
use conoceles_shared::time::{Instant, spanish_moment};
use serde_json::Value;

use crate::desk::admin::described::{told_as, told_plainly, told_together};
use crate::i18n::desk::texts;

/// A setup in words: what is there now comes with its election around it, what was submitted alone.
pub fn described_setup(setup: &Value) -> Vec<(&'static str, String)> {
    let t = texts().settings;
    let setup = setup.get("setup").unwrap_or(setup);
    let plainly = |label: &'static str, pointer: &str| (label, told_plainly(setup, pointer));
    let v = texts().two_versions;
    let moment = |it| spanish_moment(it);
    let offices = told_as(setup, ElectionSetup::OFFICES, |all: Vec<Office>| {
        told_together(all, |it| it.label().to_owned())
    });
    let territories = told_as(setup, ElectionSetup::TERRITORIES, |all: Vec<Territory>| {
        told_together(all, |it| it.name)
    });
    let phases = told_as(setup, ElectionSetup::PHASES, |all: Vec<Phase>| {
        let end = |it: Option<Instant>| it.map_or_else(|| v.open_end.to_owned(), moment);
        told_together(all, |it| {
            (v.phase)(it.kind.label(), &end(it.starts), &end(it.ends))
        })
    });
    let embargoes = told_as(setup, ElectionSetup::EMBARGOES, |all: Vec<Embargo>| {
        told_together(all, |it| (v.embargo)(it.office.label(), &moment(it.from)))
    });
    let counting = told_as(setup, ElectionSetup::COUNTING, |it| match it {
        CountingMode::Total => t.total.to_owned(),
        CountingMode::WithoutSpaces => t.without_spaces.to_owned(),
    });
    let mut all = vec![
        plainly(t.name, ElectionSetup::NAME),
        plainly(t.entity, ElectionSetup::ENTITY),
        plainly(t.date, ElectionSetup::DATE),
        (t.offices, offices),
        (t.territories, territories),
        (t.phases, phases),
        (t.embargoes, embargoes),
        plainly(t.four_eyes, ElectionSetup::FOUR_EYES),
        plainly(t.signed_consent, ElectionSetup::SIGNED_CONSENT),
        (t.counting, counting),
    ];
    let at = |key: &str| format!("/settings/{key}");
    all.extend(t.numbers.iter().map(|it| plainly(it.label, &at(it.key))));
    all.extend(t.terms.iter().map(|it| {
        let words = |term: Term| format!("{} {}", term.length(), term.unit().label());
        (it.label, told_as(setup, &at(it.key), words))
    }));
    all
}

#[cfg(test)]
#[path = "described_tests.rs"]
mod described_tests;
