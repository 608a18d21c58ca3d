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

/// A copy that somebody took care to hide is found: by its fingerprints first, then by comparing.
#[test]
fn a_copy_in_disguise_is_found() {
    let town = PROPOSAL
        .replace("Toluca", "Zacazonapan")
        .replace("90 mil", "31 mil");
    let town = town
        .replace("55 kilómetros", "48 kilómetros")
        .replace("dos años", "tres años");
    let mut sentences: Vec<&str> = PROPOSAL.split_inclusive(". ").collect();
    sentences.reverse();
    let alike = |it: char| match it {
        'a' => 'а',
        'e' => 'е',
        'o' => 'ο',
        'p' => 'р',
        'c' => 'с',
        other => other,
    };
    let hide = |between: &str| {
        let words = PROPOSAL
            .split(' ')
            .map(|it| match it.char_indices().nth(2) {
                Some((at, _)) => format!("{}{between}{}", &it[..at], &it[at..]),
                None => it.to_owned(),
            });
        words.collect::<Vec<_>>().join(" ")
    };
    let every_sixth: Vec<_> = PROPOSAL
        .split(' ')
        .enumerate()
        .map(|(at, it)| if at % 6 == 5 { "sinónimo" } else { it })
        .collect();
    let half = PROPOSAL.len() / 2;
    let half = &PROPOSAL[..PROPOSAL[..half].rfind(' ').unwrap()];
    let other_half = &OTHER[OTHER[..150].rfind(' ').unwrap()..];
    for disguise in [
        town,
        PROPOSAL.to_uppercase(),
        sentences.join(" "),
        PROPOSAL.chars().map(alike).collect(),
        hide("\u{200B}"),
        hide("\u{AD}"),
        hide("\u{2060}\u{E0041}"),
        PROPOSAL
            .replace(". ", ".\n• ")
            .replace("red de ciclovías", "“red” de ‘ciclovías’"),
        format!("Vengo de una familia de panaderas y sé lo que cuesta abrir. {half}"),
        format!("{half} {other_half}"),
        PROPOSAL.replace('o', "0").replace('e', "3"),
    ] {
        let (one, other) = (Comparable::new(PROPOSAL), Comparable::new(&disguise));
        let share = one.likeness(&other);
        assert!(share >= THRESHOLD, "{share}: {disguise}");
        let kept = one.fingerprints();
        assert!(
            other.fingerprints().iter().any(|it| kept.contains(it)),
            "{disguise}"
        );
    }
    // With a word changed in every six, whether a fingerprint is shared is likely and no promise.
    assert!(likeness(PROPOSAL, &every_sixth.join(" ")) >= THRESHOLD);
}

#[test]
fn a_formula_of_law_in_common_is_no_copy() {
    let formula = "Con fundamento en los artículos 1, 4 y 115 de la Constitución Política de los Estados \
        Unidos Mexicanos y en la Ley General de los Derechos de Niñas, Niños y Adolescentes, propongo";
    let paths = "ciclovías seguras junto al río, con luminarias solares, talleres de reparación y un padrón \
        de bicicletas; la primera etapa mide nueve kilómetros y une tres secundarias";
    let one = Comparable::new(&format!("{formula} {PROPOSAL}"));
    for own in [OTHER, paths, "comedores."] {
        let other = Comparable::new(&format!("{formula} {own}"));
        assert!(one.likeness(&other) < THRESHOLD, "{own}");
        let kept = one.fingerprints();
        assert!(
            !other.fingerprints().iter().any(|it| kept.contains(it)),
            "{own}"
        );
    }
    let copied = Comparable::new(&format!("{formula} {}", PROPOSAL.to_lowercase()));
    assert!(near(one.likeness(&copied), 1.0));
}
