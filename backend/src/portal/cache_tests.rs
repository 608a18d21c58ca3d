//! The cache forgets what was used least recently, and stays within its bounds.

use super::*;

fn key(number: usize) -> CacheKey {
    CacheKey {
        path: format!("/{number}").into(),
        hour: 0,
        encoding: Encoding::Identity,
    }
}

fn body(bytes: usize) -> Body {
    Body::encode(&vec![b'x'; bytes], Encoding::Identity).unwrap()
}

#[test]
fn the_least_recently_used_goes_first() {
    let cache = AnswerCache::default();
    for number in 0..MAX_ENTRIES {
        cache.put(key(number), body(1));
    }
    assert!(cache.get(&key(0)).is_some());
    cache.put(key(MAX_ENTRIES), body(1));
    assert!(cache.get(&key(0)).is_some());
    assert!(cache.get(&key(1)).is_none());
}

#[test]
fn bytes_are_bounded_too() {
    let cache = AnswerCache::default();
    for number in 0..5 {
        cache.put(key(number), body(MAX_BYTES / 4));
    }
    assert!(cache.get(&key(0)).is_none());
    assert!(cache.get(&key(4)).is_some());
    cache.put(key(9), body(MAX_BYTES + 1));
    assert!(cache.get(&key(9)).is_none());
}
