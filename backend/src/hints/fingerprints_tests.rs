use proptest::prelude::*;

use super::*;

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(ToOwned::to_owned).collect()
}

/// They are stored: another build, another machine, the same numbers.
#[test]
fn the_hash_never_changes() {
    let one = words("ampliaremos la red de");
    assert_eq!(fingerprints(&one), [hash(&one)]);
    assert_eq!(hash(&one), KNOWN_HASH);
}

const KNOWN_HASH: i64 = -6067442987667741140;

#[test]
fn a_text_shorter_than_a_shingle_has_none() {
    assert!(fingerprints(&words("dos palabras")).is_empty());
    assert!(fingerprints(&[]).is_empty());
}

proptest! {
    /// The promise that finds a proposal copied into a longer text.
    #[test]
    fn texts_with_a_run_in_common_share_a_fingerprint(
        run in prop::collection::vec("[a-z]{2,9}", RUN..60),
        before in prop::collection::vec("[a-z]{2,9}", 0..80),
        after in prop::collection::vec("[a-z]{2,9}", 0..80),
    ) {
        let longer = [before, run.clone(), after].concat();
        let all = fingerprints(&longer);
        prop_assert!(fingerprints(&run).iter().any(|it| all.contains(it)));
    }

    #[test]
    fn there_are_never_more_than_the_most(text in prop::collection::vec("[a-z]{1,6}", 0..3000)) {
        let all = fingerprints(&text);
        prop_assert!(all.len() <= MOST);
        prop_assert!(all.windows(2).all(|it| it[0] < it[1]));
    }
}
