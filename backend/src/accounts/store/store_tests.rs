//! Where an account stands follows from the steps it has done.

use super::*;

fn account(role: Role, one_time: bool, receipt: bool) -> AccountRow {
    let at: Instant = "2026-11-24T12:00:00Z".parse().unwrap();
    AccountRow {
        id: "00000000-0000-7000-8000-000000000001".parse().unwrap(),
        version: 1,
        login: "uno".into(),
        name: "Uno".into(),
        role,
        actor: None,
        actor_name: None,
        state: AccountState::Suspended,
        password_hash: Some("hash".into()),
        credential_since: None,
        one_time,
        one_time_expires: None,
        receipt: receipt.then_some(at),
        last_sign_in: None,
        second_factor: None,
        device_epoch: 0,
        activated: None,
    }
}

#[test]
fn a_new_credential_or_a_suspension_does_not_lose_the_receipt() {
    for (role, one_time, receipt, state) in [
        (Role::Operator, true, false, AccountState::Delivered),
        (Role::Operator, false, false, AccountState::Received),
        (Role::Operator, true, true, AccountState::Delivered),
        (Role::Operator, false, true, AccountState::Active),
        (Role::Admin, true, false, AccountState::Delivered),
        (Role::Admin, false, false, AccountState::Active),
    ] {
        assert_eq!(account(role, one_time, receipt).standing(), state);
    }
}
