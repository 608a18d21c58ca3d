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
