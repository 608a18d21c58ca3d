//! What is undone, and what a tribunal reopens.

use super::*;
use crate::permissions::Role;
use crate::questionnaire::ConsentKind;

fn undo() -> Action {
    Action::Reinstate {
        reference: "IEEM/CG/9/2026".into(),
    }
}

fn returned() -> Action {
    Action::ReturnToCapture {
        reference: "Oficio 12".into(),
    }
}

fn order(from: i64, to: i64) -> Action {
    Action::Reopen {
        reference: "TEEM/JDC/3/2026".into(),
        period: Period {
            starts: start() + Duration::days(from),
            ends: start() + Duration::days(to),
        },
    }
}

/// The process without what tells that something was undone.
fn untold(process: &Process) -> Process {
    Process {
        remedies: Vec::new(),
        ..process.clone()
    }
}

#[test]
fn whatever_it_was_it_is_again() {
    for world in [
        World::new(),
        World::captured(),
        World::submitted(),
        World::published(),
    ] {
        for end in [Action::Cancel, Action::Substitute] {
            let mut world = World {
                process: world.process.clone(),
                settings: world.settings.clone(),
                ..World::new()
            };
            let before = world.process.clone();
            world.does(9, end);
            world.does(9, undo());
            assert_eq!(untold(&world.process), before);
            let told = &world.process.remedies[0];
            assert_eq!(told.kind, RemedyKind::EndingUndone);
            assert_eq!(told.reference, "IEEM/CG/9/2026");
        }
    }
}

#[test]
fn a_reviewers_turn_is_over_and_its_decisions_stay() {
    let mut world = World::submitted();
    world.does(2, Action::Claim);
    world.decide(2, Section::Contact, Verdict::Approve).unwrap();
    world.does(9, Action::Cancel);
    world.does(9, undo());
    assert_eq!(world.state(), State::Submitted);
    assert!(world.process.claim.is_none());
    assert_eq!(world.process.section(Section::Contact).decisions.len(), 1);
}

#[test]
fn the_time_it_was_ended_is_given_back() {
    let mut world = World::observed();
    let ends = world.process.observation_period.unwrap().ends;
    world.does(9, Action::Cancel);
    world.now += Duration::days(10);
    world.does(9, undo());
    assert_eq!(world.state(), State::Observed);
    let again = world.process.observation_period.unwrap().ends;
    assert_eq!(again, ends + Duration::days(10));

    let mut world = World::captured();
    world.now += Duration::days(3);
    assert_eq!(world.process.capture_end_given_back(&world.facts()), None);
    let ends = world.facts().capture.unwrap().ends;
    world.does(9, Action::Substitute);
    world.now += Duration::days(20);
    let given = world.process.capture_end_given_back(&world.facts());
    assert_eq!(given, Some(ends + Duration::days(20)));
}

#[test]
fn what_was_held_is_not_dated_back_to_when_it_was_ended() {
    let mut world = World::held();
    let date = world.publication_starts.unwrap();
    world.now = date - Duration::days(11);
    world.does(9, Action::Cancel);
    world.now = date + Duration::days(9);
    world.does(9, undo());
    let public = world.process.in_force(&world.facts());
    assert_eq!(
        (public.state, public.published_at),
        (State::Published, Some(world.now))
    );

    let mut world = World::held();
    world.does(9, Action::Cancel);
    world.now += Duration::days(2);
    world.does(9, undo());
    assert_eq!(world.process.held_until(&world.facts()), Some(date));
    world.now = date + Duration::hours(1);
    let public = world.process.in_force(&world.facts());
    assert_eq!(public.published_at, Some(date), "it waited for its date");
}

#[test]
fn a_treatment_revoked_after_the_end_stops_what_comes_back() {
    let mut world = World::corrected();
    world.does(9, Action::Cancel);
    let operator = account(1);
    let who = Who {
        account: &operator,
        role: Role::Operator,
        session: None,
    };
    for kind in ConsentKind::ALL {
        world.process = world
            .process
            .change_consent(*kind, false, who, &world.facts())
            .unwrap();
        world.consents = world.consents.with(*kind, false);
    }
    assert_eq!(world.state(), State::Cancelled);
    world.does(9, undo());
    assert_eq!(world.state(), State::Published);
    assert_eq!(world.process.correction, None);
    assert_eq!(world.section(Section::Proposal1), SectionState::Published);
}

#[test]
fn a_validation_is_known_after_another_correction_began() {
    let mut world = World::correction_sent();
    let first = world.process.section(Section::Contact).validated_at;
    assert_eq!(first, Some(start()));
    world.now += Duration::days(1);
    world.does(3, Action::ClaimCorrection);
    world
        .decide(3, Section::Proposal1, Verdict::Approve)
        .unwrap();
    world.does(3, Action::ConcludeCorrection);
    let validated = world.now;
    world.settings.corrections_max = 5;
    world.now += Duration::days(1);
    world.does(1, request(&[Section::Proposal1]));
    world.does(2, Action::OpenCorrection);
    world.save(Section::Proposal1).unwrap();
    world.does(9, Action::Cancel);
    world.does(9, undo());
    let it = world.process.section(Section::Proposal1);
    assert_eq!(
        (it.published_version, it.validated_at),
        (Some(2), Some(validated))
    );
    let preview = world.process.as_if_approved().section(Section::Proposal1);
    assert_eq!(
        (preview.published_version, preview.validated_at),
        (Some(3), None)
    );
}

