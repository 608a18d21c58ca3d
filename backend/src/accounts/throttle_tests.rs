//! The waits grow and end; an address shared by many is given more patience.

use super::*;

#[test]
fn waits_begin_when_patience_ends_and_double_up_to_fifteen_minutes() {
    let name = ThrottleSubject::NameAt {
        login: "uno".to_owned(),
        address: "192.0.2.1".to_owned(),
    };
    let waits: Vec<i64> = (1..=13).map(|it| name.wait_seconds(it)).collect();
    assert_eq!(
        waits,
        [0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900]
    );
    let address = ThrottleSubject::Address("192.0.2.1".to_owned());
    let waits: Vec<i64> = [49, 50, 51, 60].map(|it| address.wait_seconds(it)).to_vec();
    assert_eq!(waits, [0, 15, 30, 900]);
    let anywhere = ThrottleSubject::Name("uno".to_owned());
    let waits: Vec<i64> = [199, 200, 202, 300]
        .map(|it| anywhere.wait_seconds(it))
        .to_vec();
    assert_eq!(waits, [0, 15, 60, 60]);
    let account: AccountId = "00000000-0000-7000-8000-000000000001".parse().unwrap();
    let codes = ThrottleSubject::Codes(account.clone());
    assert_eq!([199, 202].map(|it| codes.wait_seconds(it)), [0, 60]);
    let of_device = ThrottleSubject::CodesOnDevice("uno".to_owned());
    assert_eq!([4, 5].map(|it| of_device.wait_seconds(it)), [0, 15]);
    let at = ThrottleSubject::CodesAt {
        account,
        address: "192.0.2.1".to_owned(),
    };
    assert_ne!(at.key(), codes.key());
}
