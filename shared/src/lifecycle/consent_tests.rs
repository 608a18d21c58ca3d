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
        Err(Refusal::PeriodNotStarted)
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
        assert_eq!(revoked.is_err(), state.is_end(), "{state:?}");
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
                let taken = state.takes_consent(granted);
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
            Err(Refusal::ConsentRequired)
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
