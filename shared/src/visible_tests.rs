use proptest::prelude::*;

use super::*;

#[test]
fn what_nobody_sees_is_left_out_and_counted() {
    for (text, seen, hidden) in [
        ("Ma\u{AD}r\u{200B}ía\u{2060}", "María", 3),
        ("\u{202D}722 123 4567\u{202C}", "722 123 4567", 2),
        ("\u{FEFF}hola\u{E0041}\u{E007F}", "hola", 3),
        ("a\u{2800}\u{2800}\u{3164}b", "a b", 3),
        ("\u{3164}\u{2800}", "", 2),
        ("fin. \u{2800}\u{2800}", "fin. ", 2),
        ("722\u{FE0D}1", "7221", 1),
        ("e\u{200D}l", "el", 1),
        ("uno\u{B}dos\u{85}tres", "uno\ndos\ntres", 0),
        ("ʼ ꞌ Ḻ ɨ ẍ ū ñ q\u{301}", "ʼ ꞌ Ḻ ɨ ẍ ū ñ q\u{301}", 0),
    ] {
        assert_eq!(visible(text), seen, "{text:?}");
        assert_eq!(hidden_count(text), hidden, "{text:?}");
    }
}

#[test]
fn what_joins_pictures_stays() {
    for text in [
        "👩\u{200D}👩\u{200D}👧",
        "❤\u{FE0F}",
        "👩🏽\u{200D}🌾",
        "1\u{FE0F}\u{20E3}",
        "💃🏽",
    ] {
        assert_eq!(visible(text), text);
        assert_eq!(hidden_count(text), 0);
    }
}

proptest! {
    #[test]
    fn what_is_seen_is_seen_again(text in any::<String>(), odd in "[a \u{200B}\u{200D}\u{FE0F}\u{2800}❤👩1\u{20E3}]{0,12}") {
        for text in [text, odd] {
            let once = visible(&text).into_owned();
            prop_assert_eq!(hidden_count(&once), 0);
            prop_assert_eq!(visible(&once), once.as_str());
        }
    }
}
