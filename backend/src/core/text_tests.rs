use super::*;

#[test]
fn white_space_does_not_make_a_text() {
    let spaces = " ".repeat(40);
    assert_eq!(
        plain_text("/reason", &spaces, 10).unwrap_err().code,
        "too_short"
    );
    assert_eq!(
        plain_text("/reason", " uno\r\ndos ", 5).unwrap(),
        "uno\ndos"
    );
}

#[test]
fn directions_and_controls_are_refused() {
    for bad in ["abc\u{202e}def", "abc\u{0}def"] {
        let refused = plain_text("/answer", bad, 1).unwrap_err();
        assert_eq!(refused.code, "forbidden_character");
        assert!(!refused.detail.contains("abc"));
    }
}
