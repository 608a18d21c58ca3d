//! The neutral order: one draw per contest from a published seed, rotated one place every hour, so
//! that each candidacy heads its list equally often and anyone can recompute it.

use sha2::{Digest, Sha256};

use crate::ids::CandidacyId;
use crate::time::Instant;

/// Where a candidacy stands in the draw of its contest: lower comes first before rotation.
/// The key is SHA-256 of `seed`, a zero byte, the contest, a zero byte and the candidacy's id.
#[must_use]
pub fn draw_key(seed: &str, contest: &str, candidacy: &CandidacyId) -> [u8; 32] {
    let mut hash = Sha256::new();
    hash.update(seed.as_bytes());
    hash.update([0]);
    hash.update(contest.as_bytes());
    hash.update([0]);
    hash.update(candidacy.as_str().as_bytes());
    hash.finalize().into()
}

/// The number of the hour that contains `now`; the order turns when it changes.
#[must_use]
pub fn hour(now: Instant) -> u64 {
    u64::try_from(now.timestamp().div_euclid(3600)).unwrap_or(0)
}

/// Turns a drawn list by one place for each hour.
pub fn rotate<T>(drawn: &mut [T], hour: u64) {
    if let Ok(length) = u64::try_from(drawn.len())
        && length > 0
        && let Ok(places) = usize::try_from(hour % length)
    {
        drawn.rotate_left(places);
    }
}

#[cfg(test)]
#[path = "draw_tests.rs"]
mod draw_tests;
