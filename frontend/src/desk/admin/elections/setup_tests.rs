use conoceles_shared::election::{Embargo, Phase, PhaseKind};
use conoceles_shared::term::Term;

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
    let t = texts().settings;
    assert_eq!(t.numbers.len() + t.terms.len(), all);
    for it in t.numbers.iter().chain(t.terms) {
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

#[test]
fn settings_and_dates_with_hours_stay_as_they_were() {
    let mut before = example();
    before.settings.suppression_below = 9;
    before.settings.observation_days = Term::Hours { hours: 72 };
    before.phases = vec![Phase {
        kind: PhaseKind::Publication,
        starts: Some("2027-04-01T15:00:00Z".parse().unwrap()),
        ends: None,
    }];
    before.embargoes = vec![Embargo {
        office: Office::MunicipalPresidency,
        from: "2027-04-24T06:00:00Z".parse().unwrap(),
    }];
    assert_eq!(setup(setup_form_start(&before)).unwrap(), before);
    let mut form = setup_form_start(&before);
    assert_eq!(form["settings"]["observation_days"], 72);
    form["units"]["capture_days"] = json!("hours");
    form["settings"]["capture_days"] = json!(96);
    let typed = setup(form).unwrap();
    assert_eq!(typed.settings.capture_days, Term::Hours { hours: 96 });
}

#[test]
fn terms_out_of_range_are_told_at_their_field() {
    let mut form = setup_form_start(&example());
    form["settings"]["capture_days"] = json!(91);
    form["units"]["review_days"] = json!("hours");
    form["settings"]["review_days"] = json!(2161);
    let why = setup(form).unwrap_err();
    let pointers: Vec<_> = why.errors().iter().map(|it| it.pointer.clone()).collect();
    assert_eq!(
        pointers,
        ["/settings/capture_days", "/settings/review_days"]
    );
}

#[test]
fn what_the_server_says_of_a_date_stands_at_its_day() {
    let mut setup = example();
    setup.phases = vec![Phase {
        kind: PhaseKind::Review,
        starts: None,
        ends: None,
    }];
    setup.embargoes = vec![Embargo {
        office: Office::MunicipalPresidency,
        from: "2027-04-24T06:00:00Z".parse().unwrap(),
    }];
    for (pointer, expected) in [
        ("/phases/0/ends", Some("/days/review/ends/day")),
        ("/phases/0/starts", Some("/days/review/starts/day")),
        (
            "/embargoes/0/from",
            Some("/embargo_days/municipal_presidency/day"),
        ),
        ("/phases/7/ends", None),
        ("/date", None),
    ] {
        assert_eq!(day_at(pointer, &setup).as_deref(), expected, "{pointer}");
    }
}
