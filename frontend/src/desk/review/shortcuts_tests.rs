use super::*;

fn pressed(key: &'static str, alt: bool) -> Pressed<'static> {
    Pressed {
        key,
        code: "",
        alt,
        other_modifier: false,
    }
}

#[test]
fn single_keys_can_be_switched_off_and_those_with_alt_stay() {
    assert_eq!(act_of(pressed("a", false), true), Some(Act::Approve));
    assert_eq!(act_of(pressed("A", false), true), Some(Act::Approve));
    assert_eq!(act_of(pressed("a", false), false), None);
    assert_eq!(act_of(pressed("a", true), false), Some(Act::Approve));
    assert_eq!(act_of(pressed("?", false), true), Some(Act::Help));
}

#[test]
fn the_browsers_own_shortcuts_stay_its_own() {
    for key in ["a", "c", "f"] {
        let with_control = Pressed {
            other_modifier: true,
            ..pressed(key, false)
        };
        assert_eq!(act_of(with_control, true), None, "{key}");
    }
    for key in ["Enter", "Tab", " ", "Escape", "x", "ArrowDown"] {
        assert_eq!(act_of(pressed(key, true), true), None, "{key}");
    }
}

#[test]
fn alt_that_types_another_letter_counts_by_its_key() {
    let on_a_mac = Pressed {
        key: "å",
        code: "KeyA",
        alt: true,
        other_modifier: false,
    };
    assert_eq!(act_of(on_a_mac, false), Some(Act::Approve));
}
