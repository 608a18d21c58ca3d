use std::sync::atomic::AtomicUsize;

use tokio::sync::Semaphore;

use super::Gate;
use crate::core::error::Failure;

fn narrow(queue: usize) -> Gate {
    Gate {
        places: Semaphore::new(1),
        waiting: AtomicUsize::new(0),
        longest_queue: queue,
    }
}

#[actix_web::test]
async fn beyond_the_queue_is_refused_and_a_place_that_is_left_is_taken() {
    let gate = narrow(1);
    let inside = gate.enter().await.unwrap();
    let mut queued = Box::pin(gate.enter());
    assert!(futures_util::poll!(queued.as_mut()).is_pending());
    assert!(matches!(gate.enter().await, Err(Failure::Busy(_))));
    drop(inside);
    assert!(queued.await.is_ok());
}

#[actix_web::test]
async fn whoever_stops_waiting_leaves_the_queue() {
    let gate = narrow(1);
    let _inside = gate.enter().await.unwrap();
    for _ in 0..3 {
        let mut queued = Box::pin(gate.enter());
        assert!(futures_util::poll!(queued.as_mut()).is_pending());
    }
}
