//! People find a name as they remember it.

use proptest::prelude::*;

use super::*;

fn closeness(query: &str, name: &str) -> Option<Closeness> {
    SoughtWords::of(query)
        .unwrap_or_else(|| panic!("{query:?} has no word"))
        .closeness(&SearchedName::of(name, None))
}

#[track_caller]
fn all_find(name: &str, queries: &[&str]) {
    for query in queries {
        assert!(
            closeness(query, name).is_some(),
            "{query:?} finds no {name:?}"
        );
    }
}

#[track_caller]
fn none_finds(name: &str, queries: &[&str]) {
    for query in queries {
        assert_eq!(closeness(query, name), None, "{query:?} finds {name:?}");
    }
}

#[test]
fn words_in_any_order_without_accents_case_or_commas() {
    all_find(
        "María Guadalupe Peña-Núñez",
        &[
            "maria",
            "PEÑ",
            "núñ mar",
            "guada pena-",
            "PEÑA NÚÑEZ, MARÍA GUADALUPE",
            "Pen\u{303}a",
            "Mari\u{301}a",
            "pena\u{200B}",
            "pe\u{AD}ña",
            "maria  guadalupe",
        ],
    );
    none_finds(
        "María Guadalupe Peña-Núñez",
        &["aria", "maria lopez", "guadalajara"],
    );
    assert_eq!(
        closeness("muñoz ana", "Ana Muñoz"),
        closeness("MUÑOZ, ANA", "Ana Muñoz")
    );
}

#[test]
fn the_closest_stand_first() {
    let order = |query: &str| {
        let mut names = ["Penagos", "Peña", "Peñaloza", "Pena"];
        names.sort_by_key(|it| closeness(query, it));
        names
    };
    assert_eq!(order("pena"), ["Pena", "Peña", "Penagos", "Peñaloza"]);
    assert_eq!(order("peña"), ["Peña", "Pena", "Peñaloza", "Penagos"]);
    for (query, same, folded, begins) in [
        ("canas", "Canas", "Cañas", "Canasta"),
        ("nunez", "Nunez", "Núñez", "Nunezuela"),
        ("gonzales", "Gonzales", "Gonzales", "Gonzalesmier"),
    ] {
        assert_eq!(closeness(query, same), Some(Closeness::Same), "{query}");
        assert!(
            closeness(query, folded) <= Some(Closeness::SameFolded),
            "{query}"
        );
        assert_eq!(closeness(query, begins), Some(Closeness::Begins), "{query}");
    }
    assert_eq!(closeness("gonzales", "González"), Some(Closeness::Near));
    assert_eq!(
        closeness("ana gonzales", "Ana González"),
        Some(Closeness::Near)
    );
}

#[test]
fn apostrophes_are_typed_in_every_way_and_left_out() {
    for mark in ['\'', '’', '‘', '´', '`', 'ʼ', 'ꞌ', '′', '＇'] {
        all_find(
            &format!("Patricia O{mark}Farrill Gámez"),
            &[
                "o'farrill",
                "o’farrill",
                "o´farrill",
                "o`farrill",
                "ofarrill",
                "o farrill",
                "farrill",
                "O'FARRILL GAMEZ",
                "oʼfarr",
            ],
        );
        all_find(
            &format!("Sak Ik{mark}al May"),
            &["ik'al", "ik’al", "ikꞌal", "ikal", "ik al", "ik´al"],
        );
    }
    all_find(
        "Nikol Rodríguez de L´Orme",
        &["lorme", "l'orme", "l orme", "orme", "de lorme"],
    );
    all_find(
        "Juan José D'Amico Álvarez",
        &["damico", "d'amico", "d amico", "amico juan"],
    );
    none_finds("Lucía Oceguera Paz", &["o'farrill", "ofarrill"]);
}

#[test]
fn words_written_together_and_apart() {
    all_find(
        "Ana Saint\u{2011}Charles Pech",
        &[
            "saint charles",
            "saintcharles",
            "saint-charles",
            "saint–charles",
            "saintch",
        ],
    );
    all_find(
        "Rosa McGregor Chi",
        &["mc gregor", "mcgregor", "macgregor", "mac gregor", "gregor"],
    );
    all_find(
        "Rosa Mac Gregor Chi",
        &["mc gregor", "mcgregor", "macgregor", "mac gregor"],
    );
    all_find(
        "Rosa MacGregor Chi",
        &["mc gregor", "mcgregor", "macgregor", "mac gregor"],
    );
    all_find(
        "Juan de la Cruz Villaseñor",
        &[
            "delacruz",
            "dela cruz",
            "villa señor",
            "villa senor",
            "cruz de la",
        ],
    );
    all_find("Ana Delacruz", &["de la cruz"]);
}

