use serde_json::{Value, json};

use super::*;

fn setup() -> Value {
    json!({
        "name": "Ayuntamientos 2029", "entity": "Estado de México", "date": "2029-06-03",
        "drill": true, "archived": false, "offices": ["governorship", "deputy_mr"],
        "territories": [{ "kind": "state", "code": "15", "name": "Estado de México" }],
        "phases": [
            { "kind": "capture", "starts": "2029-03-01T06:00:00Z", "ends": "2029-04-01T05:59:59Z" },
            { "kind": "publication", "starts": "2029-04-01T06:00:00Z", "ends": "2029-05-30T05:59:59Z" }
        ],
        "embargoes": [{ "office": "governorship", "from": "2029-04-03T06:00:00Z" }],
        "settings": serde_json::to_value(Settings::default()).unwrap(),
    })
}

fn parsed(value: &Value) -> ElectionSetup {
    serde_json::from_value(value.clone()).unwrap()
}

/// Another value of the same kind.
fn other(pointer: &str, value: &Value) -> Value {
    match (pointer, value) {
        (_, Value::Bool(it)) => json!(!it),
        (_, Value::Number(it)) => json!(it.as_u64().unwrap() + 7),
        ("/settings/limits/counting", _) => json!("total"),
        ("/date", _) => json!("2029-07-01"),
        (_, Value::String(it)) => json!(format!("{it} otra vez")),
        (_, Value::Array(_)) => json!([]),
        _ => panic!("{pointer}: {value}"),
    }
}

/// Every value of a document that is no object, by pointer.
fn leaves(at: &str, value: &Value, found: &mut Vec<(String, Value)>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                leaves(&format!("{at}/{key}"), value, found);
            }
        }
        other => found.push((at.to_owned(), other.clone())),
    }
}

#[test]
fn whatever_an_edit_changes_is_said() {
    let before = setup();
    assert_eq!(setup_changes(&parsed(&before), &parsed(&before)), []);
    let mut all = Vec::new();
    leaves("", &before, &mut all);
    for (pointer, value) in all {
        // No edit may make an archive, or a drill of what is none: that is refused.
        if ["/archived", "/drill"].contains(&pointer.as_str()) {
            continue;
        }
        let mut after = before.clone();
        *after.pointer_mut(&pointer).unwrap() = other(&pointer, &value);
        let said = setup_changes(&parsed(&before), &parsed(&after));
        assert!(!said.is_empty(), "{pointer} is changed in silence");
    }
}

#[test]
fn what_decides_on_publication_is_marked() {
    let before = setup();
    let deciding = |pointer: &str, value: Value| {
        let mut after = before.clone();
        *after.pointer_mut(pointer).unwrap() = value;
        let said = setup_changes(&parsed(&before), &parsed(&after));
        said.iter().any(|it| it.decides_on_publication)
    };
    let review = json!([
        before["phases"][0].clone(),
        { "kind": "review", "starts": null, "ends": "2029-05-01T05:59:59Z" },
        before["phases"][1].clone(),
    ]);
    for (pointer, value) in [
        ("/date", json!("2029-06-04")),
        ("/settings/four_eyes", json!(false)),
        ("/settings/signed_consent_required", json!(true)),
        ("/settings/corrections_max", json!(0)),
        ("/embargoes/0/from", json!("2029-04-04T06:00:00Z")),
        ("/phases/1/starts", json!("2029-04-02T06:00:00Z")),
        ("/phases/1/ends", json!("2029-05-29T05:59:59Z")),
        ("/phases", review),
    ] {
        assert!(deciding(pointer, value), "{pointer}");
    }
    for (pointer, value) in [
        ("/name", json!("Otro nombre")),
        ("/settings/capture_days", json!(20)),
        ("/settings/limits/text_min", json!(100)),
        ("/phases/0/ends", json!("2029-04-02T05:59:59Z")),
    ] {
        assert!(!deciding(pointer, value), "{pointer}");
    }
}

#[test]
fn a_change_says_what_was_and_what_would_be() {
    let mut after = setup();
    after["settings"]["observation_days"] = json!(9);
    after["phases"][1]["starts"] = json!("2029-04-05T06:00:00Z");
    let said: Vec<_> = setup_changes(&parsed(&setup()), &parsed(&after))
        .into_iter()
        .map(|it| it.sentence)
        .collect();
    let days = "Plazo para atender observaciones: 9 días naturales; antes, 5 días naturales.";
    assert!(said.iter().any(|it| it == days), "{said:?}");
    // The governor's own date stands: only the other office moves.
    let moved: Vec<_> = said
        .iter()
        .filter(|it| it.contains("se publicará"))
        .collect();
    assert_eq!(moved.len(), 1, "{said:?}");
    assert!(
        moved[0].contains("a partir del 5 de abril de 2029"),
        "{moved:?}"
    );
}
