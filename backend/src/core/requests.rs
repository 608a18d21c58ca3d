//! How many requests of one account are answered at a time: a few, a short queue behind them, and for
//! the rest "later". Counted in memory, by replica; files have turns of their own (`uploads`).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use conoceles_shared::ids::AccountId;
use conoceles_shared::problem::Code;

use super::error::Failure;
use super::gate::{Gate, GatePlace};

/// Requests of one account that are answered at the same time: a browser asks for six.
const AT_ONCE: usize = 8;
/// How many may wait for each of those.
const WAITING_FOR_EACH: usize = 2;
/// Seconds after which a place may be free again.
const RETRY_SECONDS: u64 = 2;

/// Who is being answered.
#[derive(Debug)]
pub struct Requests {
    gates: Mutex<HashMap<AccountId, Arc<Gate>>>,
    at_once: usize,
    waiting_for_each: usize,
}

impl Default for Requests {
    fn default() -> Self {
        Self {
            gates: Mutex::default(),
            at_once: AT_ONCE,
            waiting_for_each: WAITING_FOR_EACH,
        }
    }
}

/// A place for one request, for as long as it is held.
#[derive(Debug)]
pub struct RequestPlace {
    _place: GatePlace,
    _gate: Arc<Gate>,
}

impl Requests {
    /// One change of each account at a time, and everybody else of it waits without a connection: eight
    /// that wait for one another in the database would hold all of them.
    #[must_use]
    pub fn one_at_a_time() -> Self {
        Self {
            at_once: 1,
            waiting_for_each: AT_ONCE * (1 + WAITING_FOR_EACH),
            ..Self::default()
        }
    }

    /// A place for one more request of `account`, after those that came before it.
    ///
    /// # Errors
    /// 429 `too_many_requests` where so many wait already.
    pub async fn enter(&self, account: &AccountId) -> Result<RequestPlace, Failure> {
        let gate = self.gate_of(account);
        let place = gate.wait_for_place().await.map_err(|_| {
            Failure::later(
                Code::TooManyRequests,
                "Su cuenta hace demasiadas consultas a la vez. Lo que escribió no se perdió: espere \
                 un momento e intente de nuevo.",
                RETRY_SECONDS,
            )
        })?;
        Ok(RequestPlace {
            _place: place,
            _gate: gate,
        })
    }

    /// The account's gate; those where nobody stands are forgotten.
    fn gate_of(&self, account: &AccountId) -> Arc<Gate> {
        let mut gates = self.gates.lock().unwrap_or_else(PoisonError::into_inner);
        gates.retain(|_, gate| Arc::strong_count(gate) > 1);
        let gate = gates
            .entry(account.clone())
            .or_insert_with(|| Arc::new(Gate::new(self.at_once, self.waiting_for_each)));
        Arc::clone(gate)
    }
}

#[cfg(test)]
#[path = "requests_tests.rs"]
mod requests_tests;
