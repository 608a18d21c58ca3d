//! How many lists each address may have made: tokens that come back with time. What is kept already
//! costs none.
//!
//! The table has a fixed number of places and an address is thrown into one of them, so that no number
//! of addresses makes it grow; two that meet in one place share it.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::{Mutex, PoisonError};

use conoceles_shared::time::Instant;

/// Places of the table, eight bytes each.
const PLACES: usize = 8192;
/// Tokens that come back in a second.
const PER_SECOND: i64 = 40;
/// Tokens of an address that has asked for nothing lately.
const FULL: i64 = 400;
/// Microseconds in which one token comes back.
const ONE: i64 = 1_000_000 / PER_SECOND;

/// What each address has left.
#[derive(Debug)]
pub struct AddressBudgets {
    hasher: RandomState,
    /// When each place will be full again, in microseconds since 1970.
    full_again: Mutex<Box<[i64]>>,
}

impl Default for AddressBudgets {
    fn default() -> Self {
        Self {
            hasher: RandomState::new(),
            full_again: Mutex::new(vec![0; PLACES].into_boxed_slice()),
        }
    }
}

impl AddressBudgets {
    /// Takes `tokens` of the address's.
    ///
    /// # Errors
    /// Nothing is taken where too few are left: the seconds until there are enough.
    pub fn spend(&self, address: &str, tokens: u16, now: Instant) -> Result<(), u64> {
        let now = now.timestamp_micros();
        let mut table = self
            .full_again
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let places = u64::try_from(table.len()).unwrap_or(1).max(1);
        let place = usize::try_from(self.hasher.hash_one(address) % places).unwrap_or(0);
        let Some(full_again) = table.get_mut(place) else {
            return Ok(());
        };
        // A clock that was set back must not leave an address without tokens for as long.
        *full_again = (*full_again).clamp(now, now + FULL * ONE);
        let after = *full_again + i64::from(tokens) * ONE;
        let over = after - (now + FULL * ONE);
        if over > 0 {
            return Err(u64::try_from(over / 1_000_000 + 1).unwrap_or(1));
        }
        *full_again = after;
        Ok(())
    }
}

#[cfg(test)]
#[path = "budgets_tests.rs"]
mod budgets_tests;
