//! Passwords that lean on what anyone knows.

use proptest::prelude::*;

use super::*;

const OWNER: [&str; 3] = ["laura.mendez", "Laura Méndez Ríos", "Raíz y Rumbo"];

fn codes(password: &str) -> Vec<String> {
    let found = objections("/new_password", password, &OWNER);
    found.into_iter().map(|it| it.code).collect()
}

#[test]
fn words_of_the_system_and_the_owner_are_refused_however_they_are_dressed() {
    for password in [
        "Conóceles-2029!!",
        "c0n0c3l3s.2027",
        "conoceles-ieem-2026",
        "¡¡IEEM 2026 ieem!!",
        "mi laura.mendez clave",
        "LAURA-MENDEZ-1987",
        "Méndez Ríos 2027",
        "raizyrumbo2027",
        "Elecciones2027!",
        "Contraseña1234",
        "p@ssw0rd20262027",
        "c4ndidat0-2027",
        "1eem 2027 2028",
    ] {
        assert_eq!(codes(password), ["context"], "{password}");
    }
    assert_eq!(codes("aaaaaaaaaaaaaaa"), ["repetitive"]);
    assert_eq!(codes("ieem ieem ieem"), ["context", "repetitive"]);
}

#[test]
fn a_phrase_may_hold_such_a_word() {
    for password in [
        "tres jacarandas moradas",
        "mi abuela vive en toluca desde chica",
        "laura riega siete bugambilias",
        "水水火火木金土日月 日本語のパスワード",
    ] {
        assert!(codes(password).is_empty(), "{password}");
    }
}

proptest! {
    #[test]
    fn decorations_never_help(word in prop::sample::select(CONTEXT), tail in "[0-9!#._-]{0,20}") {
        let after = format!("{word}{tail}");
        prop_assert!(is_context(&after, &[]));
        let before = format!("{tail}{}", word.to_uppercase());
        prop_assert!(is_context(&before, &[]));
    }

    #[test]
    fn any_text_is_read(password in "\\PC{0,140}") {
        let _ = objections("/new_password", &password, &OWNER);
    }
}
