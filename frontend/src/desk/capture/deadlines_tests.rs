use conoceles_shared::api::standstill::Standstill;

use super::*;

fn day(n: u32) -> Instant {
    format!("2026-12-{n:02}T05:59:59Z").parse().unwrap()
}

fn capture() -> Period {
    Period {
        starts: day(1),
        ends: day(16),
    }
}

fn candidacy(state: State, deadline: Option<Instant>) -> CandidacySummary {
    CandidacySummary {
        publishes_at: None,
        id: "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b".parse().unwrap(),
        name: "Norma Elizalde".into(),
        office_label: "Presidencia municipal".into(),
        territory_name: "Tecámac".into(),
        role_label: "Propietaria".into(),
        state,
        deadline,
        percent: 100,
        missing: Vec::new(),
        observed: Vec::new(),
        photo: None,
        opens: None,
        standstill: None,
        seat: Default::default(),
    }
}

#[test]
fn the_clock_of_a_candidacy_follows_its_state() {
    let clock = |state, deadline| clock_in(state, false, (None, deadline), Some(capture()));
    assert_eq!(
        clock(State::InCapture, Some(day(16))),
        Clock::Capture(capture())
    );
    assert_eq!(clock(State::Observed, Some(day(3))), Clock::Answer(day(3)));
    assert_eq!(
        clock(State::Published, Some(day(5))),
        Clock::Correction(day(5))
    );
    for state in [State::Submitted, State::Resubmitted, State::Published] {
        assert_eq!(clock(state, None), Clock::Still(Some(state)));
    }
    assert_eq!(
        clock_in(State::Registered, false, (None, None), None),
        Clock::NotStarted
    );
    assert_eq!(
        clock_in(State::Published, false, (Some(day(2)), Some(day(5))), None),
        Clock::CorrectionLater(day(2), day(5))
    );
}

#[test]
fn no_clock_runs_while_a_revocation_holds_everything_up() {
    for state in [State::InCapture, State::Observed, State::Published] {
        let clock = clock_in(state, true, (None, Some(day(3))), Some(capture()));
        assert_eq!(clock, Clock::Still(Some(state)));
    }
    let since = day(2);
    let stopped = CandidacySummary {
        standstill: Some(Standstill { since, paper: None }),
        ..candidacy(State::InCapture, None)
    };
    assert_eq!(
        clocks_of(&[stopped], Some(capture())),
        [Clock::Still(Some(State::InCapture))]
    );
}

#[test]
fn a_correction_that_begins_later_is_told_with_its_beginning() {
    let told = deadline_text(State::Published, Some(day(2)), Some(day(5))).unwrap();
    assert!(
        told.contains("1 de diciembre") && told.contains("4 de diciembre"),
        "{told}"
    );
    assert!(!told.starts_with("Corrija y env"), "{told}");
}

#[test]
fn the_home_shows_the_first_deadline_of_each_kind_that_runs() {
    let all = [
        candidacy(State::InCapture, Some(day(16))),
        candidacy(State::Observed, Some(day(4))),
        candidacy(State::Observed, Some(day(3))),
        candidacy(State::Submitted, None),
    ];
    assert_eq!(
        clocks_of(&all, Some(capture())),
        [Clock::Answer(day(3)), Clock::Capture(capture())]
    );
    // Once all is sent, the capture period is nobody's.
    assert_eq!(
        clocks_of(&all[3..], Some(capture())),
        [Clock::Still(Some(State::Submitted))]
    );
    let sent = [all[3].clone(), all[3].clone()];
    assert_eq!(clocks_of(&sent, Some(capture())), [Clock::Still(None)]);
    assert_eq!(clocks_of(&[], None), [Clock::NotStarted]);
}
