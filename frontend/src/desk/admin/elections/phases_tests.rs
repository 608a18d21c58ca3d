use super::*;

#[test]
fn days_become_whole_days_and_come_back() {
    let days = json!({
        "capture": {"starts": {"day": "2029-05-15"}, "ends": {"day": "2029-05-30"}},
        "review": {"starts": {"day": null}, "ends": {"day": ""}},
    });
    let phases = from_days(&days);
    assert_eq!(phases.len(), 1);
    assert_eq!(phases[0].kind, PhaseKind::Capture);
    let held = to_days(&phases);
    assert_eq!(held["capture"]["starts"]["day"], "2029-05-15");
    assert_eq!(held["capture"]["ends"]["day"], "2029-05-30");
    assert_eq!(from_days(&held), phases);
}

#[test]
fn an_hour_that_was_set_elsewhere_stays_while_its_day_does() {
    let at = |text: &str| Some(text.parse().unwrap());
    let phases = vec![Phase {
        kind: PhaseKind::Review,
        starts: at("2029-05-15T15:00:00Z"),
        ends: at("2029-05-20T23:00:00Z"),
    }];
    let mut held = to_days(&phases);
    assert_eq!(from_days(&held), phases);
    held["review"]["ends"]["day"] = json!("2029-05-21");
    let moved = from_days(&held);
    assert_eq!(moved[0].starts, phases[0].starts);
    assert_eq!(moved[0].ends, at("2029-05-22T05:59:59Z"));
}
