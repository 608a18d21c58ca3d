use proptest::prelude::*;

use super::*;

#[test]
fn what_is_around_an_address_goes() {
    for text in [
        "ana@ejemplo.example",
        " ana@EJEMPLO.example ",
        "mailto:ana@ejemplo.example",
        "MAILTO:ana@ejemplo.example?subject=Hola",
        "Ana Robles <ana@ejemplo.example>",
        "\"Robles, Ana\" <ana@ejemplo.example>",
        "<ana@ejemplo.example>",
        "(ana@ejemplo.example)",
        "Correo: ana@ejemplo.example",
        "ana@ejemplo.example.",
        "ana@ejemplo.example;",
        "ana @ejemplo.example",
        "ana@ ejemplo.example",
        "ana@ejemplo .example",
        "ana@ejemplo.example\u{200B}",
        "\u{A0}ana@ejemplo.example\u{A0}",
        "ana＠ejemplo.example",
        "ana@ejemplo.example <ana@ejemplo.example>",
    ] {
        assert_eq!(
            email_address(text).as_deref(),
            Ok("ana@ejemplo.example"),
            "{text:?}"
        );
    }
    assert_eq!(
        email_address("Ana.Robles@Ejemplo.EXAMPLE").as_deref(),
        Ok("Ana.Robles@ejemplo.example")
    );
    for same in [
        "ana+campaña2024@ejemplo.example",
        "ana@peña.example",
        "peña@ejemplo.example",
    ] {
        assert_eq!(email_address(same).as_deref(), Ok(same));
    }
}

#[test]
fn what_is_no_address_says_what_to_do() {
    use EmailTrouble as T;
    let long = format!("{}@ejemplo.example", "a".repeat(65));
    let wide = format!("ana@{}.example", "e".repeat(70));
    for (text, trouble) in [
        ("ana@ejemplo.example; otra@ejemplo.example", T::Several),
        ("ana@ejemplo.example otra@ejemplo.example", T::Several),
        ("ana@ejemplo.example/otra@ejemplo.example", T::Several),
        ("ana@ejemplo,example", T::Comma),
        ("ana robles@ejemplo.example", T::Space),
        ("Ana Robles ana@ejemplo.example", T::Space),
        ("\"ana robles\"@ejemplo.example", T::Space),
        ("@ana", T::Handle),
        ("@", T::Nothing),
        ("ana.ejemplo.example", T::NoSign),
        ("no tengo", T::Nothing),
        ("n/a", T::Nothing),
        ("No proporcionó", T::Nothing),
        ("ana@localhost", T::Domain),
        ("ana@ejemplo", T::Domain),
        ("ana@-ejemplo.example", T::Domain),
        ("ana@[127.0.0.1]", T::Domain),
        ("ana@127.0.0.1", T::Domain),
        ("ana@", T::Domain),
        ("ana..robles@ejemplo.example", T::Local),
        (".ana@ejemplo.example", T::Local),
        ("a@@b.mx", T::Local),
        (&long, T::Local),
        (&wide, T::Domain),
    ] {
        assert_eq!(email_address(text), Err(trouble), "{text}");
    }
}

#[test]
fn a_slip_is_doubted_and_a_domain_of_its_own_is_not() {
    for (address, meant) in [
        ("ana@gmial.com", "gmail.com"),
        ("ana@gmail.con", "gmail.com"),
        ("ana@gmail.co", "gmail.com"),
        ("ana@gmal.com", "gmail.com"),
        ("ana@gmaill.com", "gmail.com"),
        ("ana@hotmial.com", "hotmail.com"),
        ("ana@hotmail.con", "hotmail.com"),
        ("ana@hotmal.con", "hotmail.com"),
        ("ana@outlok.com", "outlook.com"),
        ("ana@yaho.com.mx", "yahoo.com.mx"),
        ("ana@ejemplo.con", ".com"),
        ("ana@gmail.com.mx", "gmail.com"),
        ("ana@gmail.mx", "gmail.com"),
        ("ana@icloud.com.mx", "icloud.com"),
    ] {
        let doubt = email_doubt(address).unwrap_or_default();
        assert_eq!(doubt, format!("¿quiso decir {meant}?"), "{address}");
    }
    for fine in [
        "ana@gmail.com",
        "ana@yahoo.com.mx",
        "ana@ieem.org.mx",
        "ana@ejemplo.example",
        "ana@mi.com",
    ] {
        assert_eq!(email_doubt(fine), None, "{fine}");
    }
    assert!(email_doubt("peña@ejemplo.example").is_some());
    assert!(is_plain_ascii("ana@peña.example") && !is_plain_ascii("peña@ejemplo.example"));
}

#[test]
fn an_address_is_written_to_by_a_link() {
    assert_eq!(
        email_link("ana+1@ejemplo.mx").as_deref(),
        Some("mailto:ana+1@ejemplo.mx")
    );
    assert_eq!(
        email_link("a?b&c@ejemplo.mx").as_deref(),
        Some("mailto:a%3Fb%26c@ejemplo.mx")
    );
    for text in [
        "uno@ejemplo.mx y dos@ejemplo.mx",
        "javascript:alert(1)",
        "",
        "Ana <ana@ejemplo.mx>",
    ] {
        assert_eq!(email_link(text), None, "{text}");
    }
}

proptest! {
    #[test]
    fn what_was_taken_is_taken_again(text in "\\PC{0,40}", near in "[a-zñ.@ <>]{0,24}") {
        for text in [text, near] {
            if let Ok(address) = email_address(&text) {
                prop_assert_eq!(email_address(&address), Ok(address));
            }
        }
    }
}