#[test]
fn only_an_acuerdo_is_undone_and_only_while_there_is_publication() {
    let mut world = World::published();
    assert_eq!(
        world.try_do(9, undo()),
        Err(Refusal::WrongState(State::Published))
    );
    world.does(9, Action::Cancel);
    world.now += Duration::days(200) + Duration::seconds(1);
    let over = Refusal::PublicationEnded(world.facts().publication_ends);
    assert_eq!(world.try_do(9, undo()), Err(over.clone()));
    assert_eq!(world.try_do(9, order(200, 210)), Err(over));
}

#[test]
fn one_that_ended_before_it_was_kept_is_captured_again() {
    let mut world = World::published();
    world.does(9, Action::Cancel);
    world.process.before_end = None;
    world.does(9, undo());
    assert_eq!(world.state(), State::InCapture);
    for section in Section::REVIEWABLE {
        let it = world.process.section(*section);
        assert_eq!((it.state, it.version), (SectionState::Complete, 1));
        assert_eq!(it.published_version, None, "nobody sees it before a review");
    }
    world.does(1, Action::Submit);
}

#[test]
fn what_the_end_of_the_period_sent_returns_and_what_was_decided_stays() {
    let mut world = World::captured();
    assert_eq!(
        world.try_do(9, returned()),
        Err(Refusal::WrongState(State::InCapture))
    );
    world.now += Duration::days(40);
    world.received = false;
    let mut sent = World::submitted();
    assert_eq!(
        sent.try_do(9, returned()),
        Err(Refusal::WrongState(State::Submitted)),
        "its operator sent it"
    );
    world.received = true;
    assert_eq!(world.state(), State::Submitted);
    world.process = world.process.in_force(&world.facts());
    world.does(2, Action::Claim);
    world.received = false;
    world.does(9, returned());
    assert_eq!(world.state(), State::InCapture);
    assert_eq!(world.process.submitted_at, None);
    assert!(!world.process.incomplete);
    assert_eq!(
        world.save(Section::Contact),
        Err(Refusal::PeriodNotStarted),
        "no receipt, no period"
    );
}

#[test]
fn a_concluded_first_turn_is_a_decision() {
    let mut world = World::captured();
    world.now += Duration::days(40);
    world.approving_turn(2);
    assert_eq!(world.state(), State::Submitted);
    assert!(world.process.first_decision.is_some());
    assert_eq!(
        world.try_do(9, returned()),
        Err(Refusal::WrongState(State::Submitted))
    );
    assert!(!world.process.was_sent_by_the_clock());
}

#[test]
fn a_tribunal_reopens_what_was_sent_and_what_ended() {
    let mut closed = World::submitted();
    closed.now = closed.facts().publication_ends + Duration::seconds(1 + GRACE_SECONDS);
    let stored = closed.process.in_force(&closed.facts());
    assert_eq!(stored.state, State::Closed);
    let mut cancelled = World::submitted();
    cancelled.does(9, Action::Cancel);
    let mut moved = World::new();
    moved.process = stored;
    for mut world in [World::submitted(), World::observed(), cancelled, moved] {
        world.does(9, order(0, 20));
        assert_eq!(world.state(), State::InCapture);
        let it = world.process.section(Section::Contact);
        assert_eq!(it.state, SectionState::Complete);
        assert!(it.decisions.is_empty(), "it is reviewed anew");
        assert_eq!(world.process.remedies[0].kind, RemedyKind::Reopened);
        world.save(Section::Contact).unwrap();
        world.does(1, Action::Submit);
    }
    let mut world = World::captured();
    let ends = world.facts().capture.unwrap().ends;
    assert_eq!(
        world.try_do(9, order(0, 20)),
        Err(Refusal::CaptureRuns(ends)),
        "an extension is for that"
    );
}

#[test]
fn what_is_public_is_corrected_by_order_and_counts_against_nobody() {
    let mut world = World::published();
    world.settings.corrections_max = 0;
    let public = world.process.section(Section::Contact).published_version;
    let from = (world.now - start()).num_days() + 2;
    world.does(9, order(from, from + 5));
    assert_eq!(world.state(), State::Published);
    assert_eq!(world.process.corrections_used, 0);
    assert!(matches!(
        world.save(Section::Contact),
        Err(Refusal::PeriodBegins(_))
    ));
    world.now = start() + Duration::days(from);
    world.save(Section::Contact).unwrap();
    world.does(1, Action::SendCorrection);
    assert_eq!(
        world.process.section(Section::Contact).published_version,
        public,
        "the public keeps what it saw"
    );
    assert_eq!(
        world.try_do(9, Action::ClaimCorrection),
        Err(Refusal::SecondPersonRequired),
        "whoever carried the order out does not judge it"
    );
    world.does(2, Action::ClaimCorrection);
    world.decide(2, Section::Contact, Verdict::Approve).unwrap();
    world.does(2, Action::ConcludeCorrection);
    assert_eq!(
        world.process.section(Section::Contact).published_version,
        Some(2)
    );
}

#[test]
fn an_older_document_is_still_one() {
    let mut stored = serde_json::to_value(Process::registered()).unwrap();
    assert!(stored.get("before_end").is_none() && stored.get("remedies").is_none());
    stored["state"] = "cancelled".into();
    let process: Process = serde_json::from_value(stored).unwrap();
    assert!(process.before_end.is_none());
}
