use proptest::prelude::*;

use super::*;

fn both(text: &str) -> (u32, u32) {
    (
        count(text, CountingMode::Total),
        count(text, CountingMode::WithoutSpaces),
    )
}

#[test]
fn accents_count_once_however_they_are_written() {
    assert_eq!(both("Ñandú"), (5, 5));
    assert_eq!(both("N\u{303}andu\u{301}"), (5, 5));
    assert_eq!(both("\u{fc}"), both("u\u{308}"));
}

#[test]
fn line_ends_count_once_and_only_in_total() {
    assert_eq!(both("a\r\nb"), (3, 2));
    assert_eq!(both("a\nb"), (3, 2));
    assert_eq!(both("a\rb"), (3, 2));
    assert_eq!(both("a\r\r\nb"), (4, 2));
}

#[test]
fn emoji_count_by_scalar_without_their_selectors() {
    assert_eq!(both("😀"), (1, 1));
    // A heart with its variation selector.
    assert_eq!(both("❤\u{FE0F}"), (1, 1));
    // A family of three: three people, and two joiners that nobody sees.
    assert_eq!(both("👩\u{200D}👩\u{200D}👧"), (3, 3));
    // A skin tone is a character of its own.
    assert_eq!(both("👍🏽"), (2, 2));
}

#[test]
fn what_nobody_sees_counts_for_nothing() {
    for hidden in [
        "\u{200B}",
        "\u{AD}",
        "\u{2060}",
        "\u{E0041}",
        "\u{2800}",
        "\u{3164}",
        "\u{202E}",
    ] {
        assert_eq!(
            both(&format!("ab{}", hidden.repeat(300))),
            (2, 2),
            "{hidden:?}"
        );
        assert_eq!(
            normalise(&format!("{hidden}ab{hidden}")),
            "ab",
            "{hidden:?}"
        );
        assert_eq!(single_line(hidden), "", "{hidden:?}");
    }
}

#[test]
fn letters_are_one_character_and_folded_to_the_one_below() {
    assert_eq!(normalise("N\u{303}andu\u{301}"), "Ñandú");
    assert_eq!(single_line("L\u{331}uvya"), "Ḻuvya");
    assert_eq!(fold("Ḻuvya Cɨtɨ ẍ Ñūñez ǖ"), "luvya citi x ñuñez u");
}

#[test]
fn white_space_of_every_kind_is_left_out_of_one_mode() {
    assert_eq!(both("a b\tc\u{A0}d\u{2003}e"), (9, 5));
    assert_eq!(both(""), (0, 0));
}

#[test]
fn normalising_unifies_line_ends_and_trims() {
    assert_eq!(normalise("  \r\n uno\r\ndos\rtres\n\n"), "uno\ndos\ntres");
    assert_eq!(normalise("a\u{2028}b"), "a\nb");
    assert_eq!(normalise("a\r\r\nb"), "a\n\nb");
    assert_eq!(single_line(" a \n\n b\t c "), "a b c");
}

#[test]
fn controls_and_direction_marks_are_refused_but_not_line_ends() {
    for fine in ["uno\ndos\ttres\r\n", "ñandú", "👩\u{200D}👧", ""] {
        assert!(!has_forbidden_controls(fine), "{fine:?}");
    }
    for bad in [
        "a\0",
        "\u{7}",
        "\u{1b}[0m",
        "\u{85}",
        "\u{202E}txt.exe",
        "\u{2066}",
        "\u{FFFE}",
    ] {
        assert!(has_forbidden_controls(bad), "{bad:?}");
    }
}

#[test]
fn folding_drops_accents_and_keeps_the_letter_enie() {
    assert_eq!(fold("ÁÉÍÓÚÜ àâäçãő"), "aeiouu aaacao");
    assert_eq!(fold("MUÑOZ"), "muñoz");
    assert_eq!(fold("MUN\u{303}OZ"), "muñoz");
    assert_eq!(fold("Jose\u{301}"), "jose");
    assert_eq!(fold("Straße Łódź Œuvre"), "strasse lodz oeuvre");
    assert_eq!(fold("İ"), "i");
}

