use chrono::NaiveDate;
use serde_json::{Value, json};

use super::*;
use crate::questionnaire::{
    Completeness, SectionContent, completeness, missing, parse, tidied, warnings,
};

fn state(value: &Value) -> Completeness {
    let limits = Limits::default();
    completeness(
        parse(Section::Contact, value, &limits).ok().as_ref(),
        &limits,
    )
}

fn contact(value: &Value) -> Contact {
    match parse(Section::Contact, value, &Limits::default()) {
        Ok(SectionContent::Contact(contact)) => contact,
        other => panic!("{other:?}"),
    }
}

fn refused(value: &Value) -> Vec<(String, IssueCode)> {
    let issues = parse(Section::Contact, value, &Limits::default()).unwrap_err();
    issues
        .into_iter()
        .map(|issue| (issue.pointer, issue.code))
        .collect()
}

fn link(address: &str) -> Value {
    json!({"website": {"value": address}})
}

#[test]
fn one_value_or_all_flagged_is_enough() {
    assert_eq!(state(&json!({})), Completeness::Empty);
    assert_eq!(
        state(&json!({"facebook": null, "tiktok": {"value": " "}})),
        Completeness::Empty
    );
    assert_eq!(
        state(&json!({"facebook": {"not_provided": true}})),
        Completeness::InProgress
    );
    let one =
        json!({"facebook": {"not_provided": true}, "public_phones": {"value": ["7221234567"]}});
    assert_eq!(state(&one), Completeness::Complete);
    assert_eq!(
        state(&json!({"not_provided": true})),
        Completeness::NotProvided
    );
    let all = SectionContent::Contact(Contact::not_provided()).to_value();
    assert_eq!(all.as_object().map(Map::len), Some(10));
    assert_eq!(state(&all), Completeness::NotProvided);
    let left = missing(
        &SectionContent::Contact(Contact::default()),
        &Limits::default(),
    );
    assert_eq!((left.len(), left[0].code), (1, IssueCode::Required));
}

#[test]
fn a_flag_excludes_a_value() {
    let both = json!({"facebook": {"value": "https://facebook.com/a", "not_provided": true}});
    assert_eq!(
        refused(&both),
        [("/facebook".to_owned(), IssueCode::Exclusive)]
    );
    let whole = json!({"not_provided": true, "facebook": {"value": "https://facebook.com/a"}});
    assert_eq!(refused(&whole), [(String::new(), IssueCode::Exclusive)]);
    let word = json!({"facebook": {"not_provided": "sí"}});
    assert_eq!(
        refused(&word),
        [("/facebook/not_provided".to_owned(), IssueCode::WrongType)]
    );
}

#[test]
fn addresses_are_full_ones() {
    for good in [
        "https://www.facebook.com/una.candidata",
        "http://ejemplo.mx",
        "https://ejemplo.mx:8443/a?b=c#d",
        "https://medium.com/@alguien",
        "https://niñez.mx/ñ",
        "HTTPS://Ejemplo.MX/Ruta",
    ] {
        assert!(
            parse(Section::Contact, &link(good), &Limits::default()).is_ok(),
            "{good}"
        );
    }
    for bad in [
        "@una",
        "javascript:alert(1)",
        "javascript://ejemplo.mx/%0aalert(1)",
        "ftp://ejemplo.mx",
        "https://usuario:clave@ejemplo.mx",
        "https://ejemplo",
        "https://.mx",
        "https://ejemplo..mx",
        "https://-a.mx",
        "https://192.168.0.1/",
        "https://[::1]/",
        "https://ejemplo.mx/con espacio",
        "https://ejemplo.mx\\@otro.mx",
        "https://ejemplo.mx:999999",
        "https://",
    ] {
        assert_eq!(
            refused(&link(bad)),
            [("/website/value".to_owned(), IssueCode::InvalidFormat)],
            "{bad}"
        );
    }
    let read = contact(&link("HTTPS://Ejemplo.MX/Ruta"));
    assert_eq!(
        read.website,
        Some(Answer::of("https://ejemplo.mx/Ruta".to_owned()))
    );
}

#[test]
fn addresses_have_a_maximum() {
    let address = |count: usize| format!("https://a.mx/{}", "a".repeat(count - 13));
    assert!(parse(Section::Contact, &link(&address(255)), &Limits::default()).is_ok());
    let expected = [("/website/value".to_owned(), IssueCode::TooLong)];
    assert_eq!(refused(&link(&address(256))), expected);
}

#[test]
fn phones_are_ten_digits_and_the_message_says_how_many_there_are() {
    let read = contact(&json!({"public_phones": {"value": ["722 123-45 67", "", null]}}));
    assert_eq!(
        read.public_phones,
        Some(Answer::of(vec!["7221234567".to_owned()]))
    );
    let short = json!({"public_phones": {"value": ["72212345"]}});
    let issues = parse(Section::Contact, &short, &Limits::default()).unwrap_err();
    assert_eq!(issues[0].pointer, "/public_phones/value/0");
    assert_eq!(
        issues[0].detail,
        "Teléfono público de contacto 1: deben ser 10 dígitos y hay 8"
    );
    assert_eq!(issues[0].field(), "public_phones");
    for bad in ["+1 213 555 0147", "722123456a", "٧٢٢١٢٣٤٥٦٧"] {
        let body = json!({"public_phones": {"value": [bad]}});
        assert_eq!(refused(&body)[0].1, IssueCode::InvalidFormat, "{bad}");
    }
}

