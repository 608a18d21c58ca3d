use conoceles_shared::language::{Rules, check};

use super::*;

#[test]
fn the_stretches_are_the_text() {
    let text = "Señora: los niños 😀 y los jóvenes.\nFin";
    let findings = check(text, &Rules::built_in());
    let all = pieces(text, &findings);
    let whole: String = all.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(whole, text);
    let marked: Vec<&str> = all
        .iter()
        .filter(|(level, _)| level.is_some())
        .map(|(_, text)| text.as_str())
        .collect();
    assert_eq!(marked, ["los niños", "los jóvenes"]);
}

#[test]
fn findings_that_no_longer_fit_mark_nothing() {
    let findings = check("los niños y los jóvenes", &Rules::built_in());
    let marked: String = pieces("uno", &findings)
        .into_iter()
        .map(|(_, text)| text)
        .collect();
    assert_eq!(marked, "uno");
}
