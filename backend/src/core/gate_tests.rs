//! The gate lets as many through as it has places, keeps a short queue, and refuses the rest at once.

use futures_util::FutureExt as _;

use super::*;

const QUEUE: usize = 16;

#[actix_web::test]
async fn beyond_the_places_and_the_queue_one_is_refused_at_once() {
    let gate = Gate::new(1, QUEUE);
    let first = gate.wait_for_place().await.unwrap();
    assert!(gate.free_place().is_none());
    let mut queue: Vec<_> = (0..QUEUE)
        .map(|_| Box::pin(gate.wait_for_place()))
        .collect();
    for waits in &mut queue {
        assert!(waits.as_mut().now_or_never().is_none());
    }
    assert_eq!(gate.wait_for_place().await.err(), Some(Crowded));
    // Who goes away while it waits leaves the queue.
    queue.pop();
    assert!(gate.wait_for_place().now_or_never().is_none());
    drop(first);
    let served = queue.remove(0).await.unwrap();
    drop((served, queue));
    assert!(gate.free_place().is_some());
}
