use serde_json::json;

use super::*;

#[test]
fn a_setup_is_told_without_codes() {
    let setup = json!({
        "name": "Ayuntamientos",
        "offices": ["municipal_presidency"],
        "territories": [{ "kind": "municipality", "code": "15081", "name": "Tecámac" }],
        "phases": [{ "kind": "capture", "starts": "2027-03-01T06:00:00Z", "ends": null }],
        "settings": {
            "four_eyes": true,
            "review_days": { "hours": 72 },
            "capture_days": 15,
            "limits": { "counting": "total" },
        },
    });
    let alone = described_setup(&setup);
    // What is there now comes with its election around it.
    assert_eq!(
        alone,
        described_setup(&json!({ "version": 3, "setup": setup }))
    );
    let of = |label: &str| {
        let found = alone.iter().find(|it| it.0 == label);
        found.map(|it| it.1.clone()).unwrap()
    };
    let t = texts().settings;
    assert_eq!(of(t.offices), Office::MunicipalPresidency.label());
    assert_eq!(of(t.territories), "Tecámac");
    assert_eq!(of(t.four_eyes), "Sí");
    assert_eq!(of(t.counting), t.total);
    assert_eq!(of("Plazo de revisión"), "72 horas");
    assert_eq!(of("Plazo de captura"), "15 días naturales");
    let phases = of(t.phases);
    assert!(
        phases.starts_with("Captura: inicio, 1 de marzo de 2027"),
        "{phases}"
    );
    assert!(phases.ends_with("fin, sin fecha"), "{phases}");
}
