use proptest::prelude::*;

use super::*;

const PROPOSAL: &str = "Ampliaremos la red de ciclovías en Toluca para que las personas trabajadoras \
    lleguen a su empleo sin depender del automóvil. Población objetivo: 90 mil personas que hoy \
    recorren menos de ocho kilómetros. Meta: 55 kilómetros confinados y estacionamientos seguros, \
    con apoyo de las personas comerciantes del centro. Plazo: dos años desde el primer día.";

const OTHER: &str = "Crearemos un centro de día para personas mayores en cada cabecera, con atención \
    médica básica, talleres de lectura y comedor. Lo operarán los sistemas municipales con personal \
    capacitado, y empezará por las localidades donde más personas viven solas según el último censo.";

fn likeness(one: &str, other: &str) -> f64 {
    Comparable::new(one).likeness(&Comparable::new(other))
}

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

#[test]
fn a_text_is_like_itself_whatever_its_accents_case_and_punctuation() {
    let shouted = PROPOSAL.to_uppercase().replace(['.', ','], " ; ");
    let bare = PROPOSAL
        .replace('í', "i")
        .replace('ó', "o")
        .replace('á', "a");
    for other in [PROPOSAL, &shouted, &bare, &PROPOSAL.replace(' ', "\n")] {
        assert!(near(likeness(PROPOSAL, other), 1.0), "{other}");
    }
}

#[test]
fn different_proposals_are_not_alike() {
    assert!(likeness(PROPOSAL, OTHER) < 0.05);
    assert!(near(likeness("", ""), 0.0));
    assert!(near(
        likeness("Sin trayectoria política", "Sin trayectoria"),
        0.0
    ));
}

#[test]
fn a_proposal_copied_into_a_longer_one_is_found() {
    let longer = format!("{OTHER} {PROPOSAL} {OTHER}");
    assert!(likeness(PROPOSAL, &longer) > 0.99);
    assert!(likeness(&longer, PROPOSAL) > 0.99);
}

#[test]
fn the_fragment_is_the_longest_passage_as_this_text_writes_it() {
    let copy = format!("Yo digo: {}", PROPOSAL.to_uppercase());
    let theirs = Comparable::new(&format!("{OTHER} {}", &PROPOSAL[19..200]));
    let fragment = Comparable::new(&copy).fragment(&theirs);
    assert!(
        fragment.before.ends_with("AMPLIAREMOS LA RED"),
        "{fragment:?}"
    );
    assert!(
        fragment.matched.starts_with("DE CICLOVÍAS EN TOLUCA"),
        "{fragment:?}"
    );
    assert!(fragment.after.ends_with('…'), "{fragment:?}");
    let whole = Comparable::new(PROPOSAL);
    let all = whole.fragment(&whole);
    assert_eq!((all.before.as_str(), all.after.as_str()), ("", ""));
}

#[test]
fn only_the_whole_is_a_hundred_percent() {
    assert_eq!(percent(1.0), 100);
    assert_eq!(percent(0.999), 99);
    assert_eq!(percent(0.81), 81);
    assert_eq!(percent(0.0), 0);
}

proptest! {
    #[test]
    fn likeness_is_symmetric_and_a_share(one in "[a-d ]{0,120}", other in "[a-d ]{0,120}") {
        let (there, back) = (likeness(&one, &other), likeness(&other, &one));
        prop_assert!(near(there, back));
        prop_assert!((0.0..=1.0).contains(&there));
    }

    /// A few words changed places: still the same text.
    #[test]
    fn shuffling_a_few_words_keeps_it_alike(swaps in prop::collection::vec((0_usize..50, 0_usize..50), 1..3)) {
        let mut words: Vec<&str> = PROPOSAL.split_whitespace().collect();
        for (one, other) in swaps {
            words.swap(one, other);
        }
        prop_assert!(likeness(PROPOSAL, &words.join(" ")) >= THRESHOLD);
    }

    #[test]
    fn unrelated_words_are_not_alike(words in prop::collection::vec("[a-z]{4,9}", 12..80)) {
        prop_assert!(likeness(PROPOSAL, &words.join(" ")) < THRESHOLD);
    }

    #[test]
    fn a_fragment_is_never_empty_where_texts_are_alike(from in 0_usize..20, to in 35_usize..55) {
        let words: Vec<&str> = PROPOSAL.split_whitespace().collect();
        let part = words[from..to.min(words.len())].join(" ");
        let fragment = Comparable::new(PROPOSAL).fragment(&Comparable::new(&part));
        prop_assert!(!fragment.matched.is_empty());
    }
}
