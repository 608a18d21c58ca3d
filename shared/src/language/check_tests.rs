use super::*;

/// What is found, and the first suggestion.
fn found(text: &str) -> Vec<(String, String)> {
    let first = |finding: Finding| {
        (
            finding.text,
            finding.suggestions.first().cloned().unwrap_or_default(),
        )
    };
    check(text, &Rules::built_in())
        .into_iter()
        .map(first)
        .collect()
}

fn one(text: &str) -> (String, String) {
    let found = found(text);
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found[0].clone()
}

/// The text once the first suggestion of every finding took its place.
fn accepted(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    for finding in check(text, &Rules::built_in()) {
        out.extend(&chars[at..finding.start]);
        out.push_str(&finding.suggestions[0]);
        at = finding.end;
    }
    out.extend(&chars[at..]);
    out
}