#[test]
fn abbreviations_are_found_by_what_they_mean_and_back() {
    for name in [
        "Ma. del Carmen Ruiz",
        "MA DEL CARMEN RUIZ",
        "Mª del Carmen Ruiz",
        "M.ª del Carmen Ruiz",
        "María del Carmen Ruiz",
    ] {
        all_find(
            name,
            &[
                "maria del carmen",
                "ma. del carmen",
                "Ma del carmen ruiz",
                "mª carmen",
                "María Carmen",
            ],
        );
    }
    all_find(
        "J. Jesús Fco. Hdez.",
        &[
            "jose de jesus",
            "j jesus",
            "francisco",
            "hernandez",
            "jesús hernández",
        ],
    );
    all_find("J Guadalupe Soto", &["jose guadalupe"]);
    all_find(
        "José Guadalupe Martínez",
        &["j. gpe. mtz", "jose gpe", "J. Guadalupe"],
    );
    all_find("Alej. Sto. Domingo", &["alejandro santo domingo"]);
    none_finds("Ma. del Carmen Ruiz", &["mercedes del carmen", "jose"]);
    none_finds("O Y", &["ocampo", "yolanda"]);
}

#[test]
fn one_slip_in_a_long_word_and_other_spellings() {
    all_find(
        "Xóchitl Hernández Villaseñor",
        &[
            "hernadez",
            "hernnadez",
            "hermandez",
            "hrenandez",
            "xochilt",
            "villasenor",
            "ernandes",
        ],
    );
    none_finds(
        "Xóchitl Hernández Villaseñor",
        &["hrnadez", "vila", "herrera"],
    );
    all_find(
        "Luis Baldés Jiménez",
        &["luiz", "valdez", "ximenez", "gimenes"],
    );
    all_find("Javier Leyva Yáñez", &["xavier leiva", "llanes"]);
    none_finds("Luis Mora", &["lupe", "mara", "lois"]);
}

#[test]
fn a_search_without_a_word_is_none_and_a_lone_letter_finds_its_own_name_only() {
    for empty in [
        "", ".", " ", "'", "´`", "\u{301}", "…", "💃🏽", "\0", "-,-", "\u{200B}",
    ] {
        assert!(SoughtWords::of(empty).is_none(), "{empty:?}");
    }
    assert_eq!(closeness("o", "Y O"), Some(Closeness::Same));
    assert_eq!(closeness("o", "Olga Ortiz"), None);
    assert_eq!(closeness("o ortiz", "Olga Ortiz"), Some(Closeness::Begins));
    assert_eq!(closeness("de", "Ana de la O"), Some(Closeness::Same));
    assert_eq!(closeness("de", "Ana Delgado"), None);
}

#[test]
fn nicknames_are_names_of_their_own() {
    let name = SearchedName::of("Itzel Baʼax", Some("La Flaca 💃🏽"));
    let found = |query: &str| SoughtWords::of(query).unwrap().closeness(&name);
    assert_eq!(found("flaca"), Some(Closeness::Same));
    assert_eq!(found("baax"), Some(Closeness::Same));
    assert_eq!(found("baaxla"), None);
}

proptest! {
    #[test]
    fn whoever_is_named_as_typed_is_found_first(name in "[A-ZÑ][a-zñáé]{1,8}( [A-ZÑ][a-zñáéíóú']{1,9}){1,3}") {
        prop_assume!(SoughtWords::of(&name).is_some());
        prop_assert_eq!(closeness(&name, &name), Some(Closeness::Same));
        let mut words: Vec<&str> = name.split(' ').collect();
        words.reverse();
        prop_assert_eq!(closeness(&words.join(", "), &name), Some(Closeness::Same));
    }

    #[test]
    fn nothing_that_is_typed_breaks_it(query in ".{0,80}", name in ".{0,40}") {
        if let Some(sought) = SoughtWords::of(&query) {
            let _ = sought.closeness(&SearchedName::of(&name, Some(&query)));
        }
    }
}
