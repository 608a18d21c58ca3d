use serde_json::json;

use super::*;

#[test]
fn only_the_fields_that_differ_are_compared() {
    let stored =
        json!({"website": {"value": "https://a.example"}, "facebook": {"not_provided": true}});
    let mine =
        json!({"website": {"value": "https://b.example"}, "facebook": {"not_provided": true}});
    let pairs = paired(
        &answer_rows(Section::Contact, Some(&stored)),
        &answer_rows(Section::Contact, Some(&mine)),
    );
    assert_eq!(pairs.len(), 1);
    assert_eq!(pairs[0].key, "website");
    assert_eq!(
        pairs[0].stored,
        ShownAnswer::Lines(vec!["https://a.example".to_owned()])
    );
    assert_eq!(
        pairs[0].mine,
        ShownAnswer::Lines(vec!["https://b.example".to_owned()])
    );
}

#[test]
fn each_field_comes_from_the_version_that_was_chosen_for_it() {
    let stored = json!({"website": {"value": "a"}, "tiktok": {"value": "t"}});
    let mine =
        json!({"website": {"value": "b"}, "facebook": {"value": "f"}, "youtube": {"value": "y"}});
    let chosen = Choices::from([
        ("website", Side::Mine),
        ("tiktok", Side::Stored),
        ("facebook", Side::Stored),
    ]);
    assert_eq!(
        merged(&stored, mine, &chosen),
        json!({"website": {"value": "b"}, "youtube": {"value": "y"}, "tiktok": {"value": "t"}})
    );
}

/// A row's key must name its field in the content, or a choice would be lost.
#[test]
fn every_row_of_a_section_with_several_fields_names_its_field() {
    for section in [Section::Contact, Section::Education, Section::Identity] {
        let all = answer_rows(section, Some(&json!({})));
        let mut keys: Vec<_> = all.iter().map(|it| it.key).collect();
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), all.len(), "{section}");
        assert!(!keys.contains(&""), "{section}");
    }
}
