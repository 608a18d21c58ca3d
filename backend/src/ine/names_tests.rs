use super::{doubt, lost_letter};

#[test]
fn spaces_within_words_are_seen() {
    for name in [
        "G o m ez M o re n o",
        "Pe d roH u m b er t o G o m ez",
        "L U I S PEREZ",
    ] {
        assert!(doubt(name).is_some(), "{name}");
    }
    for name in [
        "ITZEL CANUL UC",
        "JOSE UC EK",
        "J. JESUS ALDERETE GODOY",
        "MA. DE LOS ANGELES Y DE LA O",
        "NADIA DE LA O YAÑEZ",
    ] {
        assert!(doubt(name).is_none(), "{name}");
    }
    assert!(doubt("ANA").is_some());
}

#[test]
fn a_sign_where_a_letter_was_is_found() {
    for (name, sign) in [("PE„ALOZA", '„'), ("MU?OZ", '?'), ("PE€A", '€')] {
        assert_eq!(lost_letter(name), Some(sign));
    }
    for name in [
        "BA'AX",
        "SÁNCHEZ-PEÑA",
        "O’FARRILL",
        "PRI/PVEM",
        "MARÍA \"LUPITA\" (A)",
        "C.P. ANA",
    ] {
        assert_eq!(lost_letter(name), None, "{name}");
    }
}
