//! Which hashes of a text are kept, so that texts with a passage in common share some.
//!
//! The least hash of every window of shingles (MinHash within a window, «winnowing»): two texts
//! with the same run of [`RUN`] words always share a fingerprint, wherever it stands in them. The
//! hash is our own arithmetic, the same in every build and on every machine, because it is stored.

use std::collections::BTreeSet;

/// Words in a shingle.
const SHINGLE: usize = 4;

/// Shingles in a window.
const WINDOW: usize = 12;

/// Words that two texts must have in a row to share a fingerprint for certain.
pub const RUN: usize = SHINGLE + WINDOW - 1;

/// The most fingerprints kept of one text: the least of a text longer than any limit allows.
pub const MOST: usize = 128;

/// The fingerprints of a text, from its folded words.
#[must_use]
pub fn fingerprints(words: &[String]) -> Vec<i64> {
    let hashes: Vec<i64> = words.windows(SHINGLE).map(hash).collect();
    let kept: BTreeSet<i64> = if hashes.len() < WINDOW {
        hashes.iter().min().copied().into_iter().collect()
    } else {
        let windows = hashes.windows(WINDOW);
        windows.filter_map(|it| it.iter().min()).copied().collect()
    };
    kept.into_iter().take(MOST).collect()
}

/// FNV-1a of the words, its bits then mixed: FNV alone leaves alike what begins alike.
fn hash(shingle: &[String]) -> i64 {
    let mut state: u64 = 0xcbf2_9ce4_8422_2325;
    for word in shingle {
        for byte in word.bytes().chain([b' ']) {
            state = (state ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }
    state = (state ^ (state >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    state = (state ^ (state >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    (state ^ (state >> 33)).cast_signed()
}

#[cfg(test)]
#[path = "fingerprints_tests.rs"]
mod fingerprints_tests;
