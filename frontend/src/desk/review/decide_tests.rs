use super::*;

#[test]
fn an_observation_needs_a_ground_and_a_reason() {
    let errors = typed_observation(&json!({"reason": "corto"})).unwrap_err();
    assert_eq!(errors.len(), 2);
    let long = json!({"ground": "does_not_answer", "reason": "x".repeat(2_001)});
    assert_eq!(typed_observation(&long).unwrap_err().len(), 1);
    let good = json!({"ground": "does_not_answer", "reason": "No dice los plazos de la meta."});
    assert!(typed_observation(&good).is_ok_and(|(ground, _)| ground == Ground::DoesNotAnswer));
}

#[test]
fn spaces_alone_are_no_unfinished_observation() {
    for blank in [json!({}), json!({"ground": "", "reason": " \n"})] {
        assert!(is_blank(&blank), "{blank}");
    }
    assert!(!is_blank(&json!({"ground": "does_not_answer"})));
    assert!(!is_blank(&json!({"reason": "Falta"})));
}