#[test]
fn names_sort_as_in_spanish() {
    let mut names = [
        "Oca", "Ñandú", "Nuñez", "Nunzio", "nube", "Núñez", "Álvarez", "Alvarado", "Zea",
    ];
    names.sort_by_key(|name| spanish_sort_key(name));
    let expected = [
        "Alvarado", "Álvarez", "nube", "Nunzio", "Nuñez", "Núñez", "Ñandú", "Oca", "Zea",
    ];
    assert_eq!(names, expected);
    assert_eq!(spanish_sort_key("  De la  O-Ruiz "), "de la o ruiz");
    let mut names = [
        "Olvera",
        "O’Farrill",
        "Ofelia",
        "Oceguera",
        "O'Farril",
        "Ḻuvya",
        "Luz",
        "Cɨtɨ",
        "Cid",
    ];
    names.sort_by_key(|name| spanish_sort_key(name));
    let expected = [
        "Cid",
        "Cɨtɨ",
        "Ḻuvya",
        "Luz",
        "Oceguera",
        "O'Farril",
        "O’Farrill",
        "Ofelia",
        "Olvera",
    ];
    assert_eq!(names, expected);
    for mark in ['\'', '’', '´', '`', 'ʼ', 'ꞌ'] {
        assert_eq!(spanish_sort_key(&format!("Ik{mark}al")), "ikal");
    }
    assert!(spanish_sort_key("De la O") < spanish_sort_key("Del Moral"));
    for saltillo in ["Baʼax", "Baꞌax", "Ba'ax", "Ba’ax"] {
        assert_eq!(spanish_sort_key(saltillo), "baax");
    }
    assert_eq!(spanish_sort_key("Ḻuvya Cɨtɨ"), "luvya citi");
}

#[test]
fn counting_mode_travels_in_snake_case_and_defaults_to_without_spaces() {
    assert_eq!(
        serde_json::to_string(&CountingMode::WithoutSpaces).unwrap(),
        "\"without_spaces\""
    );
    assert_eq!(CountingMode::default(), CountingMode::WithoutSpaces);
}

proptest! {
    #[test]
    fn normalising_is_idempotent(text in any::<String>()) {
        let once = normalise(&text);
        prop_assert_eq!(normalise(&once), once.clone());
        prop_assert!(!once.contains('\r'));
    }

    #[test]
    fn counting_adds_up_and_never_exceeds_the_scalars(a in "[^\r\n]*", b in "[^\r\n]*") {
        for mode in [CountingMode::Total, CountingMode::WithoutSpaces] {
            let joined = count(&format!("{a}{b}"), mode);
            prop_assert_eq!(joined, count(&a, mode) + count(&b, mode));
            prop_assert!(joined as usize <= a.chars().count() + b.chars().count());
        }
    }

    #[test]
    fn white_space_is_the_only_difference_between_the_modes(text in any::<String>()) {
        let text = normalise(&text);
        let spaces = text.chars().filter(|c| c.is_whitespace()).count();
        let (total, without) = both(&text);
        prop_assert_eq!(total as usize, without as usize + spaces);
    }

    #[test]
    fn folding_is_idempotent(text in any::<String>()) {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
    }

    #[test]
    fn the_sort_key_follows_the_spanish_alphabet(a in "[a-zñáéíóúü ]{0,8}", b in "[A-ZÑÁÉÍÓÚÜ ]{0,8}") {
        let rank = |text: &str| -> Vec<usize> {
            let words = single_line(&fold(text));
            words.chars().map(|c| " abcdefghijklmnñopqrstuvwxyz".chars().position(|l| l == c).unwrap()).collect()
        };
        prop_assert_eq!(spanish_sort_key(&a).cmp(&spanish_sort_key(&b)), rank(&a).cmp(&rank(&b)));
    }
}
