//! Which columns merged cells cover, row after row, however many of them lie over one another.

use std::cmp::Reverse;

use super::grid::{Area, Cell, Sheet};
use super::slips::Slip;

impl Sheet {
    /// Marks the cells that a merged one covers, among the first `wide` columns.
    pub fn mark_covered_cells(&mut self, wide: u32) {
        let wide = usize::try_from(wide).unwrap_or(0);
        let mut sweep = CoverSweep::over(&self.merged, wide);
        for row in &mut self.rows {
            sweep.move_down_to(row.number);
            let Some(last) = sweep.covered.last() else {
                continue;
            };
            if row.cells.len() <= *last {
                row.cells.resize_with(last + 1, Cell::default);
            }
            for at in &sweep.covered {
                if let Some(cell) = row.cells.get_mut(*at) {
                    cell.slip = Some(Slip::Merged);
                }
            }
        }
    }
}

/// A walk down a sheet. What each merged area costs is its two ends, not its rows: thousands that cover
/// the same rows cost no more than thousands that lie apart.
#[derive(Debug)]
pub struct CoverSweep {
    /// The columns that are covered where the walk stands, from the left.
    pub covered: Vec<usize>,
    /// Where covers begin and end, the last ones first.
    edges: Vec<Edge>,
    /// At each column, how many more covers it than the one before.
    steps: Vec<i64>,
}

/// From a row on, the columns from the first to before the second are covered by one more or one less.
#[derive(Debug, Clone, Copy)]
struct Edge {
    row: u32,
    columns: (usize, usize),
    change: i64,
}

impl CoverSweep {
    /// Over the first `wide` columns, from the first row.
    pub fn over(areas: &[Area], wide: usize) -> Self {
        let mut edges = Vec::with_capacity(areas.len() * 4);
        for area in areas {
            let (first, last) = area.rows;
            let (left, right) = (area.columns.0, area.columns.1.saturating_add(1).min(wide));
            // Its first cell is the one that shows; the rest of its row is covered, and all of those below.
            if first <= last {
                add_edges(&mut edges, (first, first), (left.saturating_add(1), right));
            }
            if first < last {
                add_edges(&mut edges, (first + 1, last), (left, right));
            }
        }
        edges.sort_unstable_by_key(|it| Reverse(it.row));
        Self {
            covered: Vec::new(),
            edges,
            steps: vec![0; wide.saturating_add(1)],
        }
    }

    /// Moves on to a row that is not above the present one; how many ends of covers were passed.
    pub fn move_down_to(&mut self, row: u32) -> usize {
        let mut passed = 0;
        while let Some(edge) = self.edges.pop_if(|it| it.row <= row) {
            let (from, to) = edge.columns;
            for (at, change) in [(from, edge.change), (to, -edge.change)] {
                if let Some(step) = self.steps.get_mut(at) {
                    *step += change;
                }
            }
            passed += 1;
        }
        if passed > 0 {
            let depths = self.steps.iter().scan(0, |depth, step| {
                *depth += step;
                Some(*depth)
            });
            let covered = depths.enumerate().filter(|(_, depth)| *depth > 0);
            self.covered = covered.map(|(at, _)| at).collect();
        }
        passed
    }
}

fn add_edges(edges: &mut Vec<Edge>, (first, last): (u32, u32), columns: (usize, usize)) {
    if columns.0 >= columns.1 {
        return;
    }
    edges.push(Edge {
        row: first,
        columns,
        change: 1,
    });
    if let Some(after) = last.checked_add(1) {
        edges.push(Edge {
            row: after,
            columns,
            change: -1,
        });
    }
}

#[cfg(test)]
#[path = "cover_tests.rs"]
mod cover_tests;
