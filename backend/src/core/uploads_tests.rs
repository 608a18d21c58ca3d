use conoceles_shared::problem::Code;
use futures_util::FutureExt as _;

use super::*;

fn account(number: u8) -> AccountId {
    format!("00000000-0000-7000-8000-0000000000{number:02}")
        .parse()
        .unwrap()
}

#[test]
fn an_account_sends_few_files_at_once_and_others_do_not_wait_for_it() {
    let uploads = Uploads::default();
    let now = Instant::UNIX_EPOCH;
    let one = uploads.enter(&account(1), now).unwrap();
    let _others: Vec<_> = (1..AT_ONCE)
        .map(|_| uploads.enter(&account(1), now).unwrap())
        .collect();
    assert!(matches!(
        uploads.enter(&account(1), now),
        Err(Failure::Later(why, _)) if why.code == Code::TooManyRequests
    ));
    assert!(uploads.enter(&account(2), now).is_ok());
    drop(one);
    assert!(uploads.enter(&account(1), now).is_ok());
}

#[test]
fn an_hour_has_its_quota_and_ends() {
    let uploads = Uploads::default();
    let now = Instant::UNIX_EPOCH;
    for _ in 0..IN_AN_HOUR {
        drop(uploads.enter(&account(1), now).unwrap());
    }
    let Err(Failure::Later(_, seconds)) = uploads.enter(&account(1), now) else {
        panic!("one more than the quota");
    };
    assert_eq!(seconds, 3600);
    assert!(uploads.enter(&account(1), now + Duration::hours(1)).is_ok());
    assert_eq!(
        counted(&uploads.senders).len(),
        1,
        "what is long ago is forgotten"
    );
}

#[test]
fn one_file_of_an_account_waits_for_what_all_share_and_others_do_not_wait_for_it() {
    let uploads = Uploads::default();
    let turn = |number| {
        uploads
            .enter(&account(number), Instant::UNIX_EPOCH)
            .unwrap()
    };
    let (one, two, other) = (turn(1), turn(1), turn(2));
    let first = one.head_of_line().now_or_never().unwrap().unwrap();
    let mut second = Box::pin(two.head_of_line());
    assert!(second.as_mut().now_or_never().is_none());
    assert!(other.head_of_line().now_or_never().unwrap().is_ok());
    drop(first);
    assert!(second.as_mut().now_or_never().unwrap().is_ok());
}
