use conoceles_shared::problem::Problem;

use super::*;

fn place(id: &str, role: &str) -> PlaceLeft {
    serde_json::from_value(json!({
        "id": id,
        "actor": "0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a00",
        "actor_name": "Partido",
        "territory_name": "Toluca",
        "registration": {
            "given_names": "Ana", "first_surname": "Ruiz", "age": 40, "sex": "woman",
            "office": "municipal_presidency", "territory_kind": "municipality",
            "territory_code": "15106", "role": role, "affirmative_actions": []
        }
    }))
    .unwrap()
}

fn places() -> Vec<PlaceLeft> {
    vec![
        place("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a01", "titular"),
        place("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a02", "alternate"),
    ]
}

fn person(surname: &str) -> Value {
    json!({
        "registration": { "given_names": "Eva", "first_surname": surname, "sex": "woman" },
        "private": { "notification_email": "eva@partido.example", "notification_phone": "7221234567" }
    })
}

#[test]
fn a_substitute_takes_the_place_as_it_was_left() {
    let value = json!({ "substitutes": [null, person("Sol")] });
    let sent = typed_substitutes(&value, &places(), &[1], "2027-04-02")
        .ok()
        .unwrap();
    let sent = serde_json::to_value(&sent.substitutes).unwrap();
    assert_eq!(
        sent.pointer("/0/registration/role"),
        Some(&json!("alternate"))
    );
    assert_eq!(
        sent.pointer("/0/registration/territory_code"),
        Some(&json!("15106"))
    );
    assert_eq!(sent.pointer("/0/acuerdo_on"), Some(&json!("2027-04-02")));
    assert_eq!(
        sent.pointer("/0/substitutes"),
        Some(&json!("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a02"))
    );
}

#[test]
fn what_is_missing_is_told_at_the_fields_of_each() {
    let value = json!({ "substitutes": [{}, person("")] });
    let Err(why) = typed_substitutes(&value, &places(), &[0, 1], "") else {
        panic!("accepted");
    };
    let pointers: Vec<_> = why.errors().iter().map(|it| it.pointer.as_str()).collect();
    assert!(
        pointers.contains(&"/substitutes/0/registration/given_names"),
        "{pointers:?}"
    );
    assert!(
        pointers.contains(&"/substitutes/1/registration/first_surname"),
        "{pointers:?}"
    );
    assert!(
        !pointers.contains(&"/substitutes/1/registration/given_names"),
        "{pointers:?}"
    );
}

#[test]
fn what_the_server_says_goes_to_where_it_was_typed() {
    let error = |pointer: &str| FieldError::new(pointer, "x", "x");
    let why = Failure::Refused(Box::new(Problem::invalid(vec![
        error("/substitutes/0/private/curp"),
        error("/substitutes/0/substitutes"),
        error("/substitutes/0/own_period/ends"),
        error("/substitutes/0/acuerdo_on"),
    ])));
    let told = told_at_places(why, &[1]);
    let pointers: Vec<_> = told.errors().iter().map(|it| it.pointer.as_str()).collect();
    assert_eq!(
        pointers,
        [
            "/substitutes/1/private/curp",
            "/substitutes/1",
            "/substitutes/1",
            "/substitutes_on"
        ]
    );
}
