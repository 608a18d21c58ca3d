//! A room stands above all that it imports.

use std::collections::{BTreeMap, BTreeSet};

use super::complaint::Complaint;
use super::floors::House;
use super::imports::Arrow;
use super::repository::Repository;
use super::rings::{Ties, rings};
use super::words::is_test;

/// The names that one file takes from a room, with the first line that takes one.
type Taken<'a> = BTreeMap<(&'a str, &'static str), (usize, BTreeSet<&'a str>)>;

/// Everything that stands against a house's table of floors.
pub fn complaints(house: &House, repository: &Repository, arrows: &[Arrow]) -> Vec<Complaint> {
    let mut found = homeless(house, repository);
    let mut taken = Taken::new();
    for arrow in arrows {
        for to in arrow.hands.iter().chain([&arrow.to]) {
            let (Some(from), Some((room, _))) = (house.room(arrow.from), house.room(to)) else {
                continue;
            };
            if from.0 != room {
                let entry = taken.entry((arrow.from, room));
                let (line, names) = entry.or_insert((arrow.line, BTreeSet::new()));
                *line = arrow.line.min(*line);
                names.insert(arrow.name);
            }
        }
    }
    upward(house, &taken, &mut found);
    circles(house, &taken, &mut found);
    found
}

impl House {
    /// The room that a file is in, and its floor, counted from 0.
    fn room(&self, path: &str) -> Option<(&'static str, usize)> {
        let inside = path.strip_prefix(self.source)?.strip_prefix('/')?;
        let inside = inside.strip_suffix(".rs").unwrap_or(inside);
        let holds = |room: &&&str| {
            let rest = inside.strip_prefix(**room);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        // A room inside another one has a floor of its own.
        self.floors
            .iter()
            .enumerate()
            .flat_map(|(at, floor)| {
                floor
                    .rooms
                    .iter()
                    .filter(holds)
                    .map(move |room| (*room, at))
            })
            .max_by_key(|(room, _)| room.len())
    }

    fn floor_of(&self, room: &str) -> Option<usize> {
        let mut floors = self.floors.iter();
        floors.position(|floor| floor.rooms.contains(&room))
    }
}

/// Rooms that the table does not know.
fn homeless(house: &House, repository: &Repository) -> Vec<Complaint> {
    let mut rooms = BTreeMap::new();
    for file in repository.ending(".rs") {
        let inside = file.path.strip_prefix(house.source);
        let inside = inside.and_then(|rest| rest.strip_prefix('/'));
        let Some(inside) = inside.filter(|_| !is_test(&file.path)) else {
            continue;
        };
        if house.room(&file.path).is_none() {
            let room = inside.split('/').next().unwrap_or(inside);
            rooms.entry(room).or_insert(file.path.as_str());
        }
    }
    let advice = |room: &str| {
        let room = room.trim_end_matches(".rs");
        format!("{room} has no floor: give it one in xtask/src/tidy/floors.rs")
    };
    rooms
        .into_iter()
        .map(|(room, path)| Complaint::new(path, 1, advice(room)))
        .collect()
}

/// Imports of a room on a higher floor.
fn upward(house: &House, taken: &Taken, found: &mut Vec<Complaint>) {
    for ((from, to), (line, names)) in taken {
        let (Some((room, floor)), Some(above)) = (house.room(from), house.floor_of(to)) else {
            continue;
        };
        if floor < above {
            let names: Vec<&str> = names.iter().copied().collect();
            let advice = format!(
                "{room} (floor {}) imports {} from {to} (floor {}): pass in what it needs, or move one of them",
                house.floors[floor].name,
                names.join(", "),
                house.floors[above].name
            );
            found.push(Complaint::new(from, *line, advice));
        }
    }
}

/// Rooms of one floor that import each other, though perhaps no two files do.
fn circles(house: &House, taken: &Taken, found: &mut Vec<Complaint>) {
    let mut ties = Ties::new();
    for (from, to) in taken.keys() {
        if let Some((room, floor)) = house.room(from)
            && house.floor_of(to) == Some(floor)
        {
            ties.entry(room).or_default().insert(to);
        }
    }
    for ring in rings(&ties) {
        let mut advice = format!(
            "a circle of {} rooms on one floor: {}",
            ring.len(),
            ring.join(", ")
        );
        let mut first = None;
        for ((from, to), (line, names)) in taken {
            let inside = house
                .room(from)
                .is_some_and(|(room, _)| ring.contains(&room));
            if inside && ring.contains(to) {
                let names: Vec<&str> = names.iter().copied().collect();
                advice.push_str(&format!("\n    {from} -> {to}: {}", names.join(", ")));
                first.get_or_insert((*from, *line));
            }
        }
        if let Some((path, line)) = first {
            found.push(Complaint::new(path, line, advice));
        }
    }
}

#[cfg(test)]
#[path = "rooms_tests.rs"]
mod tests;
