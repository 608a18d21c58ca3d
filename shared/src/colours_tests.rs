use proptest::prelude::*;

use super::*;

#[test]
fn known_contrasts() {
    let of = |one: &str, other: &str| contrast(one, other).map(|it| (it * 100.0).round() / 100.0);
    assert_eq!(of("#000000", "#ffffff"), Some(21.0));
    assert_eq!(of("#777777", "#ffffff"), Some(4.48));
    assert_eq!(of("#ff0000", "#ffffff"), Some(4.0));
}

#[test]
fn light_colours_take_black_and_dark_ones_white() {
    for (colour, expected) in [
        ("#ffe600", TextOn::Black),
        ("#8c6239", TextOn::White),
        ("#FFFFFF", TextOn::Black),
        ("#000000", TextOn::White),
    ] {
        assert_eq!(text_on(colour), Some(expected), "{colour}");
    }
}

#[test]
fn what_is_no_colour_has_none() {
    for text in ["", "red", "#fff", "#12345g", "#1234567", "123456", "#ñ2345"] {
        assert_eq!(text_on(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn the_better_one_is_read_on_any_colour(rgb in 0_u32..0x0100_0000) {
        let colour = format!("#{rgb:06x}");
        let text = text_on(&colour).map(TextOn::colour).unwrap_or_default();
        prop_assert!(contrast(&colour, text).unwrap_or_default() >= LEAST_CONTRAST, "{}", colour);
    }
}
