//! The draw is fair over a day and the same for everyone.

use super::*;

fn id(number: u8) -> CandidacyId {
    format!("00000000-0000-7000-8000-0000000000{number:02x}")
        .parse()
        .unwrap()
}

#[test]
fn each_heads_the_list_equally_often() {
    let mut drawn: Vec<u8> = (0..4).collect();
    drawn.sort_by_key(|n| draw_key("semilla", "governorship", &id(*n)));
    let mut heads = [0u8; 4];
    for hour in 0..24 {
        let mut list = drawn.clone();
        rotate(&mut list, hour);
        heads[usize::from(list[0])] += 1;
    }
    assert_eq!(heads, [6; 4]);
}

#[test]
fn another_seed_or_contest_is_another_draw() {
    let key = draw_key("a", "x", &id(1));
    assert_ne!(key, draw_key("b", "x", &id(1)));
    assert_ne!(key, draw_key("a", "y", &id(1)));
    // The separator keeps parts apart: ("ab", "c") is not ("a", "bc").
    assert_ne!(draw_key("ab", "c", &id(1)), draw_key("a", "bc", &id(1)));
}

#[test]
fn rotating_nothing_is_nothing() {
    let mut empty: [u8; 0] = [];
    rotate(&mut empty, 7);
}
