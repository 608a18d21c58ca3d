//! How much expensive work is done at once: a few, a short queue behind them, and for the rest "later".

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Lets a few through at a time.
#[derive(Debug)]
pub struct Gate {
    places: Arc<Semaphore>,
    waiting: AtomicUsize,
    most_waiting: usize,
}

/// A place at the gate, for as long as it is held. Whoever works takes it along: a client that goes
/// away frees nothing while its answer is still being made.
#[derive(Debug)]
pub struct GatePlace(#[expect(dead_code, reason = "held, never read")] OwnedSemaphorePermit);

/// So many wait already that one more would only make all of them slower.
#[derive(Debug, PartialEq, Eq)]
pub struct Crowded;

impl Gate {
    /// A gate of so many places, with so many who may wait for each.
    #[must_use]
    pub fn new(places: usize, queue: usize) -> Self {
        Self {
            places: Arc::new(Semaphore::new(places)),
            waiting: AtomicUsize::new(0),
            most_waiting: places * queue,
        }
    }

    /// A place, after those who came before.
    ///
    /// # Errors
    /// The queue is full.
    pub async fn wait_for_place(&self) -> Result<GatePlace, Crowded> {
        if let Some(place) = self.free_place() {
            return Ok(place);
        }
        let _waits = Waiting::join(&self.waiting, self.most_waiting)?;
        let places = Arc::clone(&self.places);
        places
            .acquire_owned()
            .await
            .map(GatePlace)
            .map_err(|_| Crowded)
    }

    /// A place if one is free this moment: for what can as well be done another time.
    #[must_use]
    pub fn free_place(&self) -> Option<GatePlace> {
        let places = Arc::clone(&self.places);
        places.try_acquire_owned().ok().map(GatePlace)
    }
}

/// One in the queue; leaves it when dropped, served or gone.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn join(waiting: &'a AtomicUsize, most: usize) -> Result<Self, Crowded> {
        let one_more = |count: usize| (count < most).then_some(count + 1);
        waiting
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, one_more)
            .map(|_| Self(waiting))
            .map_err(|_| Crowded)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
#[path = "gate_tests.rs"]
mod gate_tests;
