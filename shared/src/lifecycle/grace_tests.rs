//! A save and the sweep go by the same instant: the one is taken exactly as long as the other decides
//! nothing.

use super::*;

/// A world whose operator may save a section, which, and the end of the time for it.
fn world_in_period(stage: usize) -> (World, Section, Instant) {
    let (world, section) = match stage {
        0 => (World::captured(), Section::Motivation),
        1 => (World::observed(), Section::Motivation),
        _ => (World::corrected(), Section::Proposal1),
    };
    let deadline = world.process.operator_deadline(&world.facts()).unwrap();
    (world, section, deadline)
}

proptest! {
    /// To the microsecond, in each of the three periods that an operator works in.
    #[test]
    fn a_save_is_taken_exactly_while_the_sweep_waits(
        stage in 0usize..3,
        micros in -3_000_000i64..40_000_000,
    ) {
        let (mut world, section, deadline) = world_in_period(stage);
        world.now = deadline + Duration::microseconds(micros);
        let in_time = micros < (1 + GRACE_SECONDS) * 1_000_000;
        let swept = world.process.in_force(&world.facts());
        prop_assert_eq!(swept == world.process, in_time);
        prop_assert_eq!(world.save(section).is_ok(), in_time);
    }
}

#[test]
fn both_edges_of_the_grace() {
    for stage in 0..3 {
        let (mut world, section, deadline) = world_in_period(stage);
        let last = deadline + Duration::seconds(GRACE_SECONDS) + Duration::microseconds(999_999);
        world.now = last;
        assert_eq!(world.process.in_force(&world.facts()), world.process);
        world.save(section).unwrap();
        let (mut world, section, _) = world_in_period(stage);
        world.now = last + Duration::microseconds(1);
        assert_ne!(world.process.in_force(&world.facts()), world.process);
        world.save(section).unwrap_err();
    }
}
