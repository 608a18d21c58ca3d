use std::collections::HashSet;

use rand::SeedableRng as _;
use rand_chacha::ChaCha8Rng;

use super::{SIZE, draw};

#[test]
fn portraits_have_their_size_and_differ() {
    let mut seen = HashSet::new();
    for seed in 0..6 {
        let image = draw(&mut ChaCha8Rng::seed_from_u64(seed));
        assert_eq!(image.dimensions(), (u32::from(SIZE.0), u32::from(SIZE.1)));
        assert!(seen.insert(image.into_raw()), "two are the same");
    }
}
