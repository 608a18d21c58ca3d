//! The public elections with what their filters need, counted from the published records.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;
use conoceles_shared::api::public::{Election, ElectionRef, Facet, TerritoryRef};
use conoceles_shared::catalogues::TerritoryKind;
use conoceles_shared::ids::ElectionId;
use conoceles_shared::text::spanish_sort_key;
use conoceles_shared::time::{Instant, is_past_grace, local_date};

use super::published::Published;
use crate::elections::ElectionRow;
use crate::publication::project::election_ref;

/// The elections that have a registered or published candidacy, the latest election day first, as
/// they stand at `now`.
#[must_use]
pub fn public_elections(
    rows: &[ElectionRow],
    registered: &BTreeMap<ElectionId, u32>,
    records: &[Arc<Published>],
    now: Instant,
) -> Vec<Election> {
    let mut of_election: HashMap<&ElectionId, Vec<&Published>> = HashMap::new();
    for record in records {
        of_election
            .entry(record.election())
            .or_default()
            .push(record);
    }
    let mut elections: Vec<_> = rows
        .iter()
        .filter_map(|row| {
            let published = of_election.remove(&row.id).unwrap_or_default();
            let registered = registered.get(&row.id).copied().unwrap_or(0);
            (registered > 0 || !published.is_empty())
                .then(|| public_election(row, registered, &published, now))
        })
        .collect();
    let current = current_election(&elections, local_date(now));
    for election in &mut elections {
        election.current = current.as_ref() == Some(&election.election.id);
    }
    elections.sort_by(|a, b| {
        let key = |it: &Election| (Reverse(it.election.date), it.election.id.clone());
        key(a).cmp(&key(b))
    });
    elections
}

/// The election that the portal is about: the one whose day comes next, else the last one past; no
/// drill while there is a real one.
fn current_election(elections: &[Election], today: NaiveDate) -> Option<ElectionId> {
    let is_real = |it: &&Election| !it.election.drill;
    let any_real = elections.iter().any(|it| is_real(&it));
    let eligible = || elections.iter().filter(move |it| !any_real || is_real(it));
    let by_day = |it: &&Election| (it.election.date, it.election.id.clone());
    let to_come = |it: &&Election| !it.election.archived && it.election.date >= today;
    let next = eligible().filter(to_come).min_by_key(by_day);
    let found = next.or_else(|| eligible().max_by_key(by_day));
    found.map(|it| it.election.id.clone())
}

/// Whether its publication has ended: it is public as an archive from then on.
#[must_use]
pub fn has_closed(row: &ElectionRow, now: Instant) -> bool {
    row.setup.archived || is_past_grace(row.setup.publication_ends(), now)
}

fn public_election(
    row: &ElectionRow,
    registered: u32,
    published: &[&Published],
    now: Instant,
) -> Election {
    let count = u32::try_from(published.len()).unwrap_or(u32::MAX);
    Election {
        election: ElectionRef {
            archived: has_closed(row, now),
            ..election_ref(row)
        },
        current: false,
        entity: row.setup.entity.clone(),
        draw_seed: row.draw_seed.clone(),
        // An archive has only what was published.
        registered: registered.max(count),
        published: count,
        offices: offices(row, published),
        territories: territories(published),
        actors: actors(published),
    }
}

/// The offices in play, and any other that a record of an archive names, in the official order.
fn offices(row: &ElectionRow, published: &[&Published]) -> Vec<Facet> {
    let mut facets: Vec<_> = row
        .setup
        .offices
        .iter()
        .map(|it| facet(it.code(), it.label()))
        .collect();
    let mut others: Vec<&Published> = Vec::new();
    for record in published {
        let code = &record.summary.office.code;
        match facets.iter_mut().find(|it| it.code == *code) {
            Some(known) => known.count += 1,
            None => others.push(record),
        }
    }
    others.sort_by(|a, b| a.contest.cmp(&b.contest));
    for record in others {
        let office = &record.summary.office;
        match facets.iter_mut().find(|it| it.code == office.code) {
            Some(known) => known.count += 1,
            None => facets.push(Facet {
                count: 1,
                ..facet(&office.code, &office.label)
            }),
        }
    }
    facets
}

fn facet(code: &str, label: &str) -> Facet {
    Facet {
        code: code.to_owned(),
        label: label.to_owned(),
        count: 0,
    }
}

fn territories(published: &[&Published]) -> Vec<TerritoryRef> {
    let mut found: BTreeMap<(usize, u32, &str), &TerritoryRef> = BTreeMap::new();
    for record in published {
        let it = &record.summary.territory;
        let rank = TerritoryKind::ALL
            .iter()
            .position(|kind| kind.code() == it.kind)
            .unwrap_or(usize::MAX);
        let number = it.code.parse().unwrap_or(u32::MAX);
        found.entry((rank, number, &it.code)).or_insert(it);
    }
    found.into_values().cloned().collect()
}

/// The actors by name, in the Spanish alphabet.
fn actors(published: &[&Published]) -> Vec<Facet> {
    let mut found: BTreeMap<(String, &str), Facet> = BTreeMap::new();
    for record in published {
        let it = &record.summary.actor;
        found
            .entry((spanish_sort_key(&it.name), it.id.as_str()))
            .or_insert_with(|| facet(it.id.as_str(), &it.name))
            .count += 1;
    }
    found.into_values().collect()
}

#[cfg(test)]
#[path = "elections_tests.rs"]
mod elections_tests;
