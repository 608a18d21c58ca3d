use conoceles_shared::api::many::MOST_AT_ONCE;

use super::*;

#[test]
fn every_one_is_in_one_batch_and_the_server_takes_each() {
    let all: Vec<u32> = (0..2_013).collect();
    let sent: Vec<&[u32]> = batches(&all).collect();
    assert!(sent.iter().all(|it| (1..=MOST_AT_ONCE).contains(&it.len())));
    assert_eq!(sent.concat(), all);
    assert_eq!(batches::<u32>(&[]).count(), 0);
}
