//! What a drill begins with.

use serde_json::json;

use super::*;
use crate::election::PhaseKind;
use crate::time::end_of_day;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn source() -> ElectionSetup {
    serde_json::from_value(json!({
        "name": "Ayuntamientos 2029", "entity": "Estado de México", "date": "2029-06-03",
        "archived": true,
        "offices": ["municipal_presidency"],
        "territories": [{ "kind": "municipality", "code": "15106", "name": "Toluca" }],
        "phases": [
            { "kind": "capture", "starts": "2029-03-01T06:00:00Z", "ends": "2029-04-01T05:59:59Z" },
            { "kind": "publication", "starts": "2029-04-10T18:30:00Z", "ends": null }
        ],
        "embargoes": [{ "office": "municipal_presidency", "from": "2029-04-03T06:00:00Z" }],
        "settings": { "four_eyes": false, "claim_minutes": 30 }
    }))
    .expect("a setup")
}

#[test]
fn the_first_phase_begins_today_and_the_rest_keeps_its_distance() {
    for today in ["2027-01-15", "2031-11-30"] {
        let today = day(today);
        let source = source();
        let drill = drill_setup(&source, today);
        let days = today - day("2029-03-01");
        assert_eq!(drill.date, source.date + days);
        let capture = drill.window(PhaseKind::Capture);
        assert_eq!(capture.starts.map(local_date), Some(today));
        assert_eq!(capture.ends, Some(end_of_day(day("2029-03-31") + days)));
        let publication = drill.window(PhaseKind::Publication);
        assert_eq!(
            publication.starts.map(local),
            Some(local("2029-04-10T18:30:00Z".parse().expect("an instant")) + days)
        );
        assert_eq!(publication.ends, None);
        let from = drill.embargoes.first().map(|it| local_date(it.from));
        assert_eq!(from, Some(day("2029-04-03") + days));
    }
}

#[test]
fn it_is_a_drill_with_the_settings_and_places_of_its_source() {
    let source = source();
    let drill = drill_setup(&source, day("2027-01-15"));
    assert!(drill.drill && !drill.archived);
    assert_eq!(drill.settings, source.settings);
    assert_eq!(
        (&drill.territories, &drill.offices),
        (&source.territories, &source.offices)
    );
}

#[test]
fn without_phases_election_day_is_not_past() {
    let bare = ElectionSetup {
        phases: Vec::new(),
        embargoes: Vec::new(),
        ..source()
    };
    assert_eq!(drill_setup(&bare, day("2027-01-15")).date, bare.date);
    let late = drill_setup(&bare, day("2029-06-01"));
    assert_eq!(late.date, day("2029-07-01"));
}

#[test]
fn its_name_says_so_once_and_fits() {
    assert_eq!(drill_name("Gubernatura"), "Gubernatura (simulacro)");
    assert_eq!(
        drill_name("Gubernatura (simulacro)"),
        "Gubernatura (simulacro)"
    );
    let long = drill_name(&"ñ".repeat(LONGEST_NAME));
    assert_eq!(long.chars().count(), LONGEST_NAME);
    assert!(long.ends_with("ñ (simulacro)"));
}

#[test]
fn no_actor_named_as_a_person_is_taken_over() {
    assert!(is_taken_over(Some(ActorKind::Party)));
    assert!(is_taken_over(Some(ActorKind::CommonCandidacy)));
    assert!(!is_taken_over(Some(ActorKind::Independent)));
    assert!(!is_taken_over(None));
}
