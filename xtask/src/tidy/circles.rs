//! Files that import each other in a circle cannot be read one after the other: none is allowed.

use std::collections::{BTreeMap, BTreeSet};

use super::complaint::Complaint;
use super::imports::Arrow;
use super::rings::{Ties, rings};

/// A complaint for each circle of files.
pub fn complaints(arrows: &[Arrow]) -> Vec<Complaint> {
    let mut ties = Ties::new();
    let mut taken: BTreeMap<(&str, &str), BTreeSet<&str>> = BTreeMap::new();
    let mut lines: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    // What a file only hands on is between others.
    let own = |arrow: &&Arrow| arrow.from != arrow.to && !arrow.handed_on;
    for arrow in arrows.iter().filter(own) {
        let pair = (arrow.from, arrow.to);
        ties.entry(arrow.from).or_default().insert(arrow.to);
        taken.entry(pair).or_default().insert(arrow.name);
        let line = lines.entry(pair).or_insert(arrow.line);
        *line = arrow.line.min(*line);
    }
    let mut found = Vec::new();
    for ring in rings(&ties) {
        let mut advice = format!(
            "a circle of {} files: move what they share into a file below them",
            ring.len()
        );
        let mut line = 1;
        for from in &ring {
            let others = ties.get(from).into_iter().flatten();
            for to in others.filter(|to| ring.contains(to)) {
                let names: Vec<&str> = taken[&(*from, *to)].iter().copied().collect();
                advice.push_str(&format!("\n    {from} -> {to}: {}", names.join(", ")));
                if *from == ring[0] {
                    line = lines[&(*from, *to)];
                }
            }
        }
        found.push(Complaint::new(ring[0], line, advice));
    }
    found
}

#[cfg(test)]
#[path = "circles_tests.rs"]
mod tests;
