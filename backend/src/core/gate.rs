//! A bounded way into expensive work: few at a time, a short queue, and a clear refusal beyond it.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::available_parallelism;

use tokio::sync::{Semaphore, SemaphorePermit};

use super::error::Failure;

/// Seconds after which trying again makes sense.
const RETRY_SECONDS: u64 = 2;

/// How many may work at the same time, and how many may wait for it.
pub struct Gate {
    places: Semaphore,
    waiting: AtomicUsize,
    longest_queue: usize,
}

/// Counts a waiting request for as long as it waits, also where its client gives up.
struct Waiting<'g>(&'g AtomicUsize);

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

impl Gate {
    /// As many places as the machine has cores, and `queue` waiting for each of them.
    #[must_use]
    pub fn by_cores(queue: usize) -> Self {
        let places = available_parallelism().map_or(2, std::num::NonZero::get);
        Self {
            places: Semaphore::new(places),
            waiting: AtomicUsize::new(0),
            longest_queue: places * queue,
        }
    }

    /// A place, held until it is dropped.
    ///
    /// # Errors
    /// 503 `busy` where the queue is full.
    pub async fn enter(&self) -> Result<SemaphorePermit<'_>, Failure> {
        if let Ok(place) = self.places.try_acquire() {
            return Ok(place);
        }
        let before = self.waiting.fetch_add(1, Ordering::AcqRel);
        let _waiting = Waiting(&self.waiting);
        if before >= self.longest_queue {
            return Err(Failure::Busy(RETRY_SECONDS));
        }
        self.places
            .acquire()
            .await
            .map_err(|_| Failure::internal("a closed gate"))
    }
}

#[cfg(test)]
#[path = "gate_tests.rs"]
mod gate_tests;
