use serde_json::json;

use super::*;

#[test]
fn an_answer_and_its_value_are_one_control() {
    assert_eq!(control_id("/facebook"), "facebook");
    assert_eq!(control_id("/facebook/value"), "facebook");
    assert_eq!(control_id("/courses/value/2"), "courses-2");
    assert_eq!(
        control_id("/settings/limits/text_min"),
        "settings-limits-text_min"
    );
    assert_eq!(control_id(""), "formulario");
}

#[test]
fn setting_makes_what_is_not_there() {
    let mut value = Value::Null;
    set_at(&mut value, "/courses/value/1", json!("Diplomado"));
    set_at(&mut value, "/degree/value", json!("master"));
    let expected = json!({
        "courses": {"value": [null, "Diplomado"]},
        "degree": {"value": "master"},
    });
    assert_eq!(value, expected);
}
