//! A setup's rules, each broken alone and all together.

use conoceles_shared::catalogues::{Role, Sex};
use conoceles_shared::election::Embargo;
use conoceles_shared::term::Term;

use conoceles_shared::time::{Instant, Period};

use super::*;

fn territory(kind: TerritoryKind, code: &str) -> Territory {
    Territory {
        kind,
        code: code.into(),
        name: "Nombre".into(),
    }
}

fn setup() -> ElectionSetup {
    ElectionSetup {
        name: "Gubernatura 2029".into(),
        entity: "Estado de México".into(),
        date: "2029-06-03".parse().unwrap(),
        drill: false,
        archived: false,
        offices: vec![Office::Governorship],
        territories: vec![territory(TerritoryKind::State, "15")],
        phases: Vec::new(),
        embargoes: Vec::new(),
        settings: Default::default(),
    }
}

fn phase(kind: PhaseKind, starts: &str, ends: &str) -> Phase {
    let at = |day: &str| (!day.is_empty()).then(|| format!("{day}T06:00:00Z").parse().unwrap());
    Phase {
        kind,
        starts: at(starts),
        ends: at(ends),
    }
}

fn pointers(setup: &ElectionSetup) -> Vec<String> {
    errors(setup).into_iter().map(|it| it.pointer).collect()
}

fn registered(office: Office, kind: TerritoryKind, code: &str) -> Registration {
    Registration {
        given_names: "Ana".into(),
        first_surname: "Peña".into(),
        second_surname: None,
        nickname: None,
        age: Some(40),
        sex: Sex::Woman,
        office,
        territory_kind: kind,
        territory_code: code.into(),
        list_position: None,
        role: Role::Titular,
        affirmative_actions: Vec::new(),
    }
}

#[test]
fn a_plain_setup_is_accepted() {
    assert_eq!(errors(&setup()), []);
}

#[test]
fn phases_come_in_order_and_do_not_end_before_they_start() {
    let mut it = setup();
    it.phases = vec![
        phase(PhaseKind::Preparation, "2029-01-01", "2029-01-31"),
        phase(PhaseKind::Capture, "2029-02-01", "2029-03-31"),
        phase(PhaseKind::Review, "2029-02-01", ""),
        phase(PhaseKind::Publication, "", "2029-06-03"),
    ];
    assert_eq!(errors(&it), []);
    it.phases = vec![
        phase(PhaseKind::Capture, "2029-02-01", "2029-01-31"),
        phase(PhaseKind::Capture, "2029-02-01", ""),
        phase(PhaseKind::Preparation, "2029-02-01", ""),
        phase(PhaseKind::Review, "", ""),
        phase(PhaseKind::Publication, "2029-01-01", ""),
    ];
    assert_eq!(
        pointers(&it),
        [
            "/phases/0/ends",
            "/phases/1/kind",
            "/phases/2/kind",
            "/phases/4/starts"
        ]
    );
}

#[test]
fn territories_are_unique_by_kind_and_code_and_well_formed() {
    let mut it = setup();
    it.territories = vec![
        territory(TerritoryKind::State, "15"),
        territory(TerritoryKind::LocalDistrict, "15"),
        territory(TerritoryKind::LocalDistrict, "15"),
        territory(TerritoryKind::Municipality, "81"),
        territory(TerritoryKind::FederalDistrict, "07"),
        territory(TerritoryKind::Circumscription, ""),
    ];
    assert_eq!(
        pointers(&it),
        [
            "/territories/2/code",
            "/territories/3/code",
            "/territories/4/code",
            "/territories/5/code"
        ]
    );
}

#[test]
fn every_error_is_reported_at_once() {
    let mut it = setup();
    it.name = "x".into();
    it.archived = true;
    it.offices = vec![Office::Governorship, Office::Governorship, Office::DeputyMr];
    it.settings.capture_days = Term::Days(0);
    it.settings.limits.text_min = 9000;
    let found = pointers(&it);
    for pointer in [
        "/name",
        "/archived",
        "/offices/1",
        "/offices/2",
        "/settings/capture_days",
        "/settings/limits/text_min",
    ] {
        assert!(found.iter().any(|it| it == pointer), "{pointer}: {found:?}");
    }
}

