//! The draw is fair over a day and the same for everyone.

use super::*;

#[test]
fn each_formula_heads_the_list_equally_often_and_stays_together() {
    // Formula and role: 0 and 2 have an alternate.
    let drawn = [(0, 0), (0, 1), (1, 0), (2, 0), (2, 1), (3, 0)];
    let mut heads = [0u8; 4];
    for hour in 0..24 {
        let mut list = drawn;
        rotate(&mut list, hour, |a, b| a.0 == b.0);
        let (head, role) = list[0];
        assert_eq!(role, 0, "an alternate heads the list in hour {hour}");
        heads[head] += 1;
        for formula in [0, 2] {
            let titular = list.iter().position(|it| *it == (formula, 0)).unwrap();
            assert_eq!(list[titular + 1], (formula, 1), "hour {hour}");
        }
    }
    assert_eq!(heads, [6; 4]);
}

#[test]
fn another_seed_or_contest_is_another_draw() {
    let key = draw_key("a", "x", "1");
    assert_ne!(key, draw_key("b", "x", "1"));
    assert_ne!(key, draw_key("a", "y", "1"));
    // The separator keeps parts apart: ("ab", "c") is not ("a", "bc").
    assert_ne!(draw_key("ab", "c", "1"), draw_key("a", "bc", "1"));
}

#[test]
fn a_formula_is_a_place_of_an_actor_where_places_are_known() {
    let id = |number: u8| -> String { format!("00000000-0000-7000-8000-0000000000{number:02x}") };
    let (actor, other): (ActorId, ActorId) = (id(1).parse().unwrap(), id(2).parse().unwrap());
    let (ana, eva): (CandidacyId, CandidacyId) = (id(3).parse().unwrap(), id(4).parse().unwrap());
    let of = |office, actor, number, who| formula_text(Some(office), actor, number, who);
    let one = Office::MunicipalPresidency;
    assert_eq!(of(one, &actor, None, &ana), of(one, &actor, None, &eva));
    assert_ne!(of(one, &actor, None, &ana), of(one, &other, None, &ana));
    let list = Office::Regiduria;
    assert_eq!(
        of(list, &actor, Some(3), &ana),
        of(list, &actor, Some(3), &eva)
    );
    assert_ne!(
        of(list, &actor, Some(3), &ana),
        of(list, &actor, Some(4), &ana)
    );
    assert_ne!(of(list, &actor, None, &ana), of(list, &actor, None, &eva));
}

#[test]
fn rotating_nothing_is_nothing() {
    let mut empty: [u8; 0] = [];
    rotate(&mut empty, 7, |a, b| a == b);
}
