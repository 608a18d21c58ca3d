//! The tables of `docs/domain/process.md`, state by state: what is listed happens, nothing else
//! does.

use chrono::Duration;
use proptest::prelude::*;

use super::*;
use crate::questionnaire::{Completeness, Ground, Section};
use crate::time::GRACE_SECONDS;

#[path = "correction_tests.rs"]
mod corrections;
#[path = "grace_tests.rs"]
mod grace;
#[path = "listed_moves_tests.rs"]
mod listed_moves;
#[path = "phases_tests.rs"]
mod phases;
#[path = "lifecycle_property_tests.rs"]
mod properties;
#[path = "publication_tests.rs"]
mod publication;
#[path = "reinstatement_tests.rs"]
mod reinstatements;
#[path = "waiting_tests.rs"]
mod waiting;

pub(super) fn account(number: u8) -> AccountId {
    format!("00000000-0000-7000-8000-0000000000{number:02x}")
        .parse()
        .unwrap()
}

pub(super) fn start() -> Instant {
    "2026-11-02T18:00:00Z".parse().unwrap()
}

/// A world in which one candidacy lives.
pub(super) struct World {
    pub(super) settings: Settings,
    pub(super) now: Instant,
    pub(super) consents: Consents,
    pub(super) received: bool,
    pub(super) signed: bool,
    pub(super) review: Window,
    pub(super) publication_starts: Option<Instant>,
    pub(super) process: Process,
}

impl World {
    pub(super) fn new() -> Self {
        Self {
            settings: Settings::default(),
            now: start(),
            consents: Consents {
                treatment: true,
                identity_publication: true,
                statistics: true,
            },
            received: true,
            signed: false,
            review: Window::default(),
            publication_starts: None,
            process: Process::registered(),
        }
    }

    pub(super) fn facts(&self) -> Facts<'_> {
        Facts {
            now: self.now,
            settings: &self.settings,
            capture: self
                .received
                .then(|| self.settings.capture_days.period_after(start())),
            review: self.review,
            publication_starts: self.publication_starts,
            publication_ends: start() + Duration::days(200),
            consents: self.consents,
            signed_consent_delivered: self.signed,
        }
    }

    #[expect(
        clippy::needless_pass_by_value,
        reason = "actions are written where they are asked for"
    )]
    pub(super) fn try_do(&mut self, who: u8, action: Action) -> Result<(), Refusal> {
        let id = account(who);
        let who = Who {
            account: &id,
            role: action.role(),
            session: None,
        };
        self.process = self.process.apply(&action, who, &self.facts())?;
        Ok(())
    }

    fn does(&mut self, who: u8, action: Action) {
        self.try_do(who, action).unwrap();
    }

    fn save(&mut self, section: Section) -> Result<(), Refusal> {
        let sha256 = format!(
            "{}-{}",
            section.code(),
            self.process.section(section).version + 1
        );
        self.try_do(
            1,
            Action::Save {
                section,
                completeness: Completeness::Complete,
                sha256,
            },
        )
    }

    pub(super) fn captured() -> Self {
        let mut world = Self::new();
        world.does(1, Action::StartCapture);
        for section in Section::REVIEWABLE {
            world.save(*section).unwrap();
        }
        world
    }

    pub(super) fn submitted() -> Self {
        let mut world = Self::captured();
        world.does(1, Action::Submit);
        world
    }

    fn decide(&mut self, who: u8, section: Section, verdict: Verdict) -> Result<(), Refusal> {
        let it = self.process.section(section);
        let (version, sha256) = (it.version, it.sha256);
        self.try_do(
            who,
            Action::Decide {
                section,
                version,
                sha256,
                verdict,
            },
        )
    }

    fn approve_all(&mut self, who: u8) {
        for section in Section::REVIEWABLE {
            if self.process.section(*section).state == SectionState::UnderReview {
                self.decide(who, *section, Verdict::Approve).unwrap();
            }
        }
    }

    /// One person's whole turn in which everything is approved.
    fn approving_turn(&mut self, who: u8) {
        self.does(who, Action::Claim);
        self.approve_all(who);
        self.does(who, Action::Conclude);
    }

    fn observed() -> Self {
        let mut world = Self::submitted();
        world.does(2, Action::Claim);
        world.approve_all(2);
        world.decide(2, Section::Motivation, observation()).unwrap();
        world.does(2, Action::Conclude);
        world
    }

    fn published() -> Self {
        let mut world = Self::submitted();
        world.approving_turn(2);
        world.approving_turn(3);
        world
    }

    /// Approved by two, held for sixty days.
    fn held() -> Self {
        let mut world = Self::submitted();
        world.publication_starts = Some(start() + Duration::days(60));
        world.approving_turn(2);
        world.approving_turn(3);
        world
    }

    /// A published candidacy whose first proposal may be corrected: validator 2 opened it.
    fn corrected() -> Self {
        let mut world = Self::published();
        world.does(1, request(&[Section::Proposal1]));
        world.does(2, Action::OpenCorrection);
        world
    }

    fn correction_sent() -> Self {
        let mut world = Self::corrected();
        world.save(Section::Proposal1).unwrap();
        world.does(1, Action::SendCorrection);
        world
    }

    pub(super) fn state(&self) -> State {
        self.process.in_force(&self.facts()).state
    }

    fn section(&self, section: Section) -> SectionState {
        self.process.in_force(&self.facts()).section(section).state
    }
}

