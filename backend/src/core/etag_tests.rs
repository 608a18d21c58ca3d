//! Entity tags of versions.

use conoceles_shared::problem::Code;

use super::*;

fn code<T>(result: Result<T, Failure>) -> Option<Code> {
    match result {
        Err(Failure::Problem(problem)) => Some(problem.code),
        _ => None,
    }
}

#[test]
fn one_quoted_version_be_it_weakened_by_a_proxy() {
    assert_eq!(version_named(&["\"12\""]).unwrap(), IfMatch(12));
    assert_eq!(version_named(&["W/\"12\""]).unwrap(), IfMatch(12));
    assert_eq!(version_named(&[" \"0\" "]).unwrap(), IfMatch(0));
    for wrong in [
        "12",
        "w/\"1\"",
        "W/1",
        "\"\"",
        "\"",
        "\"1\", \"2\"",
        "\"-1\"",
        "\"+1\"",
        "\" 1\"",
        "\"01\"",
        "\"99999999999\"",
        "",
        "\"1\"\"",
    ] {
        assert_eq!(
            code(version_named(&[wrong])),
            Some(Code::MalformedHeader),
            "{wrong}"
        );
    }
    let twice = version_named(&["\"1\"", "\"1\""]);
    assert_eq!(code(twice), Some(Code::MalformedHeader));
    for nothing in [&[][..], &["*"]] {
        assert_eq!(
            code(version_named(nothing)),
            Some(Code::PreconditionRequired)
        );
    }
}

#[test]
fn one_quoted_hash_and_nothing_else() {
    let good = "ab".repeat(32);
    let quoted = format!("\"{good}\"");
    for text in [quoted.clone(), format!("W/{quoted}")] {
        assert_eq!(hash_named(&[&text]).unwrap(), IfMatchHash(good.clone()));
    }
    for wrong in [good.as_str(), "\"0\"", "\"\"", &quoted.replace('a', "g")] {
        assert_eq!(
            code(hash_named(&[wrong])),
            Some(Code::MalformedHeader),
            "{wrong}"
        );
    }
    assert_eq!(code(hash_named(&["*"])), Some(Code::PreconditionRequired));
    assert_eq!(code(hash_named(&[])), Some(Code::PreconditionRequired));
}
