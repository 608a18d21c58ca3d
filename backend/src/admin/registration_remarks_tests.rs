use super::*;
use crate::admin::candidacy_rules::candidacy_rules_tests::{new, setup};
use crate::admin::candidacy_rules::tidy;

fn pointers(found: &[FieldError]) -> Vec<&str> {
    found.iter().map(|it| it.pointer.as_str()).collect()
}

#[test]
fn what_was_left_out_of_what_was_typed_is_told() {
    let mut it = new();
    assert_eq!(tidied(&it), []);
    it.registration.given_names = "L\u{331}uvya \u{200B}Itzel".into();
    it.private.notification_email = "mailto:Ana@Ejemplo.mx".into();
    it.private.notification_phone = "044 722 123 4567".into();
    assert_eq!(
        pointers(&tidied(&it)),
        [
            "/registration/given_names",
            "/private/notification_email",
            "/private/notification_phone"
        ]
    );
    it.registration.given_names = "Itzel".into();
    it.private.notification_email = " Ana@EJEMPLO.mx ".into();
    it.private.notification_phone = "722 123 4567".into();
    assert_eq!(tidied(&it), []);
}

#[test]
fn doubts_never_block() {
    let mut it = new();
    it.private.notification_email = "mailto:Ana@Gmial.com".into();
    it.private.curp = Some("TEBX800315HMCRLM04".into());
    it.private.birth_date = Some("1980-03-15".parse().unwrap());
    tidy(&mut it);
    assert_eq!(
        pointers(&doubts(&it)),
        ["/private/curp", "/private/notification_email"]
    );
}

#[test]
fn who_has_the_same_name_is_told_with_where_and_for_whom() {
    let named = |given: &str, first: &str| Registration {
        given_names: given.into(),
        first_surname: first.into(),
        ..new().registration
    };
    let standing: Vec<StandingRow> = [("Inés", "D'Amico León"), ("Ana", "Peña"), ("Ana", "Ruiz")]
        .into_iter()
        .map(|(given, first)| StandingRow {
            registration: named(given, first),
            actor: "Partido Uno".into(),
        })
        .collect();
    for (given, first, told) in [
        ("INES", "D AMICO LEON", Some("Inés D'Amico León, ")),
        ("Ana", "Pena", Some("Ana Peña, ")),
        ("Ana", "Mora", None),
    ] {
        let found = namesakes(&named(given, first), &standing, &setup());
        assert_eq!(found.len(), usize::from(told.is_some()), "{first}");
        for (it, told) in found.iter().zip(told) {
            assert!(it.detail.contains(told), "{}", it.detail);
            assert!(
                it.detail.contains("Nombre (Suplente), por Partido Uno"),
                "{}",
                it.detail
            );
        }
    }
}
