use std::collections::BTreeSet;

use super::*;

fn at(step: &str, done: usize, total: usize) -> HowFar {
    HowFar {
        step: step.to_owned(),
        told: format!("{step}: {done}"),
        done,
        total,
    }
}

#[test]
fn nine_thousand_looks_at_one_step_are_announced_eleven_times() {
    let all = (0..=9_000).map(|done| at("Revisando", done, 9_000).announced());
    let all: BTreeSet<String> = all.collect();
    assert_eq!(all.len(), 11, "{all:?}");
}

#[test]
fn each_step_is_announced_by_its_name() {
    assert_eq!(at("Leyendo", 0, 40).announced(), "Leyendo");
    assert_ne!(
        at("Leyendo", 40, 40).announced(),
        at("Guardando", 40, 40).announced()
    );
    assert_eq!(HowFar::uncounted("Se envía").announced(), "Se envía");
}
