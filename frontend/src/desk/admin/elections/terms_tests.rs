use super::*;

#[test]
fn what_the_form_holds_of_terms_are_the_terms() {
    let stored =
        json!({"capture_days": 15, "observation_days": {"hours": 72}, "claim_minutes": 60});
    let mut settings = stored.clone();
    let units = take_units(&mut settings);
    assert_eq!(settings["observation_days"], json!(72));
    assert_eq!(
        units,
        json!({"capture_days": "days", "observation_days": "hours"})
    );
    let mut form = json!({"settings": settings, "units": units});
    put_units(&mut form);
    assert_eq!(form, json!({"settings": stored}));
}
