use super::*;

#[test]
fn letters_of_every_latin_alphabet_are_a_name_and_pictures_are_not() {
    for name in [
        "Itzel Baʼax Kꞌuk",
        "Ḻuvya Ts'unún Cɨtɨ",
        "Hñähñu Ñūñez",
        "Yolo’tzin",
        "O",
        "Núñez-Ortiz",
        "ẍ q\u{301}",
        "\"El Güero\"",
        "Tlalpan Ɂna Ŋulu",
        "Gal·la",
        "O′Farrill",
        "D/Amico",
        "1.º",
    ] {
        assert_eq!(name_trouble(name), None, "{name}");
    }
    for name in [
        "La Flaca 💃🏽",
        "❤",
        "1\u{FE0F}\u{20E3}",
        "★ Ana",
        "🇲🇽",
        "\u{F8FF}",
    ] {
        assert!(name_trouble(name).is_some(), "{name}");
    }
}

#[test]
fn what_is_left_of_a_lost_letter_is_no_name() {
    for (name, told) in [
        ("Pe\u{FFFD}da", "«\u{FFFD}»"),
        ("Pe?a", "«?»"),
        ("Jos?", "«?»"),
        ("?lvarez", "«?»"),
        ("Mu€oz", "«€»"),
        ("PeÃ±a", "«Peña»"),
        ("MarÃa", "escríbalas de nuevo"),
        ("<b>Pérez</b>", "código"),
        ("Pe&ntilde;a", "código"),
        ("Pe&#241;a", "código"),
    ] {
        let found = name_trouble(name).unwrap_or_default();
        assert!(found.contains(told), "{name}: {found}");
    }
}

#[test]
fn a_letter_of_another_script_is_named() {
    for (name, told) in [
        (
            "\u{410}na",
            "Esta «\u{410}» es cirílica, aunque parece la letra «A»",
        ),
        ("\u{420}\u{435}r\u{435}z", "«\u{420}» es cirílica"),
        ("\u{391}na", "es griega"),
        ("陳", "«陳» es una letra china"),
        ("Ａna", "de ancho doble"),
        ("𝐀na", "de las matemáticas"),
        ("محمد", "árabe"),
    ] {
        let found = name_trouble(name).unwrap_or_default();
        assert!(found.contains(told), "{name}: {found}");
    }
}

#[test]
fn what_persons_name_has_letters_too() {
    for name in [
        "Coalición «¡Va por México!»",
        "¿Quién?, A. C.",
        "PT + MORENA",
        "Partido A&B",
        "Elección 2024–2027 · Prueba",
        "Agrupación Tlahtoa Kꞌo'ox",
    ] {
        assert_eq!(title_trouble(name), None, "{name}");
    }
    for name in [
        "Partido 💃",
        "Coalici?n",
        "Elecci\u{FFFD}n",
        "<i>Juntos</i>",
        "Partid\u{43E}",
        "UniÃ³n",
    ] {
        assert!(title_trouble(name).is_some(), "{name}");
    }
}

#[test]
fn one_name_is_one_however_it_is_written() {
    for (one, other) in [
        ("D'Amico", "D AMICO"),
        ("O'Farrill", "O’Farrill"),
        ("Ana O′Farrill", "ANA OFARRILL"),
        ("Ikꞌal", "Ik'al"),
        ("José  PEÑA", "jose pena"),
        ("Saint-Charles", "Saint Charles"),
        ("Ma. del Carmen", "María del Carmen"),
        ("N\u{303}un\u{303}ez", "Ñuñez"),
    ] {
        assert_eq!(name_key(one), name_key(other), "{one} {other}");
    }
    assert_ne!(name_key("Ana Peña Ruiz"), name_key("Ana Peña"));
}

#[test]
fn a_name_that_comes_back_is_known_again() {
    for (returned, written) in [
        ("Ana Peña", "Ana PeÃ±a"),
        ("Ana PeÃ±a", "Ana Peña"),
        ("ANA PENA", "Ana Peña"),
        ("Ana Pe?a", "Ana Peña"),
        ("Itzel Ba?ax K?uk", "Itzel Baʼax Kꞌuk"),
        ("Jos\u{FFFD} N\u{FFFD}\u{FFFD}ez", "José Núñez"),
        ("'=Ana", "=Ana"),
    ] {
        assert!(is_same_name(returned, written), "{returned} {written}");
    }
    for (returned, written) in [
        ("Ana Peña", "Ana Pérez"),
        ("???", "Ana Peña"),
        ("A?", "Ana Peña"),
        ("", "Ana Peña"),
        ("Ana P?rez", "Ana Peña"),
    ] {
        assert!(!is_same_name(returned, written), "{returned} {written}");
    }
}

#[test]
fn a_sign_where_a_letter_was_is_found() {
    for (name, sign) in [("PE„ALOZA", '„'), ("MU?OZ", '?'), ("PE€A", '€')] {
        assert_eq!(sign_for_a_letter(name), Some(sign));
    }
    for name in [
        "BA'AX",
        "SÁNCHEZ-PEÑA",
        "O’FARRILL",
        "PRI/PVEM",
        "MARÍA \"LUPITA\" (A)",
        "C.P. ANA",
    ] {
        assert_eq!(sign_for_a_letter(name), None, "{name}");
    }
}