#[test]
fn emails_are_checked_simply() {
    let body = |email: &str| json!({"public_emails": {"value": [email]}});
    for good in [
        "a@b.mx",
        "una.candidata+prensa@correo.ejemplo.mx",
        "niña@ejemplo.mx",
    ] {
        assert!(
            parse(Section::Contact, &body(good), &Limits::default()).is_ok(),
            "{good}"
        );
    }
    for bad in [
        "a",
        "a@b",
        "@b.mx",
        "a@",
        "a b@c.mx",
        "a@@b.mx",
        ".a@b.mx",
        "a..b@c.mx",
        "a@b.1",
    ] {
        assert_eq!(refused(&body(bad))[0].1, IssueCode::InvalidFormat, "{bad}");
    }
    let long = format!("a@{}mx", "ejemplo.".repeat(15));
    assert_eq!(refused(&body(&long))[0].1, IssueCode::TooLong);
    let fits = format!("mailto:a@{}mx", "ejemplo.".repeat(14));
    assert!(parse(Section::Contact, &body(&fits), &Limits::default()).is_ok());
}

#[test]
fn lists_hold_up_to_three_different_items() {
    let body = |items: &[&str]| json!({"public_emails": {"value": items}});
    assert_eq!(
        refused(&body(&["a@b.mx", "A@B.mx"])),
        [("/public_emails/value/1".to_owned(), IssueCode::Duplicate)]
    );
    assert_eq!(
        refused(&body(&["a@b.mx", "b@b.mx", "c@b.mx", "d@b.mx"])),
        [("/public_emails/value".to_owned(), IssueCode::TooMany)]
    );
    let text = json!({"public_emails": {"value": "a@b.mx"}});
    assert_eq!(
        refused(&text),
        [("/public_emails/value".to_owned(), IssueCode::WrongType)]
    );
}

#[test]
fn every_error_is_reported_at_once() {
    let body = json!({
        "facebook": "https://facebook.com/a",
        "youtube": {"value": 7},
        "linkedin": {"value": "x"},
        "campaign_addresses": {"value": ["x".repeat(251), "Calle\u{7} 1"]},
    });
    let mut found = refused(&body);
    found.sort();
    let expected = [
        ("/campaign_addresses/value/0", IssueCode::TooLong),
        ("/campaign_addresses/value/1", IssueCode::ForbiddenCharacter),
        ("/facebook", IssueCode::WrongType),
        ("/linkedin", IssueCode::UnknownField),
        ("/youtube/value", IssueCode::WrongType),
    ]
    .map(|(pointer, code)| (pointer.to_owned(), code));
    assert_eq!(found, expected);
}

#[test]
fn what_was_tidied_is_told_at_its_place() {
    let body = json!({
        "instagram": {"value": "@ana_robles"},
        "website": {"value": "https://ejemplo.mx"},
        "public_phones": {"value": ["7221234567", "044 55 1234 5678", "\u{202D}(722) 765-4321\u{202C}"]},
        "campaign_addresses": {"value": ["Calle\u{200B} 1"]},
    });
    let told = tidied(Section::Contact, &body, &Limits::default());
    let told: Vec<_> = told
        .iter()
        .map(|it| (it.pointer.as_str(), it.detail.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (
                "/instagram/value",
                "Instagram: se completó la dirección; revise que abra su página"
            ),
            (
                "/public_phones/value/1",
                "Teléfono público de contacto 2: se quitó el prefijo: desde agosto de 2019 ya no se \
                 marcan 01, 044, 045 ni el 1 después de +52"
            ),
            (
                "/public_phones/value/2",
                "Teléfono público de contacto 3: se quitaron 2 caracteres que no se ven"
            ),
            (
                "/campaign_addresses/value/0",
                "Domicilio de casa de campaña 1: se quitó 1 carácter que no se ve"
            ),
        ]
    );
    let read = contact(&body);
    assert_eq!(
        read.instagram,
        Some(Answer::of(
            "https://www.instagram.com/ana_robles".to_owned()
        ))
    );
    let phones = ["7221234567", "5512345678", "7227654321"].map(ToOwned::to_owned);
    assert_eq!(read.public_phones, Some(Answer::of(phones.to_vec())));
}

#[test]
fn a_doubtful_address_is_saved_with_a_question() {
    let body = json!({"public_emails": {"value": ["ana@ejemplo.mx", "ana@gmial.com"]}});
    let found = warnings(
        &SectionContent::Contact(contact(&body)),
        None,
        NaiveDate::default(),
    );
    let found: Vec<_> = found
        .iter()
        .map(|it| (it.pointer.as_str(), it.detail.as_str()))
        .collect();
    let asked = "Correo electrónico público 2: ¿quiso decir gmail.com?";
    assert_eq!(found, [("/public_emails/value/1", asked)]);
}

#[test]
fn who_has_nothing_is_offered_to_say_so() {
    for (key, text) in [("public_phones", "No tengo"), ("public_emails", "n/a")] {
        let body = json!({key: {"value": [text]}});
        let issues = parse(Section::Contact, &body, &Limits::default()).unwrap_err();
        assert!(
            issues[0].detail.contains("marque «No proporcionó»"),
            "{issues:?}"
        );
    }
}

#[test]
fn an_address_of_another_network_is_a_warning() {
    let check = |key: &str, address: &str| {
        let content = SectionContent::Contact(contact(&json!({key: {"value": address}})));
        warnings(&content, None, NaiveDate::default()).len()
    };
    assert_eq!(check("facebook", "https://www.facebook.com/a"), 0);
    assert_eq!(check("twitter_x", "https://twitter.com/a"), 0);
    assert_eq!(check("twitter_x", "https://netflix.com/a"), 1);
    assert_eq!(check("website", "https://facebook.com/a"), 0);
    assert_eq!(check("facebook", "https://facebook.com/"), 1);
}
