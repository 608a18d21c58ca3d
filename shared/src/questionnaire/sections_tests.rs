//! Examples of photo, education and the texts.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::*;
use crate::catalogues::{Degree, DegreeStatus};

fn state(section: Section, value: &Value) -> Completeness {
    let limits = Limits::default();
    let content = parse(section, value, &limits).unwrap_or_else(|issues| panic!("{issues:?}"));
    completeness(Some(&content), &limits)
}

fn refused(section: Section, value: &Value) -> Vec<(String, IssueCode)> {
    let issues = parse(section, value, &Limits::default()).unwrap_err();
    issues
        .into_iter()
        .map(|issue| (issue.pointer, issue.code))
        .collect()
}

fn one(pointer: &str, code: IssueCode) -> Vec<(String, IssueCode)> {
    vec![(pointer.to_owned(), code)]
}

#[test]
fn nothing_saved_is_empty() {
    assert_eq!(completeness(None, &Limits::default()), Completeness::Empty);
    for section in Section::REVIEWABLE {
        assert_eq!(
            state(*section, &json!({})),
            Completeness::Empty,
            "{section}"
        );
    }
}

#[test]
fn a_photo_is_a_hash_or_an_internal_reason() {
    let hash = "0f".repeat(32);
    assert_eq!(
        state(Section::Photo, &json!({"sha256": hash})),
        Completeness::Complete
    );
    let dated = json!({"sha256": hash, "taken_on": "2024-03-15"});
    assert_eq!(state(Section::Photo, &dated), Completeness::Complete);
    let why = json!({"not_provided": true, "reason": "La entregará después"});
    assert_eq!(state(Section::Photo, &why), Completeness::NotProvided);
    assert_eq!(
        state(Section::Photo, &json!({"not_provided": true})),
        Completeness::InProgress
    );
}

#[test]
fn a_photo_refuses_what_is_not_one() {
    let hash = "0f".repeat(32);
    for bad in ["", "abc", &"0F".repeat(32), &"0g".repeat(32)] {
        let expected = one("/sha256", IssueCode::InvalidFormat);
        assert_eq!(refused(Section::Photo, &json!({"sha256": bad})), expected);
    }
    for bad in ["2024-02-30", "15/03/2024", "2024-3-15", "hoy"] {
        let body = json!({"sha256": hash, "taken_on": bad});
        assert_eq!(
            refused(Section::Photo, &body),
            one("/taken_on", IssueCode::InvalidFormat)
        );
    }
    let both = json!({"sha256": hash, "not_provided": true, "reason": "x"});
    assert_eq!(
        refused(Section::Photo, &both),
        one("", IssueCode::Exclusive)
    );
    let reason = json!({"sha256": hash, "reason": "x"});
    assert_eq!(
        refused(Section::Photo, &reason),
        one("/reason", IssueCode::NotApplicable)
    );
    for key in ["taken_on", "width", "height"] {
        let value = if key == "taken_on" {
            json!({ key: "2024-03-15" })
        } else {
            json!({ key: 800 })
        };
        let pointer = format!("/{key}");
        assert_eq!(
            refused(Section::Photo, &value),
            one(&pointer, IssueCode::NotApplicable)
        );
    }
}

#[test]
fn stored_content_is_read_whatever_the_settings_were() {
    let value = json!({"public_phones": {"value": ["12345678"]}});
    assert!(parse(Section::Contact, &value, &Limits::default()).is_err());
    assert!(SectionContent::from_stored(Section::Contact, &value).is_ok());
}

#[test]
fn a_photo_is_too_old_after_three_months() {
    let day = |m, d| NaiveDate::from_ymd_opt(2024, m, d).unwrap();
    let photo = Photo::Uploaded {
        sha256: "0f".repeat(32),
        taken_on: Some(day(1, 15)),
        width: None,
        height: None,
    };
    assert!(!photo.is_too_old(day(4, 15)));
    assert!(photo.is_too_old(day(4, 16)));
    assert!(!Photo::Empty {}.is_too_old(day(4, 16)));
    let content = SectionContent::Photo(photo);
    assert!(warnings(&content, None, day(4, 15)).is_empty());
    let found = warnings(&content, None, day(4, 16));
    let found: Vec<_> = found.iter().map(|it| (&*it.pointer, it.code)).collect();
    assert_eq!(found, [("/taken_on", IssueCode::Doubtful)]);
}

#[test]
fn a_photo_is_not_of_a_day_that_has_not_come() {
    let today = NaiveDate::from_ymd_opt(2024, 4, 15).unwrap();
    let save = |value: &Value| {
        parse_on(today, Section::Photo, value, &Limits::default()).map_err(|issues| {
            issues
                .into_iter()
                .map(|it| (it.pointer, it.code))
                .collect::<Vec<_>>()
        })
    };
    let hash = "0f".repeat(32);
    let taken = |day: &str| json!({"sha256": hash, "taken_on": day});
    assert!(save(&taken("2024-04-15")).is_ok());
    assert!(save(&json!({"sha256": hash})).is_ok());
    let ahead = one("/taken_on", IssueCode::InFuture);
    for day in ["2024-04-16", "2027-12-31"] {
        assert_eq!(save(&taken(day)), Err(ahead.clone()));
        assert!(SectionContent::from_stored(Section::Photo, &taken(day)).is_ok());
    }
    let malformed: Vec<_> = one("/taken_on", IssueCode::InvalidFormat);
    assert_eq!(save(&taken("20244-03-15")), Err(malformed));
    let both = json!({"sha256": "abc", "taken_on": "2024-04-16"});
    let expected = [one("/sha256", IssueCode::InvalidFormat), ahead].concat();
    assert_eq!(save(&both), Err(expected));
}

