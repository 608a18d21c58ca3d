//! The review phase and periods in hours.

use super::*;
use crate::term::Term;

#[test]
fn no_review_begins_before_its_phase_nor_after_it() {
    let mut world = World::submitted();
    let opens = start() + Duration::days(3);
    let ends = start() + Duration::days(6);
    world.review = Window {
        starts: Some(opens),
        ends: Some(ends),
    };
    let refused = world.try_do(2, Action::Claim);
    assert_eq!(refused, Err(Refusal::ReviewStarts(opens)));
    world.now = ends + Duration::seconds(1);
    let refused = world.try_do(2, Action::Claim);
    assert_eq!(refused, Err(Refusal::ReviewEnded(ends)));
    world.now = ends;
    world.does(2, Action::Claim);
    world.now += Duration::minutes(10);
    world.does(2, Action::Claim);
    world.approve_all(2);
    world.does(2, Action::Conclude);
    assert_eq!(
        world.process.state,
        State::Submitted,
        "a turn that was taken ends"
    );
    assert_eq!(
        world.try_do(3, Action::Claim),
        Err(Refusal::ReviewEnded(ends))
    );
}

#[test]
fn a_turn_that_expired_is_a_new_one() {
    let mut world = World::submitted();
    let ends = start() + Duration::hours(1);
    world.review.ends = Some(ends);
    world.does(2, Action::Claim);
    world.now = start() + Duration::hours(2);
    assert_eq!(
        world.try_do(2, Action::Claim),
        Err(Refusal::ReviewEnded(ends))
    );
}

#[test]
fn corrections_go_on_after_the_review_phase() {
    let mut world = World::correction_sent();
    world.review.ends = Some(start());
    world.now += Duration::days(1);
    world.does(3, Action::ClaimCorrection);
    world.approve_all(3);
    world.does(3, Action::ConcludeCorrection);
    assert_eq!(world.process.correction, None);
}

#[test]
fn refusals_name_the_date_and_what_to_do() {
    let at = start();
    let day = "2 de noviembre de 2026, 12:00:00 h";
    for refusal in [
        Refusal::CaptureStarts(at),
        Refusal::ReviewStarts(at),
        Refusal::ReviewEnded(at),
    ] {
        assert!(refusal.detail().contains(day), "{}", refusal.detail());
    }
    assert!(
        Refusal::ReviewEnded(at)
            .detail()
            .contains("quien administra")
    );
}

#[test]
fn periods_of_hours_end_to_the_second() {
    let mut world = World::submitted();
    world.settings.observation_days = Term::Hours { hours: 24 };
    world.settings.correction_days = Term::Hours { hours: 36 };
    world.does(2, Action::Claim);
    world.approve_all(2);
    world.decide(2, Section::Motivation, observation()).unwrap();
    world.does(2, Action::Conclude);
    let ends = world.process.observation_period.map(|it| it.ends);
    assert_eq!(ends, Some(world.now + Duration::hours(24)));

    let mut world = World::published();
    world.settings.correction_days = Term::Hours { hours: 36 };
    world.does(1, request(&[Section::Proposal1]));
    world.does(2, Action::OpenCorrection);
    let period = world.process.correction.as_ref().and_then(|it| it.period);
    assert_eq!(
        period.map(|it| it.ends),
        Some(world.now + Duration::hours(36))
    );
}
