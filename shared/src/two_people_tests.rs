use chrono::Duration;
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

proptest! {
    /// Nobody alone, at once: either a second person confirms, or a day passed without one to ask.
    #[test]
    fn it_takes_two_or_a_day_in_plain_sight(who in 0u8..2, others: bool, hours in 0i64..400) {
        let by = account(0);
        let proposed = Proposed {
            state: ProposalState::Open,
            by: &by,
            at: at(0),
            expires: at(24 * PROPOSAL_DAYS),
        };
        let may = proposed.not_confirmable(&account(who), others, at(hours)).is_none();
        let in_time = hours < 24 * PROPOSAL_DAYS;
        let second = who != 0;
        let alone_for_a_day = !others && hours >= ALONE_WAIT_HOURS;
        prop_assert_eq!(may, in_time && (second || alone_for_a_day));
    }

    /// What was decided stays decided.
    #[test]
    fn nothing_is_confirmed_twice(decided in 1usize..5, who in 0u8..2, others: bool, hours in 0i64..400) {
        let state = ProposalState::ALL[decided];
        let by = account(0);
        let proposed = Proposed { state, by: &by, at: at(0), expires: at(168) };
        prop_assert_eq!(
            proposed.not_confirmable(&account(who), others, at(hours)),
            Some(NotConfirmable::Over(state))
        );
    }
}
