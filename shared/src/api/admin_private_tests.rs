use super::*;
use crate::api::field_errors;

fn errors(rfc: &str) -> Vec<(String, String)> {
    let data = PrivateData {
        curp: None,
        voter_key: None,
        rfc: Some(rfc.into()),
        birth_date: None,
        notification_email: "ana@ejemplo.mx".into(),
        notification_phone: "7221234567".into(),
    };
    let errors = data.validate().err().unwrap_or_default();
    field_errors(&errors)
        .into_iter()
        .map(|it| (it.pointer, it.detail))
        .collect()
}

#[test]
fn a_persons_rfc_has_13_characters_and_a_companys_12_are_refused() {
    let refused = [(
        "/rfc".to_owned(),
        "El RFC de una persona tiene 13 caracteres.".to_owned(),
    )];
    assert_eq!(errors("PEXA900607A1B"), []);
    assert_eq!(errors("PEX900607A1B"), refused);
    assert_eq!(errors("PEXA900607A1B2"), refused);
}

#[test]
fn mail_must_be_able_to_be_sent_and_no_sentence_repeats_it() {
    let told = |email: &str, phone: &str| {
        let data = PrivateData {
            curp: None,
            voter_key: None,
            rfc: None,
            birth_date: None,
            notification_email: email.into(),
            notification_phone: phone.into(),
        };
        let errors = data.validate().err().unwrap_or_default();
        field_errors(&errors)
    };
    for fine in [
        "mailto:ana@ejemplo.mx",
        "Ana <ana@ejemplo.mx>",
        "ana@gmial.com",
        "ana@peña.mx",
    ] {
        assert_eq!(told(fine, "+52 1 722 123 4567"), [], "{fine}");
    }
    for bad in [
        "peñaflor@ejemplo.mx",
        "no tengo",
        "ana@ejemplo",
        "a@uno.mx; b@dos.mx",
    ] {
        let errors = told(bad, "7221234567");
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert_eq!(errors[0].pointer, "/notification_email");
        assert!(!errors[0].detail.contains(bad) && errors[0].detail.ends_with('.'));
    }
    let errors = told("ana@ejemplo.mx", "12345");
    assert_eq!(errors[0].detail, "Deben ser 10 dígitos y hay 5.");
}
