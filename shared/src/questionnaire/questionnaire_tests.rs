//! Limits at their edges, and the catalogues of fields, sections, grounds and consents.

use std::collections::BTreeSet;

use serde_json::json;

use super::*;
use crate::text::CountingMode;

/// A text of exactly `count` characters by both modes, made of the given piece.
fn text_of(piece: &str, per_piece: u32, count: u32) -> String {
    let mut text = piece.repeat(usize::try_from(count / per_piece).unwrap());
    text.push_str(&"x".repeat(usize::try_from(count % per_piece).unwrap()));
    text
}

/// Pieces with their characters: plain, precomposed, combining, emoji, joined, with a selector.
const PIECES: [(&str, u32); 6] = [
    ("a", 1),
    ("é", 1),
    ("e\u{301}", 1),
    ("😀", 1),
    ("👩\u{200D}👧", 2),
    ("❤\u{FE0F}", 1),
];

#[test]
fn texts_are_measured_at_their_edges() {
    for counting in [CountingMode::Total, CountingMode::WithoutSpaces] {
        let limits = Limits {
            counting,
            ..Limits::default()
        };
        for section in Section::ALL
            .iter()
            .copied()
            .filter(|section| section.is_text())
        {
            let (min, max) = limits.text_range(section).unwrap();
            assert_eq!(
                (min, max),
                (280, if section.is_proposal() { 1600 } else { 5000 })
            );
            for (piece, per_piece) in PIECES {
                let state = |count: u32| {
                    let body = json!({"text": text_of(piece, per_piece, count)});
                    parse(section, &body, &limits)
                        .map(|content| completeness(Some(&content), &limits))
                        .map_err(|issues| issues[0].code)
                };
                assert_eq!(state(min - 1), Ok(Completeness::InProgress), "{piece:?}");
                assert_eq!(state(min), Ok(Completeness::Complete), "{piece:?}");
                assert_eq!(state(max), Ok(Completeness::Complete), "{piece:?}");
                assert_eq!(state(max + 1), Err(IssueCode::TooLong), "{piece:?}");
            }
        }
    }
}

#[test]
fn line_ends_and_spaces_at_the_edge_depend_on_the_mode() {
    let state = |counting, text: String| {
        let limits = Limits {
            counting,
            ..Limits::default()
        };
        parse(Section::Proposal1, &json!({"text": text}), &limits)
            .map(|content| completeness(Some(&content), &limits))
            .map_err(|issues| issues[0].code)
    };
    // 140 lines of one letter: 140 letters and 139 line ends, whether LF or CRLF.
    for end in ["\n", "\r\n"] {
        let text = vec!["a"; 140].join(end);
        assert_eq!(
            state(CountingMode::Total, text.clone()),
            Ok(Completeness::InProgress)
        );
        assert_eq!(
            state(CountingMode::Total, format!("{text}b")),
            Ok(Completeness::Complete)
        );
        assert_eq!(
            state(CountingMode::WithoutSpaces, text),
            Ok(Completeness::InProgress)
        );
    }
    let spaced = vec!["a"; 1600].join(" ");
    assert_eq!(
        state(CountingMode::WithoutSpaces, spaced.clone()),
        Ok(Completeness::Complete)
    );
    assert_eq!(state(CountingMode::Total, spaced), Err(IssueCode::TooLong));
}

#[test]
fn what_does_not_count_cannot_swell_a_text_without_end() {
    for filler in ["\n", "\u{301}"] {
        let text = format!("a{}b", filler.repeat(20_000));
        let issues = parse(
            Section::Motivation,
            &json!({"text": text}),
            &Limits::default(),
        );
        assert_eq!(issues.unwrap_err()[0].code, IssueCode::TooLong);
    }
}

#[test]
fn consents_are_not_a_section_to_save() {
    let issues = parse(Section::Consents, &json!({}), &Limits::default()).unwrap_err();
    assert_eq!(issues[0].code, IssueCode::NotApplicable);
}

#[test]
fn the_sections_are_eleven_ten_of_them_reviewable_nine_curricular() {
    assert_eq!(Section::ALL.len(), 11);
    assert_eq!(Section::REVIEWABLE, &Section::ALL[..10]);
    assert_eq!(Section::CURRICULAR, &Section::ALL[..9]);
    assert_eq!("proposal_1".parse(), Ok(Section::Proposal1));
    assert_eq!(
        serde_json::to_value(Section::GenderProposal).unwrap(),
        "gender_proposal"
    );
}

#[test]
fn every_key_of_the_content_is_a_field_of_the_catalogue() {
    let ids: BTreeSet<&str> = fields().iter().map(|field| field.id).collect();
    assert_eq!(ids.len(), fields().len());
    let official: BTreeSet<&str> = fields().iter().map(|field| field.official_id).collect();
    assert_eq!(official.len(), fields().len());
    let contact = SectionContent::Contact(Contact::not_provided()).to_value();
    let identity = SectionContent::Identity(Identity::all_declined()).to_value();
    for (section, value) in [(Section::Contact, contact), (Section::Identity, identity)] {
        let keys: BTreeSet<&str> = value
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        let listed = fields().iter().filter(|field| field.section == section);
        assert_eq!(keys, listed.map(|field| field.id).collect());
    }
    for section in Section::REVIEWABLE {
        assert!(
            fields().iter().any(|field| field.section == *section),
            "{section}"
        );
    }
    for (key, label, _) in Contact::default().links() {
        assert_eq!(field(key).map(|field| field.label), Some(label));
    }
    for (key, label, _) in Contact::default().lists() {
        assert_eq!(field(key).map(|field| field.label), Some(label));
    }
}