#[test]
fn running_time_is_not_taken_back() {
    let now = "2029-03-01T12:00:00Z".parse().unwrap();
    let before = setup();
    let dates = |received: bool| CaptureDates {
        received: received.then(|| "2029-02-20T12:00:00Z".parse().unwrap()),
        ..CaptureDates::default()
    };
    let found = |after: &ElectionSetup, received| -> Vec<String> {
        let errors = running(&before, after, &[dates(received)], now);
        errors.into_iter().map(|it| it.pointer).collect()
    };
    let mut after = setup();
    after.settings.capture_days = Term::Days(20);
    assert!(found(&after, true).is_empty());
    after.settings.capture_days = Term::Days(10);
    assert!(found(&after, false).is_empty());
    after.date = "2029-02-01".parse().unwrap();
    assert_eq!(found(&after, true), ["/date", "/settings/capture_days"]);
    after = setup();
    after.phases = vec![phase(PhaseKind::Publication, "", "2029-02-01")];
    assert_eq!(found(&after, true), ["/phases/0/ends"]);
    after.phases = vec![phase(PhaseKind::Publication, "", "2029-04-01")];
    assert!(found(&after, true).is_empty());
    // The phase shortens what a receipt started as the setting does.
    after.phases = vec![phase(PhaseKind::Capture, "", "2029-03-04")];
    assert_eq!(found(&after, true), ["/phases/0/ends"]);
    assert!(found(&after, false).is_empty());
    after.phases = vec![phase(PhaseKind::Capture, "", "2029-03-20")];
    assert!(found(&after, true).is_empty());
    after = setup();
    after.settings.capture_days = Term::Hours { hours: 24 * 14 };
    assert_eq!(found(&after, true), ["/settings/capture_days"]);
    after.settings.capture_days = Term::Hours { hours: 24 * 16 };
    assert!(
        found(&after, true).is_empty(),
        "hours are compared by where they end"
    );
}

#[test]
fn dates_of_offices_are_of_offices_in_play_and_before_the_end() {
    let mut it = setup();
    let from = |day: &str| format!("{day}T06:00:00Z").parse().unwrap();
    let embargo = |office, day| Embargo {
        office,
        from: from(day),
    };
    it.embargoes = vec![embargo(Office::Governorship, "2029-04-03")];
    assert_eq!(errors(&it), []);
    it.embargoes = vec![
        embargo(Office::Governorship, "2029-06-05"),
        embargo(Office::Governorship, "2029-04-03"),
        embargo(Office::DeputyMr, "2029-04-03"),
    ];
    assert_eq!(
        pointers(&it),
        [
            "/embargoes/0/from",
            "/embargoes/1/office",
            "/embargoes/2/office"
        ]
    );
    it.embargoes.clear();
    it.phases = vec![phase(PhaseKind::Publication, "2029-06-05", "")];
    assert_eq!(pointers(&it), ["/phases/0/starts"]);
}

#[test]
fn what_candidacies_need_stays() {
    let before = setup();
    let mut after = setup();
    assert!(!removes(&before, &after));
    after.territories = vec![territory(TerritoryKind::LocalDistrict, "1")];
    after.offices = vec![Office::DeputyMr];
    assert!(removes(&before, &after));
    let used = [registered(Office::Governorship, TerritoryKind::State, "15")];
    let found: Vec<_> = missing(&after, &used)
        .into_iter()
        .map(|it| it.pointer)
        .collect();
    assert_eq!(found, ["/offices", "/territories"]);
    assert_eq!(missing(&before, &used), []);
}

#[test]
fn a_phase_holds_up_nothing_that_runs_and_is_moved_freely_before_it_begins() {
    let now: Instant = "2029-03-01T12:00:00Z".parse().unwrap();
    let received = CaptureDates {
        received: Some("2029-02-20T12:00:00Z".parse().unwrap()),
        ..CaptureDates::default()
    };
    let own = CaptureDates {
        own: Some(Period {
            starts: "2029-02-20T12:00:00Z".parse().unwrap(),
            ends: "2029-03-10T05:59:59Z".parse().unwrap(),
        }),
        ..CaptureDates::default()
    };
    let with_start = |day: &str| ElectionSetup {
        phases: vec![phase(PhaseKind::Capture, day, "")],
        ..setup()
    };
    let found = |before: &ElectionSetup, after: &ElectionSetup, dates: CaptureDates| {
        let errors = running(before, after, &[dates], now);
        errors
            .into_iter()
            .map(|it| it.pointer)
            .collect::<Vec<String>>()
    };
    for dates in [received, own] {
        let held_up = found(&setup(), &with_start("2029-03-22"), dates);
        assert_eq!(held_up, ["/phases/0/starts"]);
        assert!(found(&setup(), &with_start("2029-02-01"), dates).is_empty());
    }
    // What has not begun begins earlier, and so ends earlier.
    let earlier = found(
        &with_start("2029-03-22"),
        &with_start("2029-03-15"),
        received,
    );
    assert_eq!(earlier, [""; 0]);
}
