//! Corrections after publication, state by state.

use super::*;

const SECTION: Section = Section::Proposal1;

fn refuse() -> Action {
    Action::RefuseCorrection {
        reason: "No es un error".into(),
    }
}

impl World {
    fn public(&self, section: Section) -> Option<u32> {
        self.process
            .in_force(&self.facts())
            .section(section)
            .published_version
    }

    fn correction(&self) -> Option<CorrectionState> {
        let process = self.process.in_force(&self.facts());
        process.correction.map(|it| it.state)
    }

    fn ended(&self) -> EndedCorrection {
        let process = self.process.in_force(&self.facts());
        process.ended_correction.unwrap()
    }
}

#[test]
fn the_old_version_stays_until_another_person_approves() {
    let mut world = World::published();
    world.does(1, request(&[SECTION]));
    assert!(world.save(SECTION).is_err(), "only asked for");
    world.does(2, Action::OpenCorrection);
    world.save(SECTION).unwrap();
    assert_eq!(world.public(SECTION), Some(1));
    assert!(world.save(Section::Proposal2).is_err(), "another section");
    world.does(1, Action::SendCorrection);
    assert!(world.save(SECTION).is_err(), "sent");
    let claim = world.try_do(2, Action::ClaimCorrection);
    assert_eq!(claim, Err(Refusal::SecondPersonRequired));
    world.does(3, Action::ClaimCorrection);
    world.decide(3, SECTION, Verdict::Approve).unwrap();
    world.does(3, Action::ConcludeCorrection);
    assert_eq!(world.public(SECTION), Some(2));
    assert_eq!(world.ended().how, CorrectionEnd::Published);
    let again = world.try_do(1, request(&[Section::Proposal2]));
    assert_eq!(again, Err(Refusal::NoCorrectionsLeft));
}

#[test]
fn one_that_expires_changes_nothing_for_the_public() {
    let mut world = World::corrected();
    world.save(SECTION).unwrap();
    let ends = world.process.correction.as_ref().unwrap().period.unwrap();
    world.now = ends.ends + Duration::seconds(GRACE_SECONDS);
    assert_eq!(world.correction(), Some(CorrectionState::Open));
    world.now += Duration::seconds(1);
    assert_eq!(world.correction(), None);
    assert_eq!(world.section(SECTION), SectionState::Published);
    assert_eq!(world.public(SECTION), Some(1));
    assert_eq!(world.ended().how, CorrectionEnd::Expired);
    assert_eq!(world.ended().at, ends.ends);
    let process = world.process.in_force(&world.facts());
    let it = process.section(SECTION);
    assert_eq!((it.version, it.standing_version()), (2, 1));
}

#[test]
fn a_refused_request_says_why_and_does_not_count() {
    let mut world = World::published();
    world.does(1, request(&[SECTION]));
    world.does(2, refuse());
    assert_eq!(world.ended().how, CorrectionEnd::Refused);
    assert_eq!(world.ended().reason.as_deref(), Some("No es un error"));
    world.does(1, request(&[SECTION]));
    world.does(2, Action::OpenCorrection);
    assert_eq!(world.try_do(2, refuse()), Err(Refusal::NoSuchCorrection));
}

#[test]
fn an_observed_correction_keeps_what_is_public_and_says_why() {
    let mut world = World::correction_sent();
    world.does(3, Action::ClaimCorrection);
    world.decide(3, SECTION, observation()).unwrap();
    world.does(3, Action::ConcludeCorrection);
    assert_eq!(world.public(SECTION), Some(1));
    let ended = world.ended();
    assert_eq!(ended.how, CorrectionEnd::Observed);
    assert_eq!(ended.observed.len(), 1);
    assert_eq!(ended.observed[0].section, SECTION);
}

#[test]
fn its_turn_is_released_renewed_and_expires() {
    let mut world = World::correction_sent();
    world.does(3, Action::ClaimCorrection);
    let expires = world.process.correction.as_ref().unwrap().claim_expires;
    let other = world.try_do(4, Action::ClaimCorrection);
    assert_eq!(other, Err(Refusal::ClaimedByOther(expires.unwrap())));
    let release = world.try_do(4, Action::Release);
    assert_eq!(release, Err(Refusal::ClaimRequired));
    world.now += Duration::minutes(30);
    world.does(3, Action::ClaimCorrection);
    assert!(world.process.correction.as_ref().unwrap().claim_expires > expires);
    world.does(3, Action::Release);
    assert_eq!(world.correction(), Some(CorrectionState::Sent));
    world.does(4, Action::ClaimCorrection);
    world.now += Duration::minutes(61);
    assert_eq!(world.correction(), Some(CorrectionState::Sent));
    world.does(3, Action::ClaimCorrection);
}

