//! Consents: which may be given or revoked in which state.

use chrono::{Duration, TimeZone as _, Utc};

use super::*;
use crate::election::Settings;
use crate::ids::AccountId;
use crate::lifecycle::SectionState;
use crate::questionnaire::{Completeness, Section};
use crate::time::{Instant, Period};

fn noon() -> Instant {
    Utc.with_ymd_and_hms(2024, 5, 15, 18, 0, 0).unwrap()
}

fn account() -> AccountId {
    "01890000-0000-7000-8000-000000000001".parse().unwrap()
}

fn facts(settings: &Settings, now: Instant) -> Facts<'_> {
    Facts {
        now,
        settings,
        capture: Some(Period::natural_days(noon(), 15)),
        review: Default::default(),
        publication_starts: None,
        publication_ends: noon() + Duration::days(90),
        consents: Consents::default(),
        signed_consent_delivered: false,
    }
}

fn change(
    state: State,
    now: Instant,
    kind: ConsentKind,
    granted: bool,
    role: Role,
) -> Result<State, Refusal> {
    let (settings, account) = (Settings::default(), account());
    let process = Process {
        state,
        ..Process::registered()
    };
    let who = Who {
        account: &account,
        role,
        session: None,
    };
    process
        .change_consent(kind, granted, who, &facts(&settings, now))
        .map(|it| it.state)
}

#[test]
fn the_treatment_opens_capture_in_time_only() {
    let give = |now| {
        change(
            State::Registered,
            now,
            ConsentKind::Treatment,
            true,
            Role::Operator,
        )
    };
    assert_eq!(give(noon()), Ok(State::InCapture));
    assert_eq!(
        give(noon() - Duration::seconds(1)),
        Err(Refusal::CaptureStarts(noon()))
    );
    let late = give(noon() + Duration::days(16));
    assert_eq!(late, Err(Refusal::WrongState(State::Submitted)));
}

#[test]
fn the_other_two_change_no_state() {
    for kind in [ConsentKind::IdentityPublication, ConsentKind::Statistics] {
        for state in [State::Registered, State::InCapture, State::Observed] {
            let given = change(state, noon(), kind, true, Role::Operator);
            assert_eq!(given, Ok(state));
        }
    }
}

#[test]
fn nothing_is_given_while_others_decide() {
    for state in [
        State::Submitted,
        State::InReview,
        State::Resubmitted,
        State::Published,
    ] {
        for kind in ConsentKind::ALL {
            let given = change(state, noon(), *kind, true, Role::Operator);
            assert_eq!(given, Err(Refusal::WrongState(state)));
        }
    }
}

#[test]
fn revoking_is_possible_until_the_end() {
    for state in State::ALL {
        let revoked = change(
            *state,
            noon() + Duration::days(20),
            ConsentKind::IdentityPublication,
            false,
            Role::Operator,
        );
        assert_eq!(revoked.is_err(), *state == State::Closed, "{state:?}");
    }
    let closed = change(
        State::Published,
        noon() + Duration::days(91),
        ConsentKind::Statistics,
        false,
        Role::Operator,
    );
    assert_eq!(closed, Err(Refusal::WrongState(State::Closed)));
}

#[test]
fn what_a_state_is_said_to_take_is_what_is_accepted() {
    for state in State::ALL {
        for kind in ConsentKind::ALL {
            for granted in [true, false] {
                let asked = change(*state, noon(), *kind, granted, Role::Operator);
                let again = ConsentAgain {
                    treatment_revoked: *state == State::InCapture,
                };
                let taken = state.takes_consent(*kind, granted, again);
                assert_eq!(asked.is_ok(), taken, "{state:?} {kind:?} {granted}");
            }
        }
    }
}

#[test]
fn a_consent_is_given_until_it_is_revoked() {
    for kind in ConsentKind::ALL {
        let given = Consents::default().with(*kind, true);
        for other in ConsentKind::ALL {
            assert_eq!(given.given(*other), other == kind, "{kind:?} {other:?}");
        }
        assert!(!given.with(*kind, false).given(*kind), "{kind:?}");
    }
}

