use proptest::prelude::*;
use serde_json::json;

use super::*;
use crate::questionnaire::parse;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2027, 3, 1).unwrap()
}

fn of(section: Section, typed: &Value, stored: &Value) -> Savable {
    savable(today(), section, typed, stored, &Limits::default())
}

/// What would be stored, as the server reads it.
fn read(section: Section, content: &Value) -> Value {
    parse(section, content, &Limits::default())
        .unwrap()
        .to_value()
}

#[test]
fn what_is_right_is_saved_as_it_was_typed() {
    let typed = json!({ "website": { "value": "https://nombre.example" } });
    let all = of(Section::Contact, &typed, &Value::Null);
    assert_eq!(all.content, Some(typed));
    assert_eq!(all.issues, []);
}

#[test]
fn wrong_fields_stay_as_stored_and_all_of_them_are_named() {
    let stored = json!({
        "website": { "value": "https://antes.example" },
        "public_phones": { "value": ["5512345678"] },
    });
    let typed = json!({
        "website": { "value": "no es una dirección" },
        "facebook": { "value": "https://facebook.com/nombre" },
        "instagram": { "value": "tampoco esta lo es" },
        "public_phones": { "value": ["12"] },
    });
    let part = of(Section::Contact, &typed, &stored);
    let fields: Vec<&str> = part.issues.iter().map(FieldIssue::field).collect();
    assert_eq!(fields, ["instagram", "website", "public_phones"]);
    assert_eq!(
        read(Section::Contact, &part.content.unwrap()),
        json!({
            "website": { "value": "https://antes.example" },
            "facebook": { "value": "https://facebook.com/nombre" },
            "public_phones": { "value": ["5512345678"] },
        })
    );
}

#[test]
fn of_a_list_only_the_wrong_items_stay_behind() {
    let stored = json!({ "public_emails": { "value": ["a@nombre.example", "b@nombre.example"] } });
    let typed = json!({
        "public_emails": { "value": ["a@nombre.example", "b@", "c@nombre.example"] },
    });
    let part = of(Section::Contact, &typed, &stored);
    assert_eq!(part.issues.len(), 1);
    let expected = ["a@nombre.example", "b@nombre.example", "c@nombre.example"];
    let content = part.content.unwrap();
    assert_eq!(
        read(Section::Contact, &content),
        json!({ "public_emails": { "value": expected } })
    );
    // Without anything stored at its place it is left out.
    let content = of(Section::Contact, &typed, &Value::Null).content.unwrap();
    assert_eq!(
        read(Section::Contact, &content),
        json!({ "public_emails": { "value": ["a@nombre.example", "c@nombre.example"] } })
    );
    // What would be there twice goes back as a whole.
    let swapped = json!({ "public_emails": { "value": ["b@nombre.example", "b@"] } });
    let content = of(Section::Contact, &swapped, &stored).content.unwrap();
    assert_eq!(
        read(Section::Contact, &content),
        read(Section::Contact, &stored)
    );
}

#[test]
fn a_text_that_is_too_long_leaves_the_stored_one() {
    let stored = json!({ "text": "Lo de antes." });
    let typed = json!({ "text": "a".repeat(100_000) });
    let part = of(Section::Motivation, &typed, &stored);
    assert_eq!(part.content, Some(stored));
    assert_eq!(part.issues.len(), 1);
}

#[test]
fn a_section_that_is_wrong_as_a_whole_is_not_saved() {
    let typed = json!({ "not_provided": true, "text": "Y también esto." });
    let part = of(Section::Motivation, &typed, &Value::Null);
    assert_eq!(part.content, None);
    assert_eq!(of(Section::Contact, &json!([]), &Value::Null).content, None);
}

proptest! {
    #[test]
    fn what_is_saved_is_always_accepted(
        website in "[a-z:/. ]{0,20}",
        emails in proptest::collection::vec("[a-z@.]{0,8}", 0..6),
        stored in proptest::option::of("[a-z]{1,8}"),
    ) {
        let typed = json!({
            "website": { "value": website },
            "public_emails": { "value": emails },
        });
        let stored = stored.map_or(Value::Null, |it| {
            json!({ "website": { "value": format!("https://{it}.example") } })
        });
        let part = of(Section::Contact, &typed, &stored);
        let content = part.content.expect("no field is the section");
        prop_assert!(parse_on(today(), Section::Contact, &content, &Limits::default()).is_ok());
        prop_assert_eq!(part.issues.is_empty(), parse(Section::Contact, &typed, &Limits::default()).is_ok());
    }
}
