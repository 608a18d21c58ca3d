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
    }
}

#[test]
fn the_clock_of_a_candidacy_follows_its_state() {
    let clock = |state, deadline| clock_of(state, deadline, Some(capture()));
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
    assert_eq!(clock_of(State::Registered, None, None), Clock::NotStarted);
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
