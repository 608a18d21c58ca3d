//! When capture runs, and when publication begins.

use proptest::prelude::*;

use super::*;

fn utc(text: &str) -> Instant {
    text.parse().unwrap()
}

fn setup(starts: Option<&str>, ends: Option<&str>) -> ElectionSetup {
    let mut setup: ElectionSetup = serde_json::from_str(
        r#"{"name": "Gubernatura 2027", "entity": "Estado de México", "date": "2027-06-06"}"#,
    )
    .unwrap();
    setup.phases = vec![Phase {
        kind: PhaseKind::Capture,
        starts: starts.map(utc),
        ends: ends.map(utc),
    }];
    setup
}

fn received(at: &str) -> CaptureDates {
    CaptureDates {
        received: Some(utc(at)),
        ..CaptureDates::default()
    }
}

#[test]
fn a_receipt_before_the_phase_waits_for_it() {
    let phase = setup(Some("2027-03-01T06:00:00Z"), None);
    let early = received("2027-02-10T18:00:00Z").period(&phase).unwrap();
    assert_eq!(early.starts, utc("2027-03-01T06:00:00Z"));
    assert_eq!(early.ends, utc("2027-03-16T05:59:59Z"), "15 whole days");
    let later = received("2027-03-04T18:00:00Z").period(&phase).unwrap();
    assert_eq!(later.starts, utc("2027-03-04T18:00:00Z"));
    assert_eq!(later.ends, utc("2027-03-20T05:59:59Z"));
}

#[test]
fn the_end_of_the_phase_ends_what_comes_from_a_receipt_only() {
    let phase = setup(None, Some("2027-03-11T05:59:59Z"));
    let cap = utc("2027-03-11T05:59:59Z");
    let mut dates = received("2027-03-04T18:00:00Z");
    assert_eq!(dates.period(&phase).unwrap().ends, cap);
    dates.actor_end = Some(utc("2027-03-13T05:59:59Z"));
    assert_eq!(
        dates.period(&phase).unwrap().ends,
        utc("2027-03-13T05:59:59Z")
    );
    dates.actor_end = None;
    dates.own_end = Some(utc("2027-03-14T05:59:59Z"));
    assert_eq!(
        dates.period(&phase).unwrap().ends,
        utc("2027-03-14T05:59:59Z")
    );
    let own = CaptureDates {
        own: Some(Period {
            starts: utc("2027-04-01T06:00:00Z"),
            ends: utc("2027-04-06T05:59:59Z"),
        }),
        ..dates
    };
    assert_eq!(
        own.period(&phase).unwrap().ends,
        utc("2027-04-06T05:59:59Z")
    );
}

#[test]
fn a_period_of_its_own_does_not_begin_before_the_phase() {
    let phase = setup(Some("2027-03-01T06:00:00Z"), None);
    let own = CaptureDates {
        own: Some(Period {
            starts: utc("2027-02-01T06:00:00Z"),
            ends: utc("2027-03-06T05:59:59Z"),
        }),
        ..CaptureDates::default()
    };
    let period = own.period(&phase).unwrap();
    assert_eq!(period.starts, utc("2027-03-01T06:00:00Z"));
    assert_eq!(period.ends, utc("2027-03-06T05:59:59Z"));
}

#[test]
fn hours_count_from_the_receipt() {
    let mut phase = setup(None, None);
    phase.settings.capture_days = Term::Hours { hours: 48 };
    let period = received("2027-03-04T18:30:05Z").period(&phase).unwrap();
    assert_eq!(period.ends, utc("2027-03-06T18:30:05Z"));
}

#[test]
fn an_office_of_its_own_date_does_not_follow_the_phase() {
    let mut it = setup(None, None);
    assert_eq!(it.publication_starts(Office::Governorship), None);
    it.phases.push(Phase {
        kind: PhaseKind::Publication,
        starts: Some(utc("2027-04-03T06:00:00Z")),
        ends: None,
    });
    it.embargoes = vec![Embargo {
        office: Office::Governorship,
        from: utc("2027-03-27T06:00:00Z"),
    }];
    assert_eq!(
        it.publication_starts(Office::Governorship),
        Some(utc("2027-03-27T06:00:00Z"))
    );
    assert_eq!(
        it.publication_starts(Office::DeputyMr),
        Some(utc("2027-04-03T06:00:00Z"))
    );
}

#[test]
fn a_substitute_gets_the_days_of_the_setting() {
    let it = setup(None, Some("2027-03-01T05:59:59Z"));
    let registered = utc("2027-04-10T18:00:00Z");
    let ends = |day: Option<&str>, it: &ElectionSetup| {
        it.substitute_period(day.map(|it| it.parse().unwrap()), registered)
            .ends
    };
    assert_eq!(
        ends(None, &it),
        utc("2027-04-16T05:59:59Z"),
        "after the end of the phase"
    );
    assert_eq!(ends(Some("2027-04-08"), &it), utc("2027-04-14T05:59:59Z"));
    let later = setup(Some("2027-05-01T06:00:00Z"), None);
    assert_eq!(
        ends(Some("2027-04-08"), &later),
        utc("2027-05-06T05:59:59Z")
    );
    let mut hours = it;
    hours.settings.substitution_days = Term::Hours { hours: 12 };
    assert_eq!(ends(None, &hours), utc("2027-04-11T06:00:00Z"));
}

#[test]
fn stored_setups_keep_their_numbers() {
    let settings: Settings = serde_json::from_str(
        r#"{"capture_days": 20, "review_days": 4, "observation_days": 2, "suppression_below": 7}"#,
    )
    .unwrap();
    assert_eq!(settings.capture_days, Term::Days(20));
    assert_eq!(settings.observation_days, Term::Days(2));
    assert_eq!(settings.suppression_below, 7);
    assert_eq!(settings.substitution_days, Term::Days(5));
}

proptest! {
    /// Whatever the phase and the receipt: nothing runs before the phase, and beyond its end only what
    /// was extended.
    #[test]
    fn the_phase_bounds_every_receipt(
        receipt in 0i64..2000,
        opens in proptest::option::of(0i64..2000),
        lasts in proptest::option::of(0i64..2000),
        extended in proptest::option::of(0i64..4000),
        length in 1u16..90,
        in_hours: bool,
    ) {
        let zero = utc("2027-01-01T06:00:00Z");
        let at = |hours: i64| zero + Duration::hours(hours);
        let mut it = setup(None, None);
        it.phases[0].starts = opens.map(at);
        it.phases[0].ends = lasts.map(|hours| at(opens.unwrap_or(0) + hours));
        it.settings.capture_days = if in_hours { Term::Hours { hours: length } } else { Term::Days(length) };
        let dates = CaptureDates {
            received: Some(at(receipt)),
            actor_end: extended.map(at),
            ..CaptureDates::default()
        };
        let period = dates.period(&it).unwrap();
        prop_assert!(period.starts >= at(receipt));
        prop_assert!(it.phases[0].starts.is_none_or(|starts| starts <= period.starts));
        prop_assert!(extended.is_none_or(|hours| at(hours) <= period.ends));
        if extended.is_none() {
            prop_assert!(it.phases[0].ends.is_none_or(|ends| period.ends <= ends));
        }
    }
}
