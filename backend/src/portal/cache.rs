//! A bounded cache of list answers: the least recently used goes first.
//!
//! It belongs to one snapshot, so a publication empties it, and the hour is part of the key, so
//! nothing in it is ever out of date.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::prepared::answer::Body;
use crate::prepared::encoding::Encoding;

/// Most answers kept.
const MAX_ENTRIES: usize = 512;
/// Most bytes kept.
const MAX_BYTES: usize = 32 * 1024 * 1024;

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
    bodies: HashMap<CacheKey, (Body, u64)>,
    bytes: usize,
    clock: u64,
}

impl AnswerCache {
    /// What was kept for `key`.
    #[must_use]
    pub fn get(&self, key: &CacheKey) -> Option<Body> {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.clock += 1;
        let now = shelf.clock;
        let (body, used) = shelf.bodies.get_mut(key)?;
        *used = now;
        Some(body.clone())
    }

    /// Keeps `body` for `key`.
    pub fn put(&self, key: CacheKey, body: Body) {
        let mut shelf = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        shelf.clock += 1;
        let now = shelf.clock;
        shelf.bytes += body.bytes.len();
        if let Some((old, _)) = shelf.bodies.insert(key, (body, now)) {
            shelf.bytes -= old.bytes.len();
        }
        while shelf.bodies.len() > MAX_ENTRIES || shelf.bytes > MAX_BYTES {
            let Some(oldest) = shelf
                .bodies
                .iter()
                .min_by_key(|(_, (_, used))| *used)
                .map(|(key, _)| key.clone())
            else {
                break;
            };
            if let Some((body, _)) = shelf.bodies.remove(&oldest) {
                shelf.bytes -= body.bytes.len();
            }
        }
    }
}

#[cfg(test)]
#[path = "cache_tests.rs"]
mod cache_tests;
