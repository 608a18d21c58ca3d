use conoceles_shared::api::admin::PartyData;
use serde_json::json;

use super::*;

const FIELDS: [WantedField<'_>; 3] = [
    ("/name", "Nombre", Want::Text),
    ("/acronym", "Siglas", Want::Text),
    ("/colour", "Color", Want::Text),
];

#[test]
fn what_is_missing_is_said_with_its_label() {
    let errors = missing(&json!({"name": " ", "acronym": "PX"}), &FIELDS);
    let details: Vec<_> = errors.into_iter().map(|it| it.detail).collect();
    assert_eq!(
        details,
        ["Nombre: Escriba el dato.", "Color: Escriba el dato."]
    );
}

#[test]
fn the_rules_of_shared_hold() {
    let value = json!({"name": "Partido X", "acronym": "PX", "colour": "rojo"});
    let Err(why) = parse_request::<PartyData>(&value, &FIELDS) else {
        panic!("accepted a bad colour")
    };
    assert_eq!(why.errors()[0].pointer, "/colour");
    let value = json!({"name": "Partido X", "acronym": " PX ", "colour": "#112233"});
    assert!(parse_request::<PartyData>(&value, &FIELDS).is_ok_and(|it| it.acronym == "PX"));
}

#[test]
fn a_number_that_is_optional_may_be_blank_but_not_a_word() {
    let field = [("/n", "Número", Want::MaybeNumber)];
    assert!(missing(&json!({}), &field).is_empty());
    assert_eq!(missing(&json!({"n": "dos"}), &field).len(), 1);
}

#[test]
fn what_is_missing_does_not_hide_what_is_wrong_elsewhere() {
    let value = json!({ "acronym": "PH", "colour": "azul" });
    let also = vec![FieldError::new(PartyData::ACRONYM, "taken", "Ya existe.")];
    let why = parse_request_with::<PartyData>(&value, &FIELDS, also).unwrap_err();
    let told: Vec<_> = why.errors().iter().map(|it| it.pointer.as_str()).collect();
    assert_eq!(
        told,
        [PartyData::NAME, PartyData::ACRONYM, PartyData::COLOUR]
    );
    assert_eq!(required(&FIELDS).len(), 3);
}
