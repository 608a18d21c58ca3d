use super::*;

#[test]
fn percentages_are_read_as_people_type_them() {
    assert_eq!(thousandths("12.5"), Some(125));
    assert_eq!(thousandths(" 12,5 % "), Some(125));
    assert_eq!(thousandths("100"), Some(1000));
    for wrong in ["", "101", "-1", "doce", "NaN"] {
        assert_eq!(thousandths(wrong), None, "{wrong}");
    }
    for number in [0, 5, 125, 1000] {
        assert_eq!(thousandths(&percent(number)), Some(number));
    }
}

#[test]
fn a_turned_picture_lies_within_its_sides() {
    // The corner that comes to lie at the origin, after each turn.
    let sides = |turn| turned(turn, 40, 30);
    assert_eq!(
        sides(Turn::None),
        (40, 30, "translate(0 0) rotate(0)".into())
    );
    assert_eq!(
        sides(Turn::Quarter),
        (30, 40, "translate(30 0) rotate(90)".into())
    );
    assert_eq!(
        sides(Turn::Half),
        (40, 30, "translate(40 30) rotate(180)".into())
    );
    assert_eq!(
        sides(Turn::ThreeQuarters),
        (30, 40, "translate(0 40) rotate(270)".into())
    );
}
