use super::*;

#[test]
fn days_become_whole_days_and_come_back() {
    let days = json!({
        "capture": {"starts": "2029-05-15", "ends": "2029-05-30"},
        "review": {"starts": null, "ends": ""},
    });
    let phases = from_days(&days);
    assert_eq!(phases.len(), 1);
    assert_eq!(phases[0].kind, PhaseKind::Capture);
    assert_eq!(to_days(&phases)["capture"], days["capture"]);
}
