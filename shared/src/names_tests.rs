use super::*;

#[test]
fn letters_of_every_language_are_a_name_and_pictures_are_not() {
    for name in [
        "Itzel Baʼax Kꞌuk",
        "Ḻuvya Ts'unún Cɨtɨ",
        "Hñähñu Ñūñez",
        "Yolo’tzin",
        "O",
        "Núñez-Ortiz",
        "ẍ q\u{301}",
        "\"El Güero\"",
        "Мария",
        "D/Amico",
        "1.º",
    ] {
        assert_eq!(name_trouble(name), None, "{name}");
    }
    for name in [
        "La Flaca 💃🏽",
        "❤",
        "1\u{FE0F}\u{20E3}",
        "★ Ana",
        "🇲🇽",
        "\u{F8FF}",
    ] {
        assert!(name_trouble(name).is_some(), "{name}");
    }
}
