//! How many lists each address may have made: tokens that come back with time. What is kept already
//! costs none.
//!
//! The table has a fixed number of places and an address is thrown into one of them, so that no number
//! of addresses makes it grow; two that meet in one place share it.

use std::hash::{BuildHasher as _, RandomState};
use std::sync::{Mutex, PoisonError};

use actix_web::HttpMessage as _;
use actix_web::dev::ServiceResponse;
use actix_web::http::header::{HeaderName, HeaderValue};
use conoceles_shared::time::Instant;

/// Places of the table, eight bytes each.
const PLACES: usize = 8192;
/// Tokens that come back in a second.
pub const TOKENS_A_SECOND: i64 = 40;
/// Tokens of an address that has asked for nothing lately.
pub const TOKENS_AT_MOST: i64 = 400;
/// Microseconds in which one token comes back.
const ONE: i64 = 1_000_000 / TOKENS_A_SECOND;

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
    /// Takes `tokens` of the address's; how many are left.
    ///
    /// # Errors
    /// Nothing is taken where too few are left: the seconds until there are enough.
    pub fn spend(&self, address: &str, tokens: u16, now: Instant) -> Result<u64, u64> {
        let now = now.timestamp_micros();
        let mut table = self
            .full_again
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        let places = u64::try_from(table.len()).unwrap_or(1).max(1);
        let place = usize::try_from(self.hasher.hash_one(address) % places).unwrap_or(0);
        let Some(full_again) = table.get_mut(place) else {
            return Ok(0);
        };
        // A clock that was set back must not leave an address without tokens for as long.
        *full_again = (*full_again).clamp(now, now + TOKENS_AT_MOST * ONE);
        let after = *full_again + i64::from(tokens) * ONE;
        let over = after - (now + TOKENS_AT_MOST * ONE);
        if over > 0 {
            return Err(u64::try_from(over / 1_000_000 + 1).unwrap_or(1));
        }
        *full_again = after;
        Ok(u64::try_from((now + TOKENS_AT_MOST * ONE - after) / ONE).unwrap_or(0))
    }
}

/// What an address had left when its answer was made, to be told with it.
#[derive(Debug, Clone, Copy)]
pub struct BudgetLeft {
    tokens: u64,
    seconds: u64,
}

impl BudgetLeft {
    /// So many tokens.
    #[must_use]
    pub const fn of(tokens: u64) -> Self {
        Self { tokens, seconds: 0 }
    }

    /// Nothing for so many seconds.
    #[must_use]
    pub const fn none_for(seconds: u64) -> Self {
        Self { tokens: 0, seconds }
    }
}

/// Tells whoever was charged what is left: the `RateLimit` fields of the IETF's draft
/// (draft-ietf-httpapi-ratelimit-headers). What cost nothing says nothing.
pub fn tell_budget<B>(response: &mut ServiceResponse<B>) {
    let left = response.request().extensions().get::<BudgetLeft>().copied();
    let Some(BudgetLeft { tokens, seconds }) = left else {
        return;
    };
    let policy = format!(
        "\"lists\";q={TOKENS_AT_MOST};w={}",
        TOKENS_AT_MOST / TOKENS_A_SECOND
    );
    let present = format!("\"lists\";r={tokens};t={seconds}");
    for (name, value) in [("ratelimit-policy", policy), ("ratelimit", present)] {
        if let Ok(value) = HeaderValue::try_from(value) {
            let name = HeaderName::from_static(name);
            response.headers_mut().insert(name, value);
        }
    }
}

#[cfg(test)]
#[path = "budgets_tests.rs"]
mod budgets_tests;