#[test]
fn only_an_operator_changes_consents() {
    let asked = change(
        State::InCapture,
        noon(),
        ConsentKind::Statistics,
        true,
        Role::Admin,
    );
    assert_eq!(asked, Err(Refusal::WrongRole));
    let on_paper = |granted| {
        change(
            State::InCapture,
            noon(),
            ConsentKind::Statistics,
            granted,
            Role::Validator,
        )
    };
    assert_eq!(on_paper(true), Err(Refusal::WrongRole));
    assert_eq!(on_paper(false), Ok(State::InCapture));
}

/// A candidacy in this state of which something was captured, and consent 1 is revoked now.
fn revoked_in(state: State) -> (Process, Settings) {
    let mut process = Process {
        state,
        ..Process::registered()
    };
    process.section_mut(Section::Motivation).version = 1;
    (process, Settings::default())
}

#[test]
fn revoked_the_treatment_stops_what_the_clock_would_do() {
    let late = noon() + Duration::days(40);
    for state in [State::InCapture, State::Observed] {
        let (mut process, settings) = revoked_in(state);
        process.observation_period = Some(Period::natural_days(noon(), 5));
        let facts = facts(&settings, late);
        assert_eq!(process.in_force(&facts).state, state);
        assert!(process.after_revocation(&facts).is_some());
        let given = Facts {
            consents: Consents::default().with(ConsentKind::Treatment, true),
            ..facts
        };
        assert_ne!(process.in_force(&given).state, state, "given again");
    }
}

#[test]
fn revoked_the_treatment_may_be_given_again_until_the_end() {
    let account = account();
    let who = Who {
        account: &account,
        role: Role::Operator,
        session: None,
    };
    for state in State::ALL.iter().filter(|it| **it != State::Registered) {
        let (process, settings) = revoked_in(*state);
        let facts = facts(&settings, noon());
        let given = process.change_consent(ConsentKind::Treatment, true, who, &facts);
        assert_eq!(given.is_err(), state.is_end(), "{state:?}");
    }
}

#[test]
fn one_that_was_never_given_stops_nothing() {
    let settings = Settings::default();
    let facts = facts(&settings, noon() + Duration::days(16));
    let process = Process::registered();
    assert!(!process.treatment_revoked(&facts));
    assert_eq!(process.in_force(&facts).state, State::Submitted);
}

#[test]
fn without_the_treatment_nothing_is_saved_or_sent() {
    let (settings, account) = (Settings::default(), account());
    let mut process = Process {
        state: State::InCapture,
        ..Process::registered()
    };
    for section in Section::REVIEWABLE {
        let it = process.section_mut(*section);
        it.state = SectionState::Complete;
        it.completeness = Completeness::Complete;
    }
    assert_eq!(process.percent(), 100);
    let who = Who {
        account: &account,
        role: Role::Operator,
        session: None,
    };
    let save = Action::Save {
        section: Section::Motivation,
        completeness: Completeness::Complete,
        sha256: "x".into(),
    };
    let without = facts(&settings, noon());
    for action in [&save, &Action::Submit] {
        assert_eq!(
            process.check(action, who, &without),
            Err(Refusal::ConsentRevoked)
        );
    }
    let with = Facts {
        consents: Consents::default().with(ConsentKind::Treatment, true),
        ..without
    };
    assert_eq!(process.check(&Action::Submit, who, &with), Ok(()));
}

#[test]
fn what_is_missing_stays_known_once_frozen() {
    let (settings, account) = (Settings::default(), account());
    let process = Process {
        state: State::InCapture,
        ..Process::registered()
    };
    let who = Who {
        account: &account,
        role: Role::Operator,
        session: None,
    };
    let facts = Facts {
        consents: Consents::default().with(ConsentKind::Treatment, true),
        ..facts(&settings, noon())
    };
    let save = Action::Save {
        section: Section::Motivation,
        completeness: Completeness::Complete,
        sha256: "x".into(),
    };
    let saved = process.apply(&save, who, &facts).unwrap();
    let late = Facts {
        now: noon() + Duration::days(16),
        ..facts
    };
    let sent = saved.in_force(&late);
    assert_eq!(sent.state, State::Submitted);
    assert_eq!(sent.percent(), 10);
    assert_eq!(sent.missing_sections().len(), 9);
}
