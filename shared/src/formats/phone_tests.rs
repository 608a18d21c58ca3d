use proptest::prelude::*;

use super::*;

fn read(text: &str) -> Result<String, PhoneTrouble> {
    national_number(text, 10).map(|it| it.digits)
}

#[test]
fn however_it_is_written_it_is_the_same_number() {
    for text in [
        "722 123 4567",
        "(722) 123-4567",
        "722.123.4567",
        "722/123/4567",
        "+52 722 123 4567",
        "(+52) 722 123 4567",
        "+52 (722) 1234567",
        "+52 1 722 123 4567",
        "+521 7221234567",
        "521 722 123 4567",
        "52 722 123 4567",
        "0052 722 123 4567",
        "00 52 1 722 123 4567",
        "011 52 722 123 4567",
        "044 722 123 4567",
        "045-722-123-4567",
        "01 722 123 4567",
        "01 (722) 123 45 67",
        "+52 01 722 123 4567",
        "\u{202D}722 123 4567\u{202C}",
        "722\u{A0}123\u{202F}4567",
        "722‑123‑4567",
        "722–123—4567",
        "722\u{AD}123\u{FE0D}4567",
        "\u{FEFF}7221234567",
        "722\u{200B}1234567",
        "７２２１２３４５６７",
        "＋５２ ７２２１２３４５６７",
        "tel:+527221234567",
        "Tel. 722 123 4567",
        "Teléfono: 722 123 4567",
        "Cel 7221234567",
        "7221234567.0",
        "722 123 4567.",
    ] {
        assert_eq!(read(text).as_deref(), Ok("7221234567"), "{text:?}");
    }
}

#[test]
fn a_prefix_of_the_past_is_told() {
    let old = |text| national_number(text, 10).map(|it| it.old_prefix);
    for text in [
        "044 7221234567",
        "01 7221234567",
        "+52 1 7221234567",
        "+52 045 7221234567",
    ] {
        assert_eq!(old(text), Ok(true), "{text}");
    }
    for text in ["7221234567", "+52 7221234567", "0052 7221234567"] {
        assert_eq!(old(text), Ok(false), "{text}");
    }
}

#[test]
fn what_is_no_number_says_what_to_do() {
    use PhoneTrouble as T;
    for (text, trouble) in [
        ("55 1234 5678 ext. 14", T::Extension),
        ("5512345678 extensión 14", T::Extension),
        ("5512345678x14", T::Extension),
        ("5512345678 #14", T::Extension),
        ("tel:+525512345678;ext=14", T::Extension),
        ("5512345678 / 7221234567", T::Several),
        ("5512345678, 7221234567", T::Several),
        ("5512345678 y 7221234567", T::Several),
        ("5512345678 7221234567", T::Several),
        ("+1 (213) 555-0147", T::Foreign),
        ("0034 600 123 456 78", T::Foreign),
        ("+7221234567", T::Foreign),
        ("7.22123E+09", T::Rounded),
        ("7,22123e9", T::Rounded),
        ("WhatsApp 7221234567", T::Words),
        ("72212345ó7", T::Words),
        ("٧٢٢١٢٣٤٥٦٧", T::Signs),
        ("722*1234567", T::Signs),
        ("722 123+4567", T::Signs),
        ("No tengo", T::Nothing),
        ("N/A", T::Nothing),
        ("s/n", T::Nothing),
        ("---", T::Nothing),
        ("0000000000", T::NoArea),
        ("1234567890", T::NoArea),
        ("044 012 345 6789", T::NoArea),
    ] {
        assert_eq!(read(text), Err(trouble), "{text}");
    }
    for (text, found) in [
        ("12345", 5),
        ("+52 722 123 456", 9),
        ("722123456789012", 15),
        ("12135550147", 11),
    ] {
        assert_eq!(read(text), Err(T::Length { wanted: 10, found }), "{text}");
    }
}

#[test]
fn stored_digits_are_read_as_they_are() {
    for digits in ["7221234567", "0123", "447221234567"] {
        let read = national_number(digits, 0).unwrap();
        assert_eq!(read.digits, digits);
    }
}

#[test]
fn a_number_is_shown_in_groups_and_dialled_from_anywhere() {
    assert_eq!(grouped_phone("5512345678"), "55 1234 5678");
    assert_eq!(grouped_phone("7221234567"), "722 123 4567");
    assert_eq!(grouped_phone("12345"), "12345");
    assert_eq!(
        phone_link("7221234567").as_deref(),
        Some("tel:+527221234567")
    );
    assert_eq!(phone_link("12345"), None);
}

proptest! {
    #[test]
    fn whatever_is_written_no_message_repeats_it(text in "\\PC{0,40}", digits in "[0-9 +()-]{0,24}") {
        for text in [text, digits] {
            match read(&text) {
                Ok(number) => {
                    prop_assert_eq!(number.len(), 10);
                    prop_assert_eq!(read(&number), Ok(number.clone()));
                    prop_assert_eq!(read(&grouped_phone(&number)), Ok(number));
                }
                Err(trouble) => {
                    let run = trouble.to_string();
                    let runs = run.split(|it: char| !it.is_ascii_digit());
                    prop_assert!(runs.into_iter().all(|it| it.len() < 4));
                }
            }
        }
    }
}
