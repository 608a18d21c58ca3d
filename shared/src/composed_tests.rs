use super::*;

#[test]
fn letters_of_mexican_languages_are_one_character() {
    for (apart, whole) in [
        ("Jose\u{301}", "José"),
        ("N\u{303}u\u{304}n\u{303}ez", "Ñūñez"),
        ("L\u{331}uvya", "Ḻuvya"),
        ("x\u{308}", "ẍ"),
        ("u\u{308}\u{304}", "ǖ"),
        ("i\u{330}", "ḭ"),
        ("a\u{309}", "ả"),
        ("s\u{326}", "ș"),
        // No character has both: the mark stays, and the next letter is not touched.
        ("q\u{301}a\u{301}", "q\u{301}á"),
        ("\u{301}a", "\u{301}a"),
    ] {
        assert_eq!(composed(apart), whole);
        assert_eq!(composed(whole), whole);
    }
}

#[test]
fn the_letter_below_is_found() {
    assert_eq!(without_mark('ḻ'), Some('l'));
    assert_eq!(without_mark('ẍ'), Some('x'));
    assert_eq!(without_mark('ɨ'), Some('i'));
    for (letter, below) in ["øo", "łl", "đd", "ħh", "ıi", "ŀl", "țt", "ⱥa"]
        .map(|it| (it.chars().next(), it.chars().last()))
    {
        assert_eq!(letter.and_then(without_mark), below);
    }
    assert_eq!(without_mark('a'), None);
}
