use serde_json::json;

use super::*;

fn typed() -> Value {
    json!({
        "words": "huarachudo\n\n gente de huarache ", "kind": "patterns", "level": "warning",
        "suggestions": "persona del campo", "explanation": "Es despectivo.", "source": "UT",
    })
}

#[test]
fn a_rule_is_made_from_lines() {
    let rules = with_rule(&ElectionRules::default(), &typed()).unwrap();
    assert_eq!(rules.added[0].id, "ut-huarachudo");
    assert_eq!(rules.added[0].patterns, ["huarachudo", "gente de huarache"]);
    let again = with_rule(&rules, &typed()).unwrap();
    assert_eq!(again.added[1].id, "ut-huarachudo-2");
}

#[test]
fn errors_are_at_the_fields_that_were_typed_in() {
    let mut wrong = typed();
    wrong["words"] = json!("");
    wrong["source"] = json!(" ");
    wrong["explanation"] = json!("a".repeat(501));
    let why = with_rule(&ElectionRules::default(), &wrong).unwrap_err();
    let mut pointers: Vec<&str> = why.errors().iter().map(|it| it.pointer.as_str()).collect();
    pointers.sort_unstable();
    assert_eq!(pointers, ["/explanation", "/source", "/words"]);
}
