//! A bounded cache of list answers: the least recently used goes first.
//!
//! It belongs to one snapshot, so a publication empties it, and the hour is part of the key, so
//! nothing in it is ever out of date. What was compressed in haste and is asked for again and again
//! is compressed well once.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::prepared::answer::Body;
use crate::prepared::encoding::{Effort, Encoding};

/// Most answers kept.
const MAX_ENTRIES: usize = 512;
/// Most bytes kept.
const MAX_BYTES: usize = 32 * 1024 * 1024;

/// The times that a hasty answer is asked for again before better compression is worth its work.
const WORTH_MORE: u32 = 4;

/// What an answer depends on beside the snapshot.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct CacheKey {
    /// Path and normalised query.
    pub path: Cow<'static, str>,
    /// The hour whose order is shown; 0 where the order does not turn.
    pub hour: u64,
    /// Each coding is an answer of its own.
    pub encoding: Encoding,
}

/// What was asked for lately.
#[derive(Debug, Default)]
pub struct AnswerCache(Mutex<Shelf>);

#[derive(Debug, Default)]
struct Shelf {
    bodies: HashMap<CacheKey, KeptBody>,
    bytes: usize,
    clock: u64,
}

#[derive(Debug)]
struct KeptBody {
    body: Body,
    /// When it was last asked for, by the shelf's clock.
    used: u64,
    effort: Effort,
    /// How often it was asked for again.
    again: u32,
}

impl AnswerCache {
    /// What was kept for `key`, if it was made with no less than this effort.
    #[must_use]
    pub fn get_made_with(&self, key: &CacheKey, effort: Effort) -> Option<Body> {
        let shelf = self.lock();
        let kept = shelf.bodies.get(key)?;
        (effort == Effort::Once || kept.effort == effort).then(|| kept.body.clone())
    }

    /// What was kept for `key`.
    #[must_use]
    pub fn get(&self, key: &CacheKey) -> Option<Body> {
        let mut shelf = self.lock();
        shelf.clock += 1;
        let now = shelf.clock;
        let kept = shelf.bodies.get_mut(key)?;
        kept.used = now;
        kept.again = kept.again.saturating_add(1);
        Some(kept.body.clone())
    }

    /// Whether what is kept for `key` should be compressed better. Whoever is told so does it, or
    /// leaves it until it was asked for as often once more.
    #[must_use]
    pub fn claim_better(&self, key: &CacheKey) -> bool {
        let mut shelf = self.lock();
        shelf.bodies.get_mut(key).is_some_and(|kept| {
            let worth = kept.effort == Effort::Once && kept.again >= WORTH_MORE;
            if worth {
                kept.again = 0;
            }
            worth
        })
    }

    /// Keeps `body`, made with this effort, for `key`.
    pub fn put(&self, key: CacheKey, body: Body, effort: Effort) {
        let mut shelf = self.lock();
        shelf.clock += 1;
        let kept = KeptBody {
            used: shelf.clock,
            effort,
            again: 0,
            body,
        };
        shelf.bytes += kept.body.bytes.len();
        if let Some(old) = shelf.bodies.insert(key, kept) {
            shelf.bytes -= old.body.bytes.len();
        }
        while shelf.bodies.len() > MAX_ENTRIES || shelf.bytes > MAX_BYTES {
            let Some(oldest) = shelf
                .bodies
                .iter()
                .min_by_key(|(_, kept)| kept.used)
                .map(|(key, _)| key.clone())
            else {
                break;
            };
            if let Some(gone) = shelf.bodies.remove(&oldest) {
                shelf.bytes -= gone.body.bytes.len();
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Shelf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
#[path = "cache_tests.rs"]
mod cache_tests;
