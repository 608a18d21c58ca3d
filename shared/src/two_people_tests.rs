use proptest::prelude::*;

use super::*;

fn account(number: u8) -> AccountId {
    format!("00000000-0000-7000-8000-0000000000{number:02}")
        .parse()
        .unwrap()
}

fn at(hours: i64) -> Instant {
    Instant::UNIX_EPOCH + Duration::hours(hours)
}

const LAST_HOUR: i64 = 24 * PROPOSAL_DAYS;

fn proposed<'a>(by: &'a AccountId, concerns: Option<Concerned<'a>>) -> Proposed<'a> {
    Proposed {
        state: ProposalState::Open,
        by,
        at: at(0),
        expires: at(LAST_HOUR),
        concerns,
        alone_since: None,
    }
}

proptest! {
    /// Nobody alone, at once: either a second person confirms, or a day passed since there was none to
    /// ask, whatever was before.
    #[test]
    fn it_takes_two_or_a_day_in_plain_sight(
        who in 0u8..2, alone_since in prop::option::of(-50i64..200), hours in 0i64..400
    ) {
        let by = account(0);
        let since = alone_since.filter(|it| *it <= hours);
        let refusal = proposed(&by, None).not_confirmable(&account(who), since.map(at), at(hours));
        let alone_for_a_day = since.is_some_and(|it| hours >= it.max(0) + ALONE_WAIT_HOURS);
        prop_assert_eq!(refusal.is_none(), hours < LAST_HOUR && (who != 0 || alone_for_a_day));
    }

    /// Walked hour by hour, with another administrator who comes and goes: the proposer carries out
    /// nothing within a day of an hour in which she could have decided.
    #[test]
    fn the_day_begins_when_one_becomes_alone(there in prop::collection::vec(any::<bool>(), 1..160)) {
        let (by, other) = (account(0), account(1));
        let mut noted = None;
        let mut last_company = 0;
        for (hour, there) in there.into_iter().enumerate() {
            let hour = i64::try_from(hour).unwrap();
            let present = Administrator { account: &other, last_sign_in: Some(at(hour)) };
            let all = if there { vec![present] } else { Vec::new() };
            let it = Proposed { alone_since: noted, ..proposed(&by, None) };
            noted = it.alone_since_at(&all, at(hour));
            if there {
                last_company = hour;
            }
            let may = it.not_confirmable(&by, noted, at(hour)).is_none();
            prop_assert!(!may || hour - last_company >= ALONE_WAIT_HOURS);
        }
    }

    /// What was decided stays decided.
    #[test]
    fn nothing_is_confirmed_twice(decided in 1usize..5, who in 0u8..2, alone: bool, hours in 0i64..400) {
        let state = ProposalState::ALL[decided];
        let by = account(0);
        let it = Proposed { state, ..proposed(&by, None) };
        prop_assert_eq!(
            it.not_confirmable(&account(who), alone.then(|| at(0)), at(hours)),
            Some(NotConfirmable::Over(state))
        );
    }
}

#[test]
fn who_is_away_or_asked_about_is_not_waited_for() {
    let (by, other) = (account(0), account(1));
    let with = |hour: i64| Administrator {
        account: &other,
        last_sign_in: Some(at(hour)),
    };
    let concerns = |is_recovery| {
        Some(Concerned {
            account: &other,
            is_recovery,
        })
    };
    let of_nobody = proposed(&by, None);
    let edge = 24 * REACHABLE_DAYS;
    assert!(of_nobody.can_be_decided_by(&with(1), at(edge)));
    assert!(!of_nobody.can_be_decided_by(&with(0), at(edge)));
    let oneself = Administrator {
        account: &by,
        last_sign_in: Some(at(1)),
    };
    assert!(!of_nobody.can_be_decided_by(&oneself, at(1)));
    assert!(!proposed(&by, concerns(false)).can_be_decided_by(&with(1), at(2)));
    assert!(!proposed(&by, concerns(true)).can_be_decided_by(&with(-1), at(2)));
    assert!(proposed(&by, concerns(true)).can_be_decided_by(&with(1), at(2)));
    let own = proposed(&by, concerns(true)).not_confirmable(&other, None, at(1));
    assert_eq!(own, Some(NotConfirmable::OwnAccount));
}
