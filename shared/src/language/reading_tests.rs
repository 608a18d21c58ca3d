use serde_json::json;

use super::*;
use crate::language::built_in;
use crate::language::check::CAPITALS;

fn pointers(value: &Value) -> Vec<String> {
    let issues = parse_rules(value).err().unwrap_or_default();
    issues.into_iter().map(|issue| issue.pointer).collect()
}

#[test]
fn every_built_in_rule_keeps_what_is_asked_of_an_added_one() {
    let mut ids = Vec::new();
    for file in built_in::FILES {
        let value: Value = serde_json::from_str(file).unwrap();
        let rules = parse_rules(&value).unwrap_or_else(|issues| panic!("{issues:?}"));
        assert!(!rules.is_empty());
        ids.extend(rules.into_iter().map(|rule| rule.id));
    }
    let count = ids.len();
    assert_eq!(built_in::built_in_rules().len(), count);
    assert!(ids.contains(&CAPITALS.to_owned()));
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), count);
    let names = built_in::built_in_names();
    assert!(!names.is_empty());
    for name in names {
        assert!(Pattern::parse(&name).is_ok(), "{name}");
    }
}

#[test]
fn a_rule_reads_back_as_it_was_written() {
    let rule = json!({"id": "a", "level": "human_attention", "patterns": ["títere de"],
        "suggestions": [], "explanation": "Por qué", "source": "Acuerdo"});
    let rules = parse_rules(&json!([rule])).unwrap();
    assert_eq!(serde_json::to_value(&rules).unwrap(), json!([rule]));
}

#[test]
fn everything_that_is_wrong_is_said_at_once() {
    let value = json!([
        {"id": "MAL", "level": "grave", "patterns": ["¡ay!", "..2 x", "(solo)"], "nouns": ["a1"],
         "explanation": "", "color": 1},
        7,
        {"id": "b", "level": "warning", "explanation": "x", "source": "y"},
        {"id": "c", "level": "warning", "terms": "uno", "patterns": ["x"], "explanation": "x", "source": "y"},
        {"id": "c", "level": "warning", "patterns": ["x"], "explanation": "x", "source": "y"}
    ]);
    let expected = [
        "/0/color",
        "/0/nouns/0",
        "/0/patterns/0",
        "/0/patterns/1",
        "/0/patterns/2",
        "/0/id",
        "/0/level",
        "/0/explanation",
        "/0/source",
        "/1",
        "/2",
        "/3/terms",
        "/4/id",
    ];
    assert_eq!(pointers(&value), expected);
    assert_eq!(pointers(&json!({})), [""]);
}

#[test]
fn lists_without_end_are_refused() {
    let many: Vec<Value> = (0..501).map(|_| json!({})).collect();
    assert_eq!(pointers(&Value::Array(many)), [""]);
    let words = vec!["x"; 101];
    let value = json!([{"id": "a", "level": "warning", "patterns": words, "nouns": ["x"],
        "explanation": "x", "source": "y"}]);
    assert_eq!(pointers(&value), ["/0/patterns"]);
}
