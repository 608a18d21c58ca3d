//! Whatever people ask for in whatever order, only transitions of the tables happen.

use super::listed_moves::*;
use super::*;

fn section() -> impl Strategy<Value = Section> {
    prop::sample::select(Section::ALL.to_vec())
}

fn action() -> impl Strategy<Value = Action> {
    let completeness = prop::sample::select(vec![
        Completeness::Empty,
        Completeness::InProgress,
        Completeness::Complete,
        Completeness::NotProvided,
    ]);
    prop_oneof![
        1 => Just(Action::StartCapture),
        8 => (section(), completeness).prop_map(|(section, completeness)| Action::Save {
            section,
            completeness,
            sha256: "x".into()
        }),
        1 => section().prop_map(|section| Action::Answer { section }),
        2 => Just(Action::Submit),
        1 => section().prop_map(|it| Action::RequestCorrection {
            sections: vec![it],
            reason: "porque sí".into()
        }),
        1 => Just(Action::SendCorrection),
        2 => Just(Action::Claim),
        1 => Just(Action::Release),
        2 => Just(Action::Conclude),
        1 => Just(Action::OpenCorrection),
        1 => Just(Action::RefuseCorrection { reason: "porque no".into() }),
        1 => Just(Action::ClaimCorrection),
        1 => Just(Action::ConcludeCorrection),
        1 => section().prop_map(|section| Action::Pause { section }),
        1 => section().prop_map(|section| Action::Resume { section }),
        // Seldom: nothing leads on from there.
        1 => prop::bool::weighted(0.2).prop_map(|really| if really {
            Action::Substitute
        } else {
            Action::Release
        }),
        1 => prop::bool::weighted(0.2).prop_map(|really| if really {
            Action::Cancel
        } else {
            Action::Release
        }),
        1 => Just(Action::Reinstate { reference: "Acuerdo 7".into() }),
        1 => prop::bool::weighted(0.3).prop_map(|really| if really {
            Action::ReturnToCapture { reference: "Oficio 7".into() }
        } else {
            Action::Release
        }),
        1 => (prop::bool::weighted(0.2), 0i64..30, 1i64..30).prop_map(|(really, from, days)| {
            let starts = start() + Duration::days(from);
            let period = Period { starts, ends: starts + Duration::days(days) };
            if really {
                Action::Reopen { reference: "JDC/7".into(), period }
            } else {
                Action::Release
            }
        }),
    ]
}

/// A step: who, what, hours that pass first; `bulk` saves or decides every section at once, so
/// that walks get far.
#[derive(Debug, Clone)]
enum Step {
    One(u8, Action),
    SaveAll,
    DecideAll(u8, Option<Section>),
    Turn(u8, Option<Section>),
    CorrectionTurn(u8, Option<Section>),
    Wait(i64),
}

/// A world at one of the stages that matter, so that walks need not find their way there.
fn world_at(stage: usize) -> World {
    match stage {
        0 => World::new(),
        1 => World::captured(),
        2 => World::submitted(),
        3 => World::observed(),
        4 => World::held(),
        5 => World::published(),
        6 => World::corrected(),
        _ => World::correction_sent(),
    }
}

/// How many stages [`world_at`] knows.
const STAGES: usize = 8;
/// The first of them at which something is public.
const PUBLISHED: usize = 5;

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (2u8..5, action()).prop_map(|(who, action)| Step::One(who, action)),
        1 => Just(Step::SaveAll),
        2 => (2u8..5, prop::option::of(section())).prop_map(|(who, it)| Step::DecideAll(who, it)),
        2 => (2u8..5, prop::option::of(section())).prop_map(|(who, it)| Step::Turn(who, it)),
        1 => (2u8..5, prop::option::of(section()))
            .prop_map(|(who, it)| Step::CorrectionTurn(who, it)),
        1 => prop_oneof![Just(1i64), Just(30), Just(150)].prop_map(Step::Wait),
    ]
}

