//! What is copied is what reading, choosing and writing anew would give.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;

fn any_value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
        Just(json!("\"},{\"id\":\\\\\"")),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(".{0,6}", inner, 0..4)
                .prop_map(|it| Value::Object(it.into_iter().collect())),
        ]
    })
}

fn any_record() -> impl Strategy<Value = Map<String, Value>> {
    let key = prop_oneof![
        prop::sample::select(&FIELDS[..]).prop_map(str::to_owned),
        ".{0,8}"
    ];
    prop::collection::btree_map(key, any_value(), 0..24).prop_map(|it| it.into_iter().collect())
}

fn choosing(fields: &[&str]) -> CandidacyQuery {
    CandidacyQuery {
        fields: fields.iter().map(|it| (*it).to_owned()).collect(),
        ..CandidacyQuery::default()
    }
}

proptest! {
    #[test]
    fn copying_gives_what_reading_and_writing_gives(
        record in any_record(),
        fields in prop::sample::subsequence(&FIELDS[..], 1..=FIELDS.len()),
    ) {
        let text = serde_json::to_string(&record).unwrap();
        let mut copied = String::new();
        let chosen = ChosenKeys::of(&choosing(&fields)).unwrap();
        KeyPlaces::find(&text).unwrap().write_chosen(&text, chosen, &mut copied);
        let mut kept = record;
        kept.retain(|key, _| fields.contains(&key.as_str()));
        prop_assert_eq!(copied, serde_json::to_string(&kept).unwrap());
    }

    #[test]
    fn what_is_no_record_is_told_and_never_copied(text in ".{0,40}") {
        if serde_json::from_str::<Map<String, Value>>(&text).is_err() {
            prop_assert!(KeyPlaces::find(&text).is_err());
        }
    }
}

#[test]
fn without_fields_nothing_is_chosen() {
    assert_eq!(ChosenKeys::of(&choosing(&[])), None);
}
