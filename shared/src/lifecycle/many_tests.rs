//! What stands in the way of acts on many: everything of each, and nothing where the single act goes.

use super::super::lifecycle_tests::{World, account};
use super::*;
use crate::permissions::Role;
use crate::problem::Code;
use crate::questionnaire::Section;

fn obstacles(world: &World) -> Vec<Code> {
    let id = account(1);
    let who = Who {
        account: &id,
        role: Role::Operator,
        session: None,
    };
    let all = world.process.obstacles_to_sending(who, &world.facts());
    all.iter().map(Refusal::code).collect()
}

fn against_treatment(world: &World) -> Vec<String> {
    let id = account(1);
    let who = Who {
        account: &id,
        role: Role::Operator,
        session: None,
    };
    let facts = world.facts();
    world.process.against_treatment_in_many(who, &facts)
}

#[test]
fn what_is_complete_and_agreed_to_has_no_obstacle() {
    let world = World::captured();
    assert_eq!(obstacles(&world), []);
    assert!(world.process.waits_to_be_sent(&world.facts()));
}

#[test]
fn every_obstacle_is_told_not_only_the_first() {
    let mut world = World::captured();
    world.consents.treatment = false;
    world.process.sections.remove(&Section::Motivation);
    let found = obstacles(&world);
    assert_eq!(found, [Code::ConsentRequired, Code::Incomplete]);
    world.received = false;
    let found = obstacles(&world);
    assert_eq!(
        found,
        [
            Code::PeriodNotStarted,
            Code::ConsentRequired,
            Code::Incomplete
        ]
    );
}

#[test]
fn what_was_sent_waits_for_nobody_here() {
    let world = World::submitted();
    assert!(!world.process.waits_to_be_sent(&world.facts()));
    assert_eq!(obstacles(&world), [Code::WrongState]);
}

#[test]
fn consent_1_is_given_in_many_where_the_single_act_gives_it() {
    let mut world = World::new();
    world.consents.treatment = false;
    assert!(world.process.waits_for_treatment(&world.facts()));
    assert_eq!(against_treatment(&world), Vec::<String>::new());
    world.received = false;
    assert_eq!(against_treatment(&world).len(), 1);
    world.consents.treatment = true;
    assert_eq!(against_treatment(&world), [ALREADY_GIVEN]);
    assert!(!world.process.waits_for_treatment(&world.facts()));
}

#[test]
fn a_copy_that_lacks_and_a_revocation_are_both_told() {
    let mut world = World::captured();
    world.consents.treatment = false;
    world.settings.signed_consent_required = true;
    let found = against_treatment(&world);
    assert_eq!(
        found,
        [REVOKED.to_owned(), Refusal::SignedConsentRequired.detail()]
    );
    world.signed = true;
    assert_eq!(against_treatment(&world), [REVOKED]);
}