#[test]
fn education_asks_degree_and_status() {
    let degree = |code: &str| json!({"degree": {"value": code}});
    assert_eq!(
        state(Section::Education, &degree("master")),
        Completeness::InProgress
    );
    assert_eq!(
        state(Section::Education, &degree("no_studies")),
        Completeness::Complete
    );
    let full = json!({"degree": {"value": "master"}, "status": {"value": "title"}});
    assert_eq!(state(Section::Education, &full), Completeness::Complete);
    let unsaid = json!({"degree": {"value": "master"}, "status": {"not_provided": true}});
    assert_eq!(state(Section::Education, &unsaid), Completeness::Complete);
    let courses = json!({"courses": {"value": ["Diplomado en gestión pública"]}});
    assert_eq!(
        state(Section::Education, &courses),
        Completeness::InProgress
    );
    let declined = json!({"not_provided": true});
    assert_eq!(
        state(Section::Education, &declined),
        Completeness::NotProvided
    );
    let degree_declined = json!({"degree": {"not_provided": true}});
    assert_eq!(
        state(Section::Education, &degree_declined),
        Completeness::NotProvided
    );
}

#[test]
fn a_status_needs_a_degree_it_belongs_to() {
    let expected = one("/status", IssueCode::NotApplicable);
    let none = json!({"degree": {"value": "no_studies"}, "status": {"value": "title"}});
    assert_eq!(refused(Section::Education, &none), expected);
    let declined = json!({"degree": {"not_provided": true}, "status": {"value": "title"}});
    assert_eq!(refused(Section::Education, &declined), expected);
}

#[test]
fn education_reports_every_error() {
    let body = json!({
        "degree": {"value": "phd"},
        "status": {"value": true},
        "courses": {"value": ["a".repeat(250), "b".repeat(251), 3, "", "c", "C"]},
    });
    let mut found = refused(Section::Education, &body);
    found.sort();
    let expected = [
        ("/courses/value/1", IssueCode::TooLong),
        ("/courses/value/2", IssueCode::WrongType),
        ("/courses/value/5", IssueCode::Duplicate),
        ("/degree/value", IssueCode::NotInCatalogue),
        ("/status/value", IssueCode::WrongType),
    ]
    .map(|(pointer, code)| (pointer.to_owned(), code));
    assert_eq!(found, expected);
    let many: Vec<String> = (0..31).map(|number| format!("Curso {number}")).collect();
    let body = json!({"courses": {"value": many}});
    assert_eq!(
        refused(Section::Education, &body),
        one("/courses/value", IssueCode::TooMany)
    );
}

#[test]
fn education_gives_its_values() {
    let body = json!({"degree": {"value": "bachelor"}, "status": {"value": "graduand"}});
    let Ok(SectionContent::Education(read)) = parse(Section::Education, &body, &Limits::default())
    else {
        panic!("not read");
    };
    assert_eq!(read.degree(), Some(Degree::Bachelor));
    assert_eq!(read.status(), Some(DegreeStatus::Graduand));
    assert!(read.asks_status() && read.courses().is_empty());
}

#[test]
fn a_text_is_a_text_or_declined() {
    let section = Section::Motivation;
    assert_eq!(
        state(section, &json!({"text": "   \n "})),
        Completeness::Empty
    );
    assert_eq!(
        state(section, &json!({"text": "Poco"})),
        Completeness::InProgress
    );
    assert_eq!(
        state(section, &json!({"not_provided": true})),
        Completeness::NotProvided
    );
    let both = json!({"text": "Algo", "not_provided": true});
    assert_eq!(refused(section, &both), one("", IssueCode::Exclusive));
    assert_eq!(
        refused(section, &json!({"text": 7})),
        one("/text", IssueCode::WrongType)
    );
    assert_eq!(
        refused(section, &json!("Algo")),
        one("", IssueCode::WrongType)
    );
    let control = json!({"text": "Algo\u{0}"});
    assert_eq!(
        refused(section, &control),
        one("/text", IssueCode::ForbiddenCharacter)
    );
    assert_eq!(
        refused(section, &json!({"a/b~c": 1})),
        one("/a~1b~0c", IssueCode::UnknownField)
    );
}

#[test]
fn messages_say_how_much_is_missing_or_too_much() {
    let limits = Limits::default();
    let text = |count: usize| json!({"text": "a".repeat(count)});
    let content = parse(Section::Motivation, &text(268), &limits).unwrap();
    assert_eq!(
        missing(&content, &limits)[0].detail,
        "¿Por qué quiere ocupar un cargo público?: faltan 12 caracteres; el mínimo es 280 sin \
         contar espacios y hay 268"
    );
    let issues = parse(Section::Motivation, &text(5001), &limits).unwrap_err();
    assert_eq!(
        issues[0].detail,
        "¿Por qué quiere ocupar un cargo público?: sobra 1 carácter; el máximo es 5,000 sin \
         contar espacios y hay 5,001"
    );
}

#[test]
fn stored_content_is_read_whatever_the_limits_are_now() {
    let long = json!({"text": "a".repeat(9000)});
    assert!(parse(Section::Proposal1, &long, &Limits::default()).is_err());
    assert!(SectionContent::from_stored(Section::Proposal1, &long).is_ok());
}

#[test]
fn serde_reads_the_same_shapes_and_refuses_unknown_fields() {
    let body = json!({"degree": {"value": "bachelor"}});
    assert!(serde_json::from_value::<Education>(body).is_ok());
    assert!(serde_json::from_value::<Education>(json!({"grado": 1})).is_err());
    assert!(serde_json::from_value::<Contact>(json!({"not_provided": true})).is_ok());
    assert!(serde_json::from_value::<TextAnswer>(json!({"text": "Algo"})).is_ok());
    assert!(serde_json::from_value::<Photo>(json!({})).is_ok());
}
