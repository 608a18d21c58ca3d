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

#[test]
fn editing_a_field_may_mend_its_own_errors_only() {
    assert!(may_mend("/facebook/value", "/facebook"));
    assert!(may_mend("/facebook/not_provided", "/facebook/value"));
    assert!(may_mend("/phones/value/0", "/phones/value/0"));
    assert!(may_mend("/phones/value/0", "/phones"));
    assert!(may_mend("/q4", "/q4/detail"));
    assert!(!may_mend("/phones/value/0", "/phones/value/1"));
    assert!(!may_mend("/q1/value", "/q11/value"));
    assert!(!may_mend("/website", ""));
}
