//! Tokens run out, come back with time, and belong to an address.

use conoceles_shared::time::Instant;

use super::*;

fn at(micros: i64) -> Instant {
    Instant::from_timestamp_micros(1_700_000_000_000_000 + micros).unwrap()
}

/// How many times one address may spend `tokens` at once.
fn times(budgets: &AddressBudgets, tokens: u16, now: Instant) -> usize {
    (0..10_000)
        .take_while(|_| budgets.spend("192.0.2.1", tokens, now).is_ok())
        .count()
}

#[test]
fn tokens_run_out_and_come_back_with_time() {
    let budgets = AddressBudgets::default();
    assert_eq!(times(&budgets, 4, at(0)), 100);
    assert_eq!(budgets.spend("192.0.2.1", 4, at(0)), Err(1));
    assert_eq!(budgets.spend("192.0.2.1", 81, at(0)), Err(3));
    assert_eq!(times(&budgets, 4, at(1_000_000)), 10);
    // Never more than a full budget, however long nobody asked.
    assert_eq!(times(&budgets, 4, at(3_600_000_000)), 100);
}

#[test]
fn what_is_left_is_told() {
    let budgets = AddressBudgets::default();
    assert_eq!(budgets.spend("192.0.2.1", 100, at(0)), Ok(300));
    assert_eq!(budgets.spend("192.0.2.1", 0, at(1_000_000)), Ok(340));
    assert_eq!(budgets.spend("192.0.2.1", 340, at(1_000_000)), Ok(0));
}

#[test]
fn a_clock_that_was_set_back_locks_nobody_out() {
    let budgets = AddressBudgets::default();
    assert_eq!(times(&budgets, 4, at(86_400_000_000)), 100);
    assert!(budgets.spend("192.0.2.1", 4, at(0)).is_err());
    assert_eq!(times(&budgets, 4, at(1_000_000)), 10);
}

#[test]
fn another_address_has_its_own_and_the_table_never_grows() {
    let budgets = AddressBudgets::default();
    assert_eq!(times(&budgets, 4, at(0)), 100);
    let free = (2..100)
        .filter(|it| budgets.spend(&format!("192.0.2.{it}"), 4, at(0)).is_ok())
        .count();
    // Two in one place are rare.
    assert!(free > 90, "{free}");
    for number in 0..100_000 {
        let _ = budgets.spend(&format!("2001:db8::{number:x}"), 1, at(0));
    }
    assert_eq!(budgets.full_again.lock().unwrap().len(), PLACES);
}
