use futures_util::FutureExt as _;

use super::*;

fn account(number: u8) -> AccountId {
    format!("00000000-0000-7000-8000-0000000000{number:02}")
        .parse()
        .unwrap()
}

#[test]
fn an_account_has_places_and_a_queue_and_others_do_not_wait_for_it() {
    let requests = Requests::default();
    let (one, other) = (account(1), account(2));
    let enter = |account| requests.enter(account).now_or_never();
    let mut places: Vec<_> = (0..AT_ONCE)
        .map(|_| enter(&one).unwrap().unwrap())
        .collect();
    let mut queue: Vec<_> = (0..AT_ONCE * WAITING_FOR_EACH)
        .map(|_| Box::pin(requests.enter(&one)))
        .collect();
    assert!(queue.iter_mut().all(|it| it.now_or_never().is_none()));
    let Some(Err(Failure::Later(why, seconds))) = enter(&one) else {
        panic!("one more than places and queue");
    };
    assert_eq!((why.code, seconds), (Code::TooManyRequests, RETRY_SECONDS));
    assert!(enter(&other).unwrap().is_ok());
    drop(places.pop());
    assert!(queue[0].as_mut().now_or_never().unwrap().is_ok());
    drop((places, queue));
    assert!(enter(&other).unwrap().is_ok());
    assert!(
        !requests.gates.lock().unwrap().contains_key(&one),
        "nobody stands there"
    );
}
