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
    Body::encode(&vec![b'x'; bytes], Encoding::Identity, Effort::Once).unwrap()
}

#[test]
fn the_least_recently_used_goes_first() {
    let cache = AnswerCache::default();
    for number in 0..MAX_ENTRIES {
        cache.put(key(number), body(1), Effort::Once);
    }
    assert!(cache.get(&key(0)).is_some());
    cache.put(key(MAX_ENTRIES), body(1), Effort::Once);
    assert!(cache.get(&key(0)).is_some());
    assert!(cache.get(&key(1)).is_none());
}

#[test]
fn bytes_are_bounded_too() {
    let cache = AnswerCache::default();
    for number in 0..5 {
        cache.put(key(number), body(MAX_BYTES / 4), Effort::Once);
    }
    assert!(cache.get(&key(0)).is_none());
    assert!(cache.get(&key(4)).is_some());
    cache.put(key(9), body(MAX_BYTES + 1), Effort::Once);
    assert!(cache.get(&key(9)).is_none());
}

#[test]
fn what_is_asked_for_again_and_again_is_compressed_better_by_one() {
    let cache = AnswerCache::default();
    cache.put(key(0), body(1), Effort::Once);
    for _ in 0..WORTH_MORE {
        assert!(!cache.claim_better(&key(0)));
        assert!(cache.get(&key(0)).is_some());
    }
    assert!(cache.claim_better(&key(0)));
    assert!(!cache.claim_better(&key(0)));
    cache.put(key(0), body(1), Effort::Often);
    for _ in 0..=WORTH_MORE {
        assert!(cache.get(&key(0)).is_some());
    }
    assert!(!cache.claim_better(&key(0)));
    assert!(!cache.claim_better(&key(1)));
}