/// The actions a step stands for, given the process as it is.
fn actions(step: &Step, process: &Process) -> Vec<(u8, Action)> {
    match step {
        Step::One(who, action) => vec![(*who, action.clone())],
        Step::Wait(_) => vec![],
        Step::SaveAll => Section::REVIEWABLE
            .iter()
            .map(|section| {
                let action = Action::Save {
                    section: *section,
                    completeness: Completeness::Complete,
                    sha256: "y".into(),
                };
                (1, action)
            })
            .collect(),
        Step::Turn(who, observed) => {
            let mut turn = vec![(*who, Action::Claim)];
            turn.extend(actions(&Step::DecideAll(*who, *observed), process));
            turn.push((*who, Action::Conclude));
            turn
        }
        Step::CorrectionTurn(who, observed) => {
            let mut turn = vec![(*who, Action::ClaimCorrection)];
            turn.extend(actions(&Step::DecideAll(*who, *observed), process));
            turn.push((*who, Action::ConcludeCorrection));
            turn
        }
        Step::DecideAll(who, observed) => Section::REVIEWABLE
            .iter()
            .map(|section| {
                let it = process.section(*section);
                let verdict = if Some(*section) == *observed {
                    observation()
                } else {
                    Verdict::Approve
                };
                let action = Action::Decide {
                    section: *section,
                    version: it.version,
                    sha256: it.sha256,
                    verdict,
                };
                (*who, action)
            })
            .collect(),
    }
}

