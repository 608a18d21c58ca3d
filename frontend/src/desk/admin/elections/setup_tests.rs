use super::*;

fn example() -> ElectionSetup {
    serde_json::from_value(json!({
        "name": "Ayuntamientos 2027",
        "entity": "Estado de México",
        "date": "2027-06-06",
        "offices": ["municipal_presidency"],
    }))
    .unwrap()
}

#[test]
fn what_the_form_holds_of_an_election_is_the_election() {
    let setup_before = example();
    assert_eq!(
        setup(setup_form_start(&setup_before)).unwrap(),
        setup_before
    );
}

#[test]
fn every_setting_that_is_a_number_is_in_the_form() {
    let settings = serde_json::to_value(Settings::default()).unwrap();
    let count = |value: &Value| {
        value
            .as_object()
            .unwrap()
            .values()
            .filter(|it| it.is_number())
            .count()
    };
    let all = count(&settings) + count(&settings["limits"]);
    assert_eq!(texts().settings.numbers.len(), all);
    for it in texts().settings.numbers {
        assert!(
            settings.pointer(&format!("/{}", it.key)).is_some(),
            "{}",
            it.key
        );
    }
}

#[test]
fn limits_that_contradict_each_other_are_refused() {
    let mut value = setup_form_start(&example());
    value["settings"]["limits"]["text_min"] = json!(9000);
    value["settings"]["capture_days"] = json!("quince");
    let why = setup(value.clone()).unwrap_err();
    assert_eq!(why.errors()[0].pointer, "/settings/capture_days");
    value["settings"]["capture_days"] = json!(15);
    let why = setup(value).unwrap_err();
    assert_eq!(why.errors()[0].pointer, "/settings/limits/text_min");
}
