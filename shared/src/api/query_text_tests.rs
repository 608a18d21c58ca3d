//! Query strings as clients of every habit write them.

use proptest::prelude::*;

use super::*;

#[test]
fn every_habit_of_escaping_is_read() {
    for (written, meant) in [
        ("Mu%C3%B1oz", "Muñoz"),
        ("mu%c3%b1oz", "muñoz"),
        ("Mun%CC%83oz", "Mun\u{303}oz"),
        ("Mu%F1oz", "Muñoz"),
        ("MU%D1OZ", "MUÑOZ"),
        ("O%92Farrill", "O’Farrill"),
        ("Mu%25C3%25B1oz", "Mu%C3%B1oz"),
        ("De+la%20Cruz", "De la Cruz"),
        ("De%2Bla", "De+la"),
        ("%", "%"),
        ("%2", "%2"),
        ("%zz", "%zz"),
        ("%+5", "% 5"),
        ("%00", "\0"),
        ("%C0%AF", "À¯"),
        ("%F0%9F%98%80", "😀"),
        ("%C3", "Ã"),
        ("ñ%F1", "Ã±ñ"),
    ] {
        let pairs = decode_pairs(&format!("q={written}"));
        assert_eq!(pairs, [("q".to_owned(), meant.to_owned())], "{written}");
    }
}

#[test]
fn pairs_keep_their_order_and_empty_ones_are_none() {
    let pairs = decode_pairs("&&a&=&b=1=2&a=");
    let expected = [("a", ""), ("", ""), ("b", "1=2"), ("a", "")];
    let expected = expected.map(|(key, value)| (key.to_owned(), value.to_owned()));
    assert_eq!(pairs, expected);
}

proptest! {
    #[test]
    fn what_is_escaped_reads_back(text in any::<String>()) {
        let pairs = decode_pairs(&format!("q={}", encode(&text)));
        prop_assert_eq!(pairs, [("q".to_owned(), text)]);
    }
}
