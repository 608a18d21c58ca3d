//! The waits grow and end.

use super::*;

#[test]
fn five_are_free_then_waits_double_up_to_fifteen_minutes() {
    let waits: Vec<i64> = (1..=13).map(wait_seconds).collect();
    assert_eq!(
        waits,
        [0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900]
    );
}
