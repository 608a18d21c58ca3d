//! Covers that lie over one another, compared with asking every area about every cell.

use proptest::prelude::*;

use super::*;

fn area(rows: (u32, u32), columns: (usize, usize)) -> Area {
    Area { rows, columns }
}

/// What is covered in a row, area by area.
fn asked_one_by_one(areas: &[Area], row: u32, wide: usize) -> Vec<usize> {
    let is_covered = |at: &usize| areas.iter().any(|it| it.covers(row, *at));
    (0..wide).filter(is_covered).collect()
}

#[test]
fn the_first_cell_shows_unless_another_area_covers_it() {
    let areas = [area((2, 3), (1, 2)), area((3, 3), (0, 1))];
    let mut sweep = CoverSweep::over(&areas, 10);
    for (row, covered) in [(1, vec![]), (2, vec![2]), (3, vec![1, 2]), (4, vec![])] {
        sweep.move_down_to(row);
        assert_eq!(sweep.covered, covered, "{row}");
    }
}

#[test]
fn ten_thousand_areas_over_one_another_are_passed_once_each() {
    let areas: Vec<Area> = (0..10_000_u32)
        .map(|it| area((1 + it % 7, 20_000 - it % 11), (0, 99)))
        .collect();
    let mut sweep = CoverSweep::over(&areas, 100);
    let mut passed = 0;
    let mut changed = 0;
    for row in 1..=20_000 {
        let edges = sweep.move_down_to(row);
        passed += edges;
        changed += usize::from(edges > 0);
    }
    // The first row of an area and the rest of it begin and end once each.
    assert!(passed <= 4 * areas.len(), "{passed}");
    assert!(changed <= 20, "the columns are reckoned {changed} times");
    assert_eq!(sweep.covered.len(), 100);
}

proptest! {
    #[test]
    fn the_walk_says_what_each_area_says(
        all in prop::collection::vec(((1_u32..12, 1_u32..12), (0_usize..9, 0_usize..9)), 0..12),
        rows in prop::collection::btree_set(1_u32..14, 0..14),
        wide in 0_usize..8,
    ) {
        let areas: Vec<Area> = all.into_iter().map(|(rows, columns)| area(rows, columns)).collect();
        let mut sweep = CoverSweep::over(&areas, wide);
        for row in rows {
            sweep.move_down_to(row);
            prop_assert_eq!(&sweep.covered, &asked_one_by_one(&areas, row, wide));
        }
    }
}
