//! Held until its date: every way in, every way out.

use super::*;
use crate::permissions::Role;
use crate::questionnaire::ConsentKind;

fn date() -> Instant {
    start() + Duration::days(60)
}

fn is_hidden(process: &Process) -> bool {
    let mut sections = process.sections.values();
    sections.all(|it| it.published_version.is_none()) && process.published_at.is_none()
}

#[test]
fn what_is_approved_waits_for_its_date_and_is_dated_there() {
    let mut world = World::held();
    assert_eq!(world.state(), State::Approved);
    assert!(is_hidden(&world.process));
    assert_eq!(world.process.held_until(&world.facts()), Some(date()));
    world.now = date() - Duration::seconds(1);
    assert_eq!(world.state(), State::Approved);
    world.now = date() + Duration::hours(3);
    let public = world.process.in_force(&world.facts());
    assert_eq!(public.state, State::Published);
    assert_eq!(public.published_at, Some(date()));
    assert_eq!(public.section(Section::Contact).published_version, Some(1));
    assert_eq!(public.held_until(&world.facts()), None);
}

#[test]
fn what_is_approved_after_its_date_is_public_at_once() {
    let mut world = World::submitted();
    world.publication_starts = Some(start());
    world.now = start() + Duration::hours(1);
    world.settings.four_eyes = false;
    world.approving_turn(2);
    assert_eq!(world.process.state, State::Published);
    assert_eq!(world.process.published_at, Some(world.now));
}

#[test]
fn the_end_of_observations_waits_the_same_way() {
    let mut world = World::submitted();
    world.publication_starts = Some(date());
    world.settings.four_eyes = false;
    world.does(2, Action::Claim);
    world.approve_all(2);
    world.decide(2, Section::Motivation, observation()).unwrap();
    world.does(2, Action::Conclude);
    world.now = start() + Duration::days(20);
    let held = world.process.in_force(&world.facts());
    assert_eq!(held.state, State::Approved);
    assert!(held.approved_at.is_some_and(|it| it < world.now));
    assert!(is_hidden(&held));
    world.now = date();
    let public = world.process.in_force(&world.facts());
    assert_eq!(
        (public.state, public.published_at),
        (State::Published, Some(date()))
    );
    let section = public.section(Section::Motivation);
    assert_eq!(
        (section.state, section.published_version),
        (SectionState::Withheld, None)
    );
}

#[test]
fn an_earlier_date_acts_at_once_and_is_not_dated_back() {
    let mut world = World::held();
    world.now = start() + Duration::days(10);
    assert_eq!(world.process.freed_by_a_moved_date(&world.facts()), None);
    for moved in [Some(start() + Duration::days(5)), None] {
        world.publication_starts = moved;
        let freed = world.process.freed_by_a_moved_date(&world.facts()).unwrap();
        let public = freed.in_force(&world.facts());
        assert_eq!(
            (public.state, public.published_at),
            (State::Published, Some(world.now))
        );
    }
    world.publication_starts = Some(start() + Duration::days(90));
    world.now = date();
    assert_eq!(
        world.state(),
        State::Approved,
        "a later date holds it longer"
    );
}

#[test]
fn a_revoked_treatment_keeps_it_from_the_public_until_it_is_given_again() {
    let mut world = World::held();
    world.consents.treatment = false;
    world.now = date() + Duration::days(1);
    assert_eq!(world.state(), State::Approved);
    assert!(world.process.after_revocation(&world.facts()).is_some());
    let operator = account(1);
    let who = Who {
        account: &operator,
        role: Role::Operator,
        session: None,
    };
    let treatment = ConsentKind::Treatment;
    world.process = world
        .process
        .change_consent(treatment, true, who, &world.facts())
        .unwrap();
    world.consents.treatment = true;
    let public = world.process.in_force(&world.facts());
    assert_eq!(
        public.published_at,
        Some(world.now),
        "not while it was revoked"
    );
}

#[test]
fn without_the_signed_form_it_waits_on() {
    let mut world = World::held();
    world.settings.signed_consent_required = true;
    world.now = date();
    assert_eq!(world.state(), State::Approved);
    let delivered = world.process.with_the_signed_copy(&world.facts()).unwrap();
    world.signed = true;
    assert_eq!(world.state(), State::Published);
    assert_eq!(world.process.with_the_signed_copy(&world.facts()), None);
    let public = delivered.in_force(&world.facts());
    assert_eq!(public.published_at, Some(world.now));
}

#[test]
fn a_late_signed_form_does_not_date_it_back() {
    let mut world = World::held();
    assert_eq!(world.process.with_the_signed_copy(&world.facts()), None);
    world.settings.signed_consent_required = true;
    world.now = date() + Duration::days(4);
    let lacking = world.process.in_force(&world.facts());
    world.process = lacking.with_the_signed_copy(&world.facts()).unwrap();
    world.signed = true;
    let public = world.process.in_force(&world.facts());
    assert_eq!(
        (public.state, public.published_at),
        (State::Published, Some(world.now)),
        "nothing was public without it"
    );
    let mut early = World::submitted();
    early.settings.signed_consent_required = true;
    assert_eq!(early.process.with_the_signed_copy(&early.facts()), None);
}

#[test]
fn one_that_is_reviewed_anew_waits_as_any_other() {
    let mut world = World::held();
    world.process.published_at = Some(start());
    assert_eq!(world.process.held_until(&world.facts()), Some(date()));
    world.process.state = State::Submitted;
    assert_eq!(
        world.process.would_be_published_at(&world.facts()),
        Some(date())
    );
    world.process.state = State::Published;
    assert_eq!(world.process.would_be_published_at(&world.facts()), None);
}

#[test]
fn it_ends_as_any_other() {
    for (action, end) in [
        (Action::Substitute, State::Substituted),
        (Action::Cancel, State::Cancelled),
    ] {
        let mut world = World::held();
        world.does(9, action);
        assert_eq!(world.state(), end);
        world.now = date();
        assert_eq!(world.state(), end, "its date publishes nothing any more");
        assert!(is_hidden(&world.process));
    }
    let mut world = World::held();
    world.publication_starts = Some(start() + Duration::days(300));
    world.now = start() + Duration::days(201);
    let closed = world.process.in_force(&world.facts());
    assert_eq!(closed.state, State::Closed);
    assert!(is_hidden(&closed));
}

#[test]
fn nobody_changes_it_while_it_waits() {
    let mut world = World::held();
    let wrong = Err(Refusal::WrongState(State::Approved));
    assert_eq!(world.save(Section::Contact), wrong);
    for (who, action) in [
        (1, Action::Submit),
        (1, request(&[Section::Contact])),
        (2, Action::Claim),
        (2, Action::Conclude),
        (
            2,
            Action::Pause {
                section: Section::Contact,
            },
        ),
    ] {
        assert_eq!(world.try_do(who, action.clone()), wrong, "{action:?}");
    }
    assert_eq!(world.decide(2, Section::Contact, Verdict::Approve), wrong);
}
