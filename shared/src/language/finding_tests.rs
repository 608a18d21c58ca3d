use serde_json::json;

use super::super::{Rules, check, parse_election_rules};
use super::*;

#[test]
fn an_election_adds_and_switches_off() {
    let rules = parse_election_rules(&json!({
        "added": [{
            "id": "huarachudos", "level": "warning", "terms": ["huarachudo"],
            "suggestions": ["persona del campo"], "explanation": "Es despectivo.",
            "source": "Acuerdo de la UT"
        }],
        "off": ["ciudadanos"]
    }))
    .unwrap();
    let text = "Los huarachudos son ciudadanos.";
    let found = check(text, &Rules::of(&rules));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].rule, "huarachudos");
    let built_in = check(text, &Rules::built_in());
    assert!(built_in.iter().any(|it| it.rule == "ciudadanos"));
    assert!(built_in.iter().all(|it| it.rule != "huarachudos"));
}

#[test]
fn where_two_rules_find_the_same_words_that_of_the_election_speaks() {
    let rules = parse_election_rules(&json!({
        "added": [{
            "id": "ut-cholos", "level": "warning", "patterns": ["cholos"],
            "explanation": "Es despectivo.", "source": "Acuerdo de la UT"
        }]
    }))
    .unwrap();
    let text = "Esa plaza es de cholos.";
    let found = check(text, &Rules::of(&rules));
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].rule, "ut-cholos");
    assert_eq!(
        check(text, &Rules::built_in())[0].rule,
        "origen-como-insulto"
    );
}

#[test]
fn every_error_of_an_elections_rules_is_told_at_once() {
    let issues = parse_election_rules(&json!({
        "added": [{ "id": "X y", "level": "mal", "terms": ["a"], "source": "s" }],
        "off": ["no-existe", 3, "ciudadanos", "ciudadanos"],
        "otro": 1
    }))
    .unwrap_err();
    let mut pointers: Vec<&str> = issues.iter().map(|it| it.pointer.as_str()).collect();
    pointers.sort_unstable();
    assert_eq!(
        pointers,
        [
            "/added/0/explanation",
            "/added/0/id",
            "/added/0/level",
            "/off/0",
            "/off/1",
            "/off/3",
            "/otro"
        ]
    );
}

#[test]
fn only_findings_can_be_left_as_they_are() {
    let findings = check(
        "Los ciudadanos, LOS CIUDADANOS y los niños.",
        &Rules::built_in(),
    );
    let wanted = [
        Ignored {
            rule: "ciudadanos".to_owned(),
            text: "los ciudadanos".to_owned(),
        },
        Ignored {
            rule: "niños".to_owned(),
            text: "otra cosa".to_owned(),
        },
    ];
    let kept = ignored_among(&wanted, &findings);
    assert_eq!(kept.len(), 1);
    assert!(kept[0].covers(&findings[0]));
    assert!(!kept[0].covers(findings.last().unwrap()));
}
