use serde_json::json;

use super::*;

#[test]
fn only_the_fields_that_differ_are_compared() {
    let stored =
        json!({"website": {"value": "https://a.example"}, "facebook": {"not_provided": true}});
    let mine =
        json!({"website": {"value": "https://b.example"}, "facebook": {"not_provided": true}});
    let pairs = paired(
        &rows(Section::Contact, Some(&stored)),
        &rows(Section::Contact, Some(&mine)),
    );
    assert_eq!(pairs.len(), 1);
    assert_eq!(
        pairs[0].1,
        Shown::Lines(vec!["https://a.example".to_owned()])
    );
    assert_eq!(
        pairs[0].2,
        Shown::Lines(vec!["https://b.example".to_owned()])
    );
}