/// Whether somebody, or the clock, can bring a correction on.
fn leads_on(world: &World, process: &Process) -> bool {
    let facts = world.facts();
    let may = |who: u8, action: &Action| {
        let id = account(who);
        let who = Who {
            account: &id,
            role: action.role(),
            session: None,
        };
        process.check(action, who, &facts).is_ok()
    };
    let Some(correction) = &process.correction else {
        return true;
    };
    let validators = 2u8..5;
    match correction.state {
        CorrectionState::Requested => {
            let reason = "porque no".to_owned();
            may(2, &Action::OpenCorrection) && may(2, &Action::RefuseCorrection { reason })
        }
        CorrectionState::Open => correction.period.is_some_and(|it| !it.is_over(world.now)),
        CorrectionState::Sent => {
            validators
                .filter(|who| may(*who, &Action::ClaimCorrection))
                .count()
                >= 2
        }
        CorrectionState::Claimed => validators
            .filter(|who| may(*who, &Action::Release) && may(*who, &Action::ClaimCorrection))
            .eq(correction.claimed_by.iter().map(|it| {
                (2u8..5)
                    .find(|who| account(*who) == *it)
                    .unwrap_or_default()
            })),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn only_listed_transitions_happen(
        four_eyes: bool,
        identity: bool,
        stage in 0usize..STAGES,
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let mut world = world_at(stage);
        world.settings.four_eyes = four_eyes;
        world.settings.corrections_max = 3;
        world.consents.identity_publication = identity;
        for step in steps {
            if let Step::Wait(hours) = step {
                let before = world.process.in_force(&world.facts());
                world.now += Duration::hours(hours);
                let after = world.process.in_force(&world.facts());
                // Several deadlines may pass in one wait: each move is one of the clock's.
                if before.state == after.state {
                    check_move(&before, &after)?;
                }
                prop_assert_eq!(&after.in_force(&world.facts()), &after, "idempotent");
                continue;
            }
            for (who, action) in actions(&step, &world.process) {
                let before = world.process.in_force(&world.facts());
                if world.try_do(who, action.clone()).is_err() {
                    continue;
                }
                if is_remedy(&action) {
                    check_remedy(&action, &before, &world.process)?;
                } else {
                    check_move(&before, &world.process)?;
                }
            }
        }
    }

    #[test]
    fn the_wrong_role_never_gets_through(action in action(), who in 0usize..5) {
        let world = World::new();
        let role = Role::ALL[who];
        if role != action.role() {
            let id = account(1);
            let asked = world.process.check(&action, Who { account: &id, role, session: None }, &world.facts());
            prop_assert_eq!(asked, Err(Refusal::WrongRole));
        }
    }

    #[test]
    fn with_four_eyes_nothing_is_published_by_one_person(
        stage in 0usize..3,
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let mut world = world_at(stage);
        for step in steps {
            if let Step::Wait(hours) = step {
                world.now += Duration::hours(hours);
            }
            for (_, action) in actions(&step, &world.process) {
                // Whoever acts is always the same validator.
                let _ = world.try_do(2, action);
            }
            prop_assert_ne!(world.state(), State::Published);
            prop_assert_ne!(world.state(), State::Approved);
        }
    }

    #[test]
    fn nothing_is_public_before_its_date(
        four_eyes: bool,
        stage in 0usize..PUBLISHED,
        date in 0i64..2400,
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let mut world = world_at(stage);
        world.settings.four_eyes = four_eyes;
        let begins = start() + Duration::hours(date);
        world.publication_starts = Some(begins);
        for step in steps {
            if let Step::Wait(hours) = step {
                world.now += Duration::hours(hours);
            }
            for (who, action) in actions(&step, &world.process) {
                let _ = world.try_do(who, action);
            }
            let process = world.process.in_force(&world.facts());
            let shown = public_versions(&process).iter().any(Option::is_some);
            if shown || process.state == State::Published {
                prop_assert!(world.now >= begins);
                prop_assert_eq!(process.published_at, process.approved_at.map(|it| it.max(begins)));
            }
            if process.state == State::Approved {
                prop_assert!(world.now < begins, "it is public as soon as it may be");
            }
        }
    }

    #[test]
    fn a_review_begins_only_while_its_phase_is_open(
        stage in 0usize..STAGES,
        opens in 0i64..600,
        lasts in 0i64..600,
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let mut world = world_at(stage);
        let opens = start() + Duration::hours(opens);
        let ends = opens + Duration::hours(lasts);
        world.review = Window { starts: Some(opens), ends: Some(ends) };
        for step in steps {
            if let Step::Wait(hours) = step {
                world.now += Duration::hours(hours);
            }
            for (who, action) in actions(&step, &world.process) {
                let before = world.state();
                let claimed = action == Action::Claim && world.try_do(who, action).is_ok();
                if claimed && before != State::InReview {
                    prop_assert!(opens <= world.now && world.now < ends + Duration::seconds(1));
                }
            }
        }
    }

    #[test]
    fn with_four_eyes_nobody_corrects_alone(
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let mut world = World::published();
        world.settings.corrections_max = 3;
        let public = public_versions(&world.process);
        for step in steps {
            if let Step::Wait(hours) = step {
                world.now += Duration::hours(hours);
            }
            for (_, action) in actions(&step, &world.process) {
                // Operator and validator, and always the same validator.
                let _ = world.try_do(2, action);
            }
            prop_assert_eq!(public_versions(&world.process), public.clone());
        }
    }

    #[test]
    fn what_is_public_changes_only_where_a_turn_ends(
        four_eyes: bool,
        stage in PUBLISHED..STAGES,
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let mut world = world_at(stage);
        world.settings.four_eyes = four_eyes;
        world.settings.corrections_max = 3;
        for step in steps {
            let before = public_versions(&world.process);
            if let Step::Wait(hours) = step {
                world.now += Duration::hours(hours);
                let now = world.process.in_force(&world.facts());
                prop_assert_eq!(public_versions(&now), before);
                continue;
            }
            for (who, action) in actions(&step, &world.process) {
                let before = public_versions(&world.process);
                let ends_turn = action == Action::ConcludeCorrection;
                if world.try_do(who, action).is_ok() && !ends_turn {
                    prop_assert_eq!(public_versions(&world.process), before);
                }
            }
        }
    }

    #[test]
    fn a_correction_never_stands_still(
        stage in PUBLISHED..STAGES,
        steps in prop::collection::vec(step(), 1..60),
    ) {
        let mut world = world_at(stage);
        world.settings.corrections_max = 3;
        for step in steps {
            if let Step::Wait(hours) = step {
                world.now += Duration::hours(hours);
            }
            for (who, action) in actions(&step, &world.process) {
                let _ = world.try_do(who, action);
            }
            let process = world.process.in_force(&world.facts());
            if let Some(state) = process.correction.as_ref().map(|it| it.state) {
                prop_assert!(leads_on(&world, &process), "{}", state.code());
            }
        }
    }

    /// What a board keeps until then is what holds.
    #[test]
    fn the_clock_decides_nothing_before_it_says(
        stage in 0usize..STAGES,
        steps in prop::collection::vec(step(), 0..20),
        share in 0.0f64..1.0,
    ) {
        let mut world = world_at(stage);
        for step in steps {
            for (who, action) in actions(&step, &world.process) {
                let _ = world.try_do(who, action);
            }
        }
        while let Some(next) = world.process.next_decision_of_the_clock(&world.facts()) {
            let now = world.process.in_force(&world.facts());
            let wait = (next - world.now).num_milliseconds();
            #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "a few years")]
            let some = (wait as f64 * share) as i64;
            for millis in [some.min(wait - 1), wait - 1] {
                let facts = Facts { now: world.now + Duration::milliseconds(millis), ..world.facts() };
                prop_assert_eq!(&world.process.in_force(&facts), &now);
            }
            world.now = next;
        }
    }

    #[test]
    fn a_process_survives_storage(
        stage in 0usize..STAGES,
        steps in prop::collection::vec(step(), 1..40),
    ) {
        let mut world = world_at(stage);
        for step in steps {
            for (who, action) in actions(&step, &world.process) {
                let _ = world.try_do(who, action);
            }
        }
        let stored = serde_json::to_string(&world.process).unwrap();
        prop_assert_eq!(serde_json::from_str::<Process>(&stored).unwrap(), world.process);
    }
}
