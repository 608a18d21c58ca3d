use super::*;

#[test]
fn nouns_have_their_feminine() {
    for (masculine, expected) in [
        ("niños", "niñas"),
        ("trabajadores", "trabajadoras"),
        ("jóvenes", "jóvenes"),
        ("padres", "madres"),
        ("jueces", "juezas"),
        ("alcaldes", "alcaldesas"),
        ("mayores", "mayores"),
    ] {
        assert_eq!(feminine(masculine), expected);
    }
}

#[test]
fn adjectives_agree() {
    let feminine_singular = Agreement {
        feminine: true,
        plural: false,
    };
    for (adjective, expected) in [
        ("honestos", "honesta"),
        ("responsables", "responsable"),
        ("locales", "local"),
        ("trabajadores", "trabajadora"),
        ("mayores", "mayor"),
        ("indígenas", "indígena"),
        ("jóvenes", "joven"),
        ("mexiquenses", "mexiquense"),
    ] {
        assert_eq!(inflect(adjective, feminine_singular), expected);
    }
    assert_eq!(inflect("honestos", Agreement::FEMININE_PLURAL), "honestas");
}

#[test]
fn plurals_follow_their_ending() {
    for (one, many) in [
        ("sorda", "sordas"),
        ("mayor", "mayores"),
        ("feliz", "felices"),
        ("lunes", "lunes"),
    ] {
        assert_eq!(plural(one), many);
    }
    assert_eq!((and("hijos"), and("hielos"), and("niños")), ("e", "y", "y"));
}

#[test]
fn verbs_in_the_plural_are_told_from_other_words() {
    for verb in ["exigen", "pagan", "quieren", "llegaron", "queremos", "que"] {
        assert!(asks_plural(verb), "{verb}");
    }
    for other in ["con", "nacion", "razon", "sin", "casa", "de", "tambien"] {
        assert!(!asks_plural(other), "{other}");
    }
}
