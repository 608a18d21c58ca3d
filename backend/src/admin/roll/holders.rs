//! Places that somebody has who is not in the file's row for them.

use std::collections::{BTreeMap, HashMap};

use conoceles_shared::api::bulk::BulkIssue;
use conoceles_shared::api::roll::RollField;
use conoceles_shared::lifecycle::State;

use super::columns::Layout;
use super::known::KnownElection;
use super::matching::Matcher;
use super::seats::{Seat, has_left_place};

/// A row with its place.
pub struct SeatedRow {
    /// Its number as the sheet shows it.
    pub row: u32,
    /// The candidacy that it is, where it is there already.
    pub own: Option<usize>,
    /// The place that it would have.
    pub seat: Seat,
}

/// Rows whose place somebody has whom the file does not move, or left to whoever substitutes them.
pub fn taken_seats(
    known: &KnownElection,
    layout: &Layout,
    rows: &[SeatedRow],
    matcher: &Matcher,
) -> Vec<BulkIssue> {
    let mut holders: BTreeMap<bool, HashMap<Seat, usize>> = BTreeMap::new();
    for (at, it) in known.candidacies.iter().enumerate() {
        let loaded = &it.loaded;
        let state = loaded.process.state;
        let left = state == State::Substituted && !it.has_substitute;
        if (has_left_place(state) && !left) || matcher.is_taken(at) {
            continue;
        }
        if let Some(seat) = Seat::of(&loaded.actor.id, &loaded.registration) {
            holders.entry(left).or_default().insert(seat, at);
        }
    }
    let mut found = Vec::new();
    for SeatedRow { row, own, seat } in rows {
        let holder = |left| {
            let at = holders.get(&left)?.get(seat)?;
            Some(known.candidacies.get(*at)?.loaded.registration.full_name())
        };
        let (code, detail) = if let Some(name) = holder(false) {
            (
                "place_taken",
                format!(
                    "Este lugar lo tiene {name}. Si es la misma persona, corrija su registro a mano; si la \
                     sustituye, registre antes la sustitución con su acuerdo."
                ),
            )
        } else if let Some(name) = holder(true).filter(|_| own.is_none()) {
            (
                "substitution",
                format!(
                    "Este lugar lo dejó {name}, por sustitución: registre a quien la sustituye a mano, en \
                     «Nueva candidatura», para que conste a quién sustituye."
                ),
            )
        } else {
            continue;
        };
        found.push(layout.issue_of(*row, RollField::GivenNames, code, detail));
    }
    found
}
