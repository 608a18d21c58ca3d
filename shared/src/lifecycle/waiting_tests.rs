//! What waits, and for whom.

use super::*;
use crate::election::ElectionSetup;
use crate::lifecycle::{QueueFlag, WaitingAge, WaitsFor};

#[test]
fn what_is_sent_waits_for_review_and_what_is_asked_for_waits_for_an_answer() {
    assert_eq!(World::new().process.waits_for(), None);
    let mut world = World::submitted();
    assert_eq!(world.process.waits_for(), Some(WaitsFor::Review));
    assert_eq!(world.process.turn_holder(), None);
    world.does(2, Action::Claim);
    assert_eq!(world.process.waits_for(), Some(WaitsFor::Review));
    let (holder, until) = world.process.turn_holder().unwrap();
    assert_eq!((holder, until > world.now), (&account(2), true));
    let sent = World::correction_sent();
    assert_eq!(sent.process.waits_for(), Some(WaitsFor::CorrectionReview));
    assert!(sent.process.first_turn_of().is_some(), "whoever opened it");
}

#[test]
fn the_first_of_two_turns_is_known() {
    let mut world = World::submitted();
    assert_eq!(world.process.first_turn_of(), None);
    world.does(2, Action::Claim);
    world.approve_all(2);
    world.does(2, Action::Conclude);
    assert_eq!(world.process.first_turn_of(), Some(&account(2)));
    assert!(world.process.queue_flags().contains(&QueueFlag::SecondTurn));
    world.publication_starts = Some(world.now + Duration::days(30));
    world.does(3, Action::Claim);
    world.approve_all(3);
    world.does(3, Action::Conclude);
    assert_eq!(world.process.waits_for(), Some(WaitsFor::Publication));
    assert_eq!(world.process.turn_holder(), None);
}

proptest! {
    /// Until the instant that the process names, no turn and no time to answer ends.
    #[test]
    fn nothing_of_its_own_changes_before_its_clock(minutes in 0_i64..60 * 24 * 20) {
        let mut claimed = World::submitted();
        claimed.does(2, Action::Claim);
        for mut world in [claimed, World::correction_sent()] {
            let until = world.process.clock_changes_it_from();
            world.received = false;
            world.now += Duration::minutes(minutes);
            let changed = world.process.in_force(&world.facts()) != world.process;
            if changed {
                prop_assert!(until.is_some_and(|it| it <= world.now));
            }
        }
    }

    /// Every due instant is of one age, and only of one.
    #[test]
    fn ages_are_a_partition(hours in -24_i64 * 40..24 * 40) {
        let now = start();
        let due = now + Duration::hours(hours);
        let ages = [WaitingAge::Overdue, WaitingAge::Today, WaitingAge::Soon, WaitingAge::Later];
        let fitting = ages.iter().filter(|it| it.holds(due, now, now)).count();
        prop_assert_eq!(fitting, 1);
    }
}

#[test]
fn a_review_is_due_after_its_term() {
    let setup: ElectionSetup = serde_json::from_value(serde_json::json!({
        "name": "Prueba", "entity": "Estado de México", "date": "2027-06-06", "drill": false,
        "offices": ["governorship"],
        "territories": [{ "kind": "state", "code": "15", "name": "Estado de México" }],
    }))
    .unwrap();
    let due = setup.review_due(start());
    assert_eq!(
        (crate::time::local_date(due) - crate::time::local_date(start())).num_days(),
        5
    );
}