pub(super) fn observation() -> Verdict {
    Verdict::Observe {
        ground: Ground::ALL[0],
        reason: "Copia la propuesta de otra persona".into(),
    }
}

pub(super) fn request(sections: &[Section]) -> Action {
    Action::RequestCorrection {
        sections: sections.to_vec(),
        reason: "Un dato cambió".into(),
    }
}

#[test]
fn the_whole_path_with_four_eyes() {
    let mut world = World::submitted();
    assert_eq!(world.state(), State::Submitted);
    world.approving_turn(2);
    assert_eq!(world.state(), State::Submitted, "one person is not enough");
    assert_eq!(
        world.try_do(2, Action::Claim),
        Err(Refusal::SecondPersonRequired)
    );
    world.approving_turn(3);
    assert_eq!(world.state(), State::Published);
    assert_eq!(world.section(Section::Motivation), SectionState::Published);
}

#[test]
fn without_four_eyes_one_person_publishes() {
    let mut world = World::submitted();
    world.settings.four_eyes = false;
    world.approving_turn(2);
    assert_eq!(world.state(), State::Published);
}

#[test]
fn nothing_is_published_without_the_signed_consent_that_the_election_asks_for() {
    let mut world = World::submitted();
    world.settings.signed_consent_required = true;
    // The first of two approvals publishes nothing.
    world.approving_turn(2);
    world.does(3, Action::Claim);
    world.approve_all(3);
    let before = world.process.clone();
    assert_eq!(
        world.try_do(3, Action::Conclude),
        Err(Refusal::SignedConsentRequired)
    );
    assert_eq!(world.process, before, "what was decided is kept");
    world.signed = true;
    world.does(3, Action::Conclude);
    assert_eq!(world.state(), State::Published);
}

#[test]
fn nothing_is_captured_before_receipt_and_consent() {
    let mut world = World::new();
    world.received = false;
    assert_eq!(
        world.try_do(1, Action::StartCapture),
        Err(Refusal::PeriodNotStarted)
    );
    world.received = true;
    world.consents.treatment = false;
    assert_eq!(
        world.try_do(1, Action::StartCapture),
        Err(Refusal::ConsentRequired)
    );
    assert_eq!(
        world.save(Section::Motivation),
        Err(Refusal::ConsentRequired)
    );
}

#[test]
fn the_end_of_the_period_sends_what_there_is() {
    let mut world = World::new();
    world.does(1, Action::StartCapture);
    world.save(Section::Motivation).unwrap();
    let end = world.facts().capture.unwrap().ends;
    world.now = end;
    world.save(Section::Contact).unwrap();
    world.now = end + Duration::seconds(1 + GRACE_SECONDS);
    assert_eq!(world.save(Section::Contact), Err(Refusal::PeriodEnded(end)));
    assert_eq!(world.state(), State::Submitted);
    let process = world.process.in_force(&world.facts());
    assert!(process.incomplete);
    assert_eq!(process.submitted_at, Some(end));
    assert_eq!(process.section(Section::Contact).version, 1);
}

#[test]
fn a_submission_names_every_missing_section() {
    let mut world = World::new();
    world.does(1, Action::StartCapture);
    world.save(Section::Motivation).unwrap();
    let Err(Refusal::Incomplete(missing)) = world.try_do(1, Action::Submit) else {
        panic!("accepted")
    };
    assert_eq!(missing.len(), 9);
    assert!(!missing.contains(&Section::Motivation));
    let refusal = Refusal::Incomplete(missing.clone());
    assert_eq!(refusal.sections(), missing);
    assert!(refusal.detail().ends_with("identidad."), "{refusal:?}");
    assert!(Refusal::WrongRole.sections().is_empty());
    let question = Refusal::Incomplete(vec![Section::Motivation]).detail();
    assert!(question.ends_with("cargo público?"), "{question}");
}

