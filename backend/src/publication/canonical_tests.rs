//! Canonical JSON is one text for one value.

use super::*;

#[test]
fn keys_are_sorted_and_nothing_is_escaped_needlessly() {
    let value = serde_json::json!({"b": [1, null, true], "a": {"ñ": "«á»\n\u{1}\"", "é": "/<"}});
    assert_eq!(
        canonical(&value).unwrap(),
        "{\"a\":{\"é\":\"/<\",\"ñ\":\"«á»\\n\\u0001\\\"\"},\"b\":[1,null,true]}"
    );
}

#[test]
fn the_order_of_keys_in_the_source_does_not_matter() {
    let one: Value = serde_json::from_str(r#"{"x":1,"a":2,"m":{"z":0,"b":0}}"#).unwrap();
    let other: Value = serde_json::from_str(r#"{"m":{"b":0,"z":0},"a":2,"x":1}"#).unwrap();
    assert_eq!(canonical(&one).unwrap(), canonical(&other).unwrap());
}

#[test]
fn fractions_are_refused() {
    assert!(canonical(&serde_json::json!({"a": 1.5})).is_err());
}
