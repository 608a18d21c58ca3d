use super::*;

#[test]
fn words_know_their_place_their_case_and_what_stands_before() {
    let words = split_words("¡Ño! Las/los NIN\u{303}OS, él");
    let seen: Vec<(&str, Case, Gap)> = words
        .iter()
        .map(|word| (word.folded.as_str(), word.case, word.gap))
        .collect();
    let expected = [
        ("ño", Case::Capital, Gap::Break),
        ("las", Case::Capital, Gap::Break),
        ("los", Case::Lower, Gap::Slash),
        ("niños", Case::Upper, Gap::Space),
        ("el", Case::Lower, Gap::Comma),
    ];
    assert_eq!(seen, expected);
    assert_eq!(words[0].chars, 1..3);
    assert_eq!(words[3].chars, 13..19);
    assert!(words[0].opens && words[1].opens && !words[2].opens);
}

#[test]
fn addresses_mentions_and_labels_are_glued() {
    for text in ["#vecinos", "@vecinos", "www.vecinos", "correo@vecinos"] {
        assert!(split_words(text).iter().any(|word| word.glued), "{text}");
    }
    for text in ["tod@s", "agua.Vecinos", "ex-vecinos", "12 vecinos"] {
        assert!(split_words(text).iter().all(|word| !word.glued), "{text}");
    }
}

#[test]
fn a_line_may_break_within_a_phrase() {
    assert_eq!(split_words("los\nniños")[1].gap, Gap::Space);
    assert_eq!(split_words("los\nNiños")[1].gap, Gap::Break);
    assert_eq!(split_words("los\n\nniños")[1].gap, Gap::Break);
}