#[test]
fn only_the_observed_section_is_editable_and_answering_resubmits() {
    let mut world = World::observed();
    assert_eq!(world.state(), State::Observed);
    assert!(matches!(
        world.save(Section::Contact),
        Err(Refusal::WrongSectionState(..))
    ));
    assert_eq!(
        world.try_do(1, Action::Submit),
        Err(Refusal::Unanswered(vec![Section::Motivation]))
    );
    world.save(Section::Motivation).unwrap();
    world.does(1, Action::Submit);
    assert_eq!(world.state(), State::Resubmitted);
    // The observing person approved the rest; the new version still needs two.
    world.approving_turn(2);
    assert_eq!(world.state(), State::Resubmitted);
    world.approving_turn(3);
    assert_eq!(world.state(), State::Published);
}

#[test]
fn an_observation_nobody_answers_is_withheld_and_the_rest_needs_its_second_person() {
    let mut world = World::observed();
    world.now += Duration::days(7);
    assert_eq!(world.state(), State::Resubmitted);
    assert_eq!(world.section(Section::Motivation), SectionState::Withheld);
    world.approving_turn(3);
    assert_eq!(world.state(), State::Published);
    assert_eq!(world.section(Section::Motivation), SectionState::Withheld);
    assert_eq!(world.section(Section::Contact), SectionState::Published);
}

#[test]
fn when_two_approved_the_rest_the_clock_publishes_without_the_observed_section() {
    let mut world = World::submitted();
    world.approving_turn(2);
    world.does(3, Action::Claim);
    world.approve_all(3);
    world.decide(3, Section::Motivation, observation()).unwrap();
    world.does(3, Action::Conclude);
    assert_eq!(world.state(), State::Observed);
    world.now += Duration::days(7);
    assert_eq!(world.state(), State::Published);
    assert_eq!(world.section(Section::Motivation), SectionState::Withheld);
}

#[test]
fn a_claim_is_exclusive_expires_and_keeps_its_decisions() {
    let mut world = World::submitted();
    world.does(2, Action::Claim);
    assert!(matches!(
        world.try_do(3, Action::Claim),
        Err(Refusal::ClaimedByOther(_))
    ));
    assert_eq!(
        world.decide(3, Section::Contact, Verdict::Approve),
        Err(Refusal::ClaimRequired)
    );
    world.decide(2, Section::Contact, Verdict::Approve).unwrap();
    world.now += Duration::minutes(61);
    assert_eq!(world.state(), State::Submitted);
    world.does(3, Action::Claim);
    world.does(3, Action::Release);
    world.does(2, Action::Claim);
    assert!(
        world
            .process
            .decision_of(Section::Contact, &account(2))
            .is_some()
    );
}

#[test]
fn a_decision_names_the_version_it_judges() {
    let mut world = World::submitted();
    world.does(2, Action::Claim);
    let wrong = Action::Decide {
        section: Section::Contact,
        version: 1,
        sha256: "another".into(),
        verdict: Verdict::Approve,
    };
    assert_eq!(
        world.try_do(2, wrong),
        Err(Refusal::DecisionOutdated(Section::Contact))
    );
}

#[test]
fn identity_is_reviewed_only_with_consent_two() {
    let mut world = World::submitted();
    world.consents.identity_publication = false;
    world.does(2, Action::Claim);
    assert_eq!(
        world.decide(2, Section::Identity, Verdict::Approve),
        Err(Refusal::NotReviewable(Section::Identity))
    );
    world.does(2, Action::Release);
    for who in [2, 3] {
        world.does(who, Action::Claim);
        for section in Section::CURRICULAR {
            world.decide(who, *section, Verdict::Approve).unwrap();
        }
        world.does(who, Action::Conclude);
    }
    assert_eq!(world.state(), State::Published);
    assert_ne!(world.section(Section::Identity), SectionState::Published);
}

#[test]
fn pausing_and_resuming_a_published_section() {
    let mut world = World::published();
    world.does(
        2,
        Action::Pause {
            section: Section::Contact,
        },
    );
    assert_eq!(world.section(Section::Contact), SectionState::Paused);
    assert!(
        world
            .try_do(
                2,
                Action::Pause {
                    section: Section::Contact
                }
            )
            .is_err()
    );
    world.does(
        2,
        Action::Resume {
            section: Section::Contact,
        },
    );
    assert_eq!(world.section(Section::Contact), SectionState::Published);
}

#[test]
fn the_ends_are_final_and_block_everything() {
    for action in [Action::Cancel, Action::Substitute] {
        let mut world = World::published();
        world.does(9, action);
        assert!(world.state().is_end());
        assert_eq!(world.section(Section::Contact), SectionState::Blocked);
        assert!(world.try_do(9, Action::Cancel).is_err());
        world.now += Duration::days(400);
        assert_ne!(world.state(), State::Closed);
    }
    let mut world = World::published();
    world.now += Duration::days(400);
    assert_eq!(world.state(), State::Closed);
    assert!(world.save(Section::Contact).is_err());
}
