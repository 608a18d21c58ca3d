//! Common passwords are refused in any dress, and phrases are not.

use super::*;

fn codes(password: &str) -> Vec<String> {
    let owner = PasswordOwner {
        login: "laura.mendez".into(),
        name: "Laura Méndez Ríos".into(),
        actor: Some("Raíz y Rumbo".into()),
    };
    let found = against(password, &owner);
    found.into_iter().map(|it| it.code).collect()
}

#[test]
fn common_passwords_are_refused_in_any_dress() {
    for password in [
        "TeAmoMucho2026!",
        "teamomuchoteamomucho",
        "Mariposa.Monarca.77",
        "Guadalajara1988",
        "J4l1sc0.1988.09",
        "chivas-rayadas-1",
        "¡¡Superman1978!!",
        "il0vey0u-il0vey0u",
        "qwertyuiop123",
        "Diciembre-2026",
        "anesartnoc 2027",
        "1nv1t4d0-2027-2028",
    ] {
        let found = codes(password);
        assert!(
            found.iter().any(|it| it == "common" || it == "guessable"),
            "{password}: {found:?}"
        );
    }
}

#[test]
fn patterns_without_words_are_guessable() {
    for password in [
        "123456789012",
        "24/11/1987--",
        "q1w2e3r4t5y6",
        "1qaz2wsx3edc",
    ] {
        assert_eq!(codes(password), ["guessable"], "{password}");
    }
}

#[test]
fn phrases_and_drawn_passwords_are_welcome() {
    for password in [
        "tres jacarandas moradas",
        "el tlacuache desayuna pambazos fríos",
        "correct horse battery staple",
        "nube4-lirio-cedro-trigo",
        "x7#Kq!2vRb9z",
        "日本語のパスワードです長い文",
        &"una frase muy larga ".repeat(6),
    ] {
        assert!(
            codes(password).is_empty(),
            "{password}: {:?}",
            codes(password)
        );
    }
}

#[test]
fn the_lists_hold_over_a_thousand_words_without_spaces_or_accents() {
    assert!(CORES.len() > 1_200, "{}", CORES.len());
}