#[test]
fn without_four_eyes_one_person_opens_and_judges() {
    let mut world = World::correction_sent();
    world.settings.four_eyes = false;
    world.does(2, Action::ClaimCorrection);
}

#[test]
fn only_what_was_published_or_withheld_is_corrected() {
    let mut world = World::published();
    world.does(2, Action::Pause { section: SECTION });
    assert_eq!(
        world.try_do(1, request(&[SECTION])),
        Err(Refusal::WrongSectionState(SECTION, SectionState::Paused))
    );
    world.consents.identity_publication = false;
    assert_eq!(
        world.try_do(1, request(&[Section::Identity])),
        Err(Refusal::NotReviewable(Section::Identity))
    );
    assert_eq!(
        world.try_do(1, request(&[])),
        Err(Refusal::NoSuchCorrection)
    );
    let before = World::submitted().try_do(1, request(&[SECTION]));
    assert_eq!(before, Err(Refusal::WrongState(State::Submitted)));
}

#[test]
fn nothing_changed_and_nothing_finished_is_not_sent() {
    let mut world = World::corrected();
    assert_eq!(
        world.try_do(1, Action::SendCorrection),
        Err(Refusal::Unanswered(vec![SECTION]))
    );
    let unfinished = Action::Save {
        section: SECTION,
        completeness: Completeness::InProgress,
        sha256: "x".into(),
    };
    world.does(1, unfinished);
    assert_eq!(
        world.try_do(1, Action::SendCorrection),
        Err(Refusal::Incomplete(vec![SECTION]))
    );
}

#[test]
fn a_section_is_paused_in_the_middle_of_its_correction() {
    for mut world in [World::corrected(), World::correction_sent()] {
        let _ = world.save(SECTION);
        world.does(4, Action::Pause { section: SECTION });
        assert_eq!(world.section(SECTION), SectionState::Paused);
        assert_eq!(
            world.save(SECTION),
            Err(Refusal::WrongSectionState(SECTION, SectionState::Paused))
        );
        world.now += Duration::days(5);
        assert_eq!(world.section(SECTION), SectionState::Paused);
    }
    let mut world = World::correction_sent();
    world.does(4, Action::Pause { section: SECTION });
    world.does(3, Action::ClaimCorrection);
    world.does(3, Action::ConcludeCorrection);
    assert_eq!(world.ended().how, CorrectionEnd::Void);
    assert_eq!(world.public(SECTION), Some(1));
}

#[test]
fn an_ended_candidacy_has_no_correction() {
    for action in [Action::Cancel, Action::Substitute] {
        let mut world = World::correction_sent();
        world.does(9, action);
        assert_eq!(world.correction(), None);
        assert!(world.try_do(3, Action::ClaimCorrection).is_err());
    }
}

#[test]
fn why_a_published_section_is_not_changed_is_told_as_things_stand() {
    let other = Section::Proposal2;
    let mut world = World::published();
    let why = |world: &mut World| world.save(other).unwrap_err();
    assert_eq!(why(&mut world), Refusal::WrongState(State::Published));
    world.does(1, request(&[SECTION]));
    let under_way = Refusal::CorrectionUnderWay;
    assert_eq!(why(&mut world), under_way(CorrectionState::Requested));
    world.does(2, Action::OpenCorrection);
    assert_eq!(why(&mut world), under_way(CorrectionState::Open));
    world.save(SECTION).unwrap();
    world.does(1, Action::SendCorrection);
    assert_eq!(why(&mut world), under_way(CorrectionState::Sent));
    world.does(2, Action::Pause { section: other });
    let paused = Refusal::WrongSectionState(other, SectionState::Paused);
    assert_eq!(why(&mut world), paused);
    world.does(2, Action::Resume { section: other });
    world.does(3, Action::ClaimCorrection);
    world.decide(3, SECTION, Verdict::Approve).unwrap();
    world.does(3, Action::ConcludeCorrection);
    assert_eq!(why(&mut world), Refusal::NoCorrectionsLeft);
    world.consents.treatment = false;
    assert_eq!(why(&mut world), Refusal::ConsentRevoked);
}

#[test]
fn no_time_runs_for_an_operator_while_the_treatment_is_revoked() {
    let mut world = World::published();
    world.does(1, request(&[SECTION]));
    world.does(2, Action::OpenCorrection);
    assert!(world.process.operator_deadline(&world.facts()).is_some());
    assert_eq!(world.process.operator_opens(&world.facts()), None);
    world.consents.treatment = false;
    assert!(world.process.stands_still(&world.facts()));
    assert_eq!(world.process.operator_deadline(&world.facts()), None);
}
