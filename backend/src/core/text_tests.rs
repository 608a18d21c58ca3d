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
fn directions_are_left_out_and_controls_refused() {
    assert_eq!(
        plain_text("/answer", "abc\u{202e}def", 1).unwrap(),
        "abcdef"
    );
    let refused = plain_text("/answer", "abc\u{0}def", 1).unwrap_err();
    assert_eq!(refused.code, "forbidden_character");
    assert!(!refused.detail.contains("abc"));
}
