use proptest::prelude::*;

use super::*;

fn at(minutes: i64) -> Instant {
    let start: Instant = "2026-11-02T18:00:00Z".parse().unwrap();
    start + chrono::Duration::minutes(minutes)
}

proptest! {
    #[test]
    fn places_are_ordered_by_due_then_by_waiting(a in 0_i64..99_999, b in 0_i64..99_999, c in 0_i64..99, d in 0_i64..99) {
        let by_time = (at(a), at(c)).cmp(&(at(b), at(d)));
        prop_assert_eq!(place_by_due(at(a), at(c)).cmp(&place_by_due(at(b), at(d))), by_time);
        prop_assert!(place_by_due(at(a), at(c)).as_str() < HELD);
        let before = place_by_due(at(a), at(c)) < place_before_due(at(b));
        prop_assert_eq!(before, a < b);
    }
}

#[test]
fn what_waits_for_its_date_comes_last() {
    assert!(held_place(None).as_str() >= HELD);
    assert!(held_place(None) < held_place(Some(at(1))));
}

#[test]
fn flags_survive_their_column() {
    assert_eq!(flags_column(&[]), ",");
    assert_eq!(flags_of(&flags_column(QueueFlag::ALL)), QueueFlag::ALL);
}
