//! People find a name as they remember it.

use super::*;

fn found(query: &str, name: &str, mode: Mode) -> bool {
    matches(&words(query), &words(name), mode)
}

#[test]
fn beginnings_without_accents_or_case_in_any_order() {
    let name = "María Guadalupe Peña-Núñez";
    for query in ["maria", "PEÑ", "núñ mar", "guada pena-"] {
        let mode = if query.contains("pena") {
            Mode::Tolerant
        } else {
            Mode::Exact
        };
        assert!(found(query, name, mode), "{query}");
    }
    assert!(!found("aria", name, Mode::Exact));
    assert!(!found("maria lopez", name, Mode::Tolerant));
}

#[test]
fn one_slip_in_a_long_word() {
    let name = "Xóchitl Hernández Villaseñor";
    for query in [
        "hernadez",
        "hernnadez",
        "hermandez",
        "hrenandez",
        "xochilt",
        "villasenor",
    ] {
        assert!(found(query, name, Mode::Tolerant), "{query}");
        assert!(!found(query, name, Mode::Exact), "{query}");
    }
    for query in ["hrnadez", "hern4ndes", "vila", "xoc itl"] {
        assert!(!found(query, name, Mode::Tolerant), "{query}");
    }
}

#[test]
fn short_words_must_be_right() {
    assert!(!found("luiz", "Luis Mora", Mode::Tolerant));
    assert!(found("lui", "Luis Mora", Mode::Exact));
}
