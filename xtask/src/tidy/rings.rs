//! Finds what hangs together in a circle.

use std::collections::{BTreeMap, BTreeSet};

/// Who is tied to whom.
pub type Ties<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// Every group of which each member reaches every other, each in the order of its ties.
pub fn rings<'a>(ties: &Ties<'a>) -> Vec<Vec<&'a str>> {
    let core = &core(ties);
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        core.keys().map(|from| (*from, reach(core, from))).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    let mut rings = Vec::new();
    for (from, all) in &reached {
        if !all.contains(from) || seen.contains(from) {
            continue;
        }
        let back = |other: &&&str| reached.get(**other).is_some_and(|all| all.contains(from));
        let ring: BTreeSet<&str> = all.iter().filter(back).copied().collect();
        seen.extend(&ring);
        rings.push(in_order(core, &ring, from));
    }
    rings
}

/// The ties without those that lead nowhere or come from nowhere: mostly nothing is left.
fn core<'a>(ties: &Ties<'a>) -> Ties<'a> {
    let mut core = ties.clone();
    loop {
        let tied: BTreeSet<&str> = core.values().flatten().copied().collect();
        let before: usize = core.values().map(BTreeSet::len).sum();
        core.retain(|from, _| tied.contains(from));
        let left: BTreeSet<&str> = core.keys().copied().collect();
        for others in core.values_mut() {
            others.retain(|other| left.contains(other));
        }
        core.retain(|_, others| !others.is_empty());
        if core.values().map(BTreeSet::len).sum::<usize>() == before {
            return core;
        }
    }
}

/// All that can be reached from one.
fn reach<'a>(ties: &Ties<'a>, from: &'a str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut next = vec![from];
    while let Some(here) = next.pop() {
        for other in ties.get(here).into_iter().flatten() {
            if reached.insert(*other) {
                next.push(other);
            }
        }
    }
    reached
}

/// The members of a ring as one comes upon them, going deep first.
fn in_order<'a>(ties: &Ties<'a>, ring: &BTreeSet<&'a str>, first: &'a str) -> Vec<&'a str> {
    let mut order = Vec::new();
    let mut next = vec![first];
    while let Some(here) = next.pop() {
        if order.contains(&here) {
            continue;
        }
        order.push(here);
        let others = ties.get(here).into_iter().flatten();
        next.extend(others.rev().filter(|other| ring.contains(*other)));
    }
    order
}

#[cfg(test)]
#[path = "rings_tests.rs"]
mod tests;
