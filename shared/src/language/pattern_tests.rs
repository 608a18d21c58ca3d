use super::*;
use crate::language::words::split_words;

/// The words that a phrase finds in a text, wherever it begins.
fn found(pattern: &str, text: &str) -> Option<String> {
    let words = split_words(text);
    let pattern = Pattern::parse(pattern).unwrap();
    let span = (0..words.len()).find_map(|at| pattern.find_from(&words, at))?;
    let bytes = words[span.start].bytes.start..words[span.end - 1].bytes.end;
    Some(text[bytes].to_owned())
}

#[test]
fn each_sign_means_what_it_says() {
    for (pattern, text, expected) in [
        (
            "crimen pasional",
            "Un Crimen  Pasional más",
            Some("Crimen  Pasional"),
        ),
        ("crimen pasional", "crimen, pasional", None),
        ("la|las tribu|tribus", "las tribus", Some("las tribus")),
        (
            "de la? tercera edad",
            "de tercera edad",
            Some("de tercera edad"),
        ),
        (
            "de la? tercera edad",
            "de la tercera edad",
            Some("de la tercera edad"),
        ),
        ("histeric*", "es histérica", Some("histérica")),
        ("histeric*", "histeric", None),
        ("*enses", "los toluquenses", Some("toluquenses")),
        ("(es) títere de", "es títere de", Some("títere de")),
        ("uno ..2 dos", "uno y dos", Some("uno y dos")),
        ("uno ..2 dos", "uno, y, dos", Some("uno, y, dos")),
        ("uno ..2 dos", "uno a b c dos", None),
        ("uno ..2 dos", "uno. dos", None),
    ] {
        assert_eq!(
            found(pattern, text).as_deref(),
            expected,
            "{pattern} in {text}"
        );
    }
}

#[test]
fn a_phrase_without_a_fixed_word_is_refused() {
    for pattern in [
        "",
        "  ",
        "(uno)",
        "uno?",
        "..2 uno",
        "uno ..2",
        "uno ..9 dos",
        "¡uno!",
        "a||b",
        "*",
    ] {
        assert!(Pattern::parse(pattern).is_err(), "{pattern}");
    }
}
