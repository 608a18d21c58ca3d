use super::*;

fn private() -> PrivateData {
    PrivateData {
        curp: Some("CURP".into()),
        voter_key: None,
        rfc: Some("RFC".into()),
        birth_date: None,
        notification_email: "avisos@partido.example".into(),
        notification_phone: "7220000000".into(),
    }
}

#[test]
fn what_is_left_out_stays_and_what_is_erased_goes() {
    let edit = PrivateEdit {
        voter_key: Some("CLAVE".into()),
        notification_phone: Some("7221111111".into()),
        erase: vec![PrivateField::Rfc],
        ..PrivateEdit::default()
    };
    let after = with_private_edit(&private(), &edit);
    assert_eq!(after.curp.as_deref(), Some("CURP"));
    assert_eq!(after.voter_key.as_deref(), Some("CLAVE"));
    assert_eq!(after.rfc, None);
    assert_eq!(after.notification_email, "avisos@partido.example");
    assert_eq!(
        changed_fields(&private(), &after),
        [
            PrivateField::VoterKey,
            PrivateField::Rfc,
            PrivateField::NotificationPhone
        ]
    );
    assert!(wrong_erasures(&edit).is_none());
    let without_contact = PrivateEdit {
        erase: vec![PrivateField::NotificationEmail],
        ..PrivateEdit::default()
    };
    assert!(wrong_erasures(&without_contact).is_some());
}

#[test]
fn a_place_is_fixed_by_a_receipt_by_the_log_and_by_whose_it_was() {
    let free = PlaceFacts {
        submitted: None,
        was_public: false,
        is_substitute: false,
    };
    assert_eq!(fixed_place(free), None);
    let at = "2027-03-01T18:00:00Z".parse().ok();
    for (facts, word) in [
        (
            PlaceFacts {
                submitted: at,
                ..free
            },
            "acuse",
        ),
        (
            PlaceFacts {
                was_public: true,
                ..free
            },
            "bitácora",
        ),
        (
            PlaceFacts {
                is_substitute: true,
                ..free
            },
            "sustituye",
        ),
    ] {
        let why = fixed_place(facts).unwrap();
        assert!(why.contains(word) && why.contains("cancele"), "{why}");
    }
}