/// Content that has only this member.
fn alone(pointer: &str, value: &Value) -> Value {
    let keys = pointer.rsplit('/').filter(|key| !key.is_empty());
    keys.fold(value.clone(), |inner, key| json!({ key: inner }))
}

#[test]
fn the_pointers_of_a_field_lead_into_its_section() {
    for field in fields() {
        let refused = |pointer: &str, value: Value| {
            let read = parse(field.section, &alone(pointer, &value), &Limits::default());
            let issues = read.err().unwrap_or_default();
            issues.into_iter().map(|it| it.code).collect::<Vec<_>>()
        };
        // Seven is no answer to anything, but only where an answer is looked for.
        let codes = refused(&field.pointer(), json!(7));
        assert!(codes.contains(&IssueCode::WrongType), "{}", field.id);
        if field.section != Section::Identity {
            let pointer = field.decline_pointer();
            let codes = refused(&pointer, json!(7));
            assert_eq!(codes, [IssueCode::WrongType], "{pointer}");
        }
    }
    for question in QUESTIONS {
        for pointer in [question.id.detail_pointer(), question.id.other_pointer()] {
            let read = parse(
                Section::Identity,
                &alone(&pointer, &json!(7)),
                &Limits::default(),
            );
            let issues = read.unwrap_err();
            let known = |it: &FieldIssue| it.code != IssueCode::UnknownField;
            assert!(issues.iter().all(known), "{pointer}");
        }
    }
}

#[test]
fn private_data_is_internal_and_identity_is_never_public_as_such() {
    for id in [
        "birth_date",
        "curp",
        "voter_key",
        "rfc",
        "notification_email",
    ] {
        let field = registration_fields()
            .iter()
            .find(|field| field.id == id)
            .unwrap();
        assert_eq!(field.visibility, Visibility::Internal, "{id}");
    }
    let identity = fields()
        .iter()
        .filter(|field| field.section == Section::Identity);
    assert!(identity.clone().count() == 19);
    assert!(
        identity
            .clone()
            .all(|field| field.visibility == Visibility::Statistics)
    );
    assert_eq!(
        field("reason").map(|field| field.visibility),
        Some(Visibility::Internal)
    );
}

#[test]
fn catalogues_named_by_fields_exist() {
    let kinds = fields().iter().map(|field| field.kind);
    let registration = registration_fields().iter().map(|field| field.kind);
    for kind in kinds.chain(registration) {
        if let FieldKind::Catalogue(name) | FieldKind::CatalogueList(name) = kind {
            assert!(crate::catalogues::catalogue(name).is_some(), "{name}");
        }
    }
}

#[test]
fn limits_default_to_the_domain_and_complain_of_contradictions() {
    let read: Limits = serde_json::from_value(json!({"text_min": 100})).unwrap();
    assert_eq!(
        read,
        Limits {
            text_min: 100,
            ..Limits::default()
        }
    );
    assert!(serde_json::from_value::<Limits>(json!({"text_mim": 100})).is_err());
    assert!(Limits::default().contradictions().is_empty());
    let odd = Limits {
        text_min: 9000,
        url_max: 0,
        ..Limits::default()
    };
    let fields: Vec<&str> = odd
        .contradictions()
        .into_iter()
        .map(|(field, _)| field)
        .collect();
    assert_eq!(fields, ["text_min", "url_max"]);
}

#[test]
fn the_grounds_are_the_seven_prohibitions_one_more_and_those_of_the_photo() {
    let numbers: Vec<u8> = Ground::ALL
        .iter()
        .filter_map(|ground| ground.number())
        .collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 7]);
    let of_texts = |it: &&Ground| it.applies_to(Section::Motivation);
    assert_eq!(Ground::ALL.iter().filter(of_texts).count(), 8);
    for rule in PHOTO_RULES {
        assert!(rule.ground.applies_to(Section::Photo), "{}", rule.text);
    }
    let of_photo = |it: &&Ground| !it.applies_to(Section::Motivation);
    for ground in Ground::ALL.iter().filter(of_photo) {
        assert!(
            PHOTO_RULES.iter().any(|it| it.ground == *ground),
            "{ground}"
        );
    }
    assert_eq!(ConsentKind::ALL.len(), 3);
}

#[cfg(feature = "openapi")]
#[test]
fn every_schema_that_is_referred_to_is_there() {
    let mut schemas = Vec::new();
    <SectionContent as utoipa::ToSchema>::schemas(&mut schemas);
    let names: BTreeSet<String> = schemas.iter().map(|(name, _)| name.clone()).collect();
    for (name, schema) in schemas {
        let text = serde_json::to_string(&schema).unwrap();
        for reference in text.split("#/components/schemas/").skip(1) {
            let reference = reference.split('"').next().unwrap();
            assert!(names.contains(reference), "{name} refers to {reference}");
        }
    }
}
