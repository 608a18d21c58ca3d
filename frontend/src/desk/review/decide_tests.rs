use super::*;

#[test]
fn an_observation_needs_a_ground_and_a_reason() {
    let errors = typed(&json!({"reason": "corto"})).unwrap_err();
    assert_eq!(errors.len(), 2);
    let good = json!({"ground": "does_not_answer", "reason": "No dice los plazos de la meta."});
    assert!(typed(&good).is_ok_and(|(ground, _)| ground == Ground::DoesNotAnswer));
}
