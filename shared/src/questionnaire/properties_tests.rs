//! What holds for any content and any JSON: round trips, no panics, completeness.

use proptest::prelude::*;
use serde_json::Value;

use super::identity::arbitrary_tests::any_identity;
use super::*;
use crate::catalogues::{Degree, DegreeStatus};

fn optional<T: std::fmt::Debug + Clone + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> BoxedStrategy<Option<Answer<T>>> {
    prop_oneof![
        Just(None),
        Just(Some(Answer::not_provided())),
        value.prop_map(|value| Some(Answer::of(value))),
    ]
    .boxed()
}

fn items(one: &'static str, max: usize) -> impl Strategy<Value = Vec<String>> {
    prop::collection::btree_set(one, 1..=max).prop_map(|set| set.into_iter().collect())
}

fn any_contact() -> impl Strategy<Value = Contact> {
    let link =
        || optional("https?://[a-z]{1,9}\\.(mx|com)(/([a-zA-Z0-9._?=#@-]{0,19}[a-zA-Z0-9])?)?");
    let links = [link(), link(), link(), link(), link(), link(), link()];
    let lists = [
        optional(
            items("[a-z0-9.+]{0,5}[a-z]@[a-z]{1,9}\\.(mx|com)", 3).prop_filter(
                "dots in a row",
                |list| {
                    list.iter()
                        .all(|email| !email.contains("..") && !email.starts_with('.'))
                },
            ),
        ),
        optional(items("[2-9][0-9]{9}", 3)),
        optional(items("[A-Z][a-zñá0-9#,.]{1,20}( [a-z0-9]{1,5}){0,3}", 3)),
    ];
    (links, lists).prop_map(|(links, lists)| {
        let [
            facebook,
            twitter_x,
            youtube,
            instagram,
            tiktok,
            other_network,
            website,
        ] = links;
        let [public_emails, public_phones, campaign_addresses] = lists;
        Contact {
            facebook,
            twitter_x,
            youtube,
            instagram,
            tiktok,
            other_network,
            website,
            public_emails,
            public_phones,
            campaign_addresses,
        }
    })
}

fn any_education() -> impl Strategy<Value = Education> {
    let degree = optional(prop::sample::select(Degree::ALL));
    let status = optional(prop::sample::select(DegreeStatus::ALL));
    let courses = optional(items("[A-Z][a-zñá]{1,20}( [a-z0-9]{1,8}){0,3}", 5));
    (degree, status, courses).prop_map(|(degree, status, courses)| {
        let mut education = Education {
            degree,
            status,
            courses,
        };
        let declined = education
            .degree
            .as_ref()
            .is_some_and(Answer::is_not_provided);
        if declined || education.degree() == Some(Degree::NoStudies) {
            education.status = None;
        }
        education
    })
}

fn any_photo() -> impl Strategy<Value = Photo> {
    let date = prop::option::of(
        (2000..2100, 1..=12u32, 1..=28u32)
            .prop_map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap()),
    );
    prop_oneof![
        Just(Photo::Empty {}),
        "[A-Z][a-z]{0,20}".prop_map(|reason| Photo::not_provided(&reason)),
        Just(Photo::not_provided("")),
        ("[0-9a-f]{64}", date, prop::option::of(1..2000u32)).prop_map(
            |(sha256, taken_on, width)| {
                Photo::Uploaded {
                    sha256,
                    taken_on,
                    width,
                    height: width,
                }
            }
        ),
    ]
}

fn any_text() -> impl Strategy<Value = SectionContent> {
    let sections: Vec<Section> = Section::ALL
        .iter()
        .copied()
        .filter(|s| s.is_text())
        .collect();
    let answer = prop_oneof![
        4 => "[A-ZÑa-zñáéíóúü0-9 .,;¿?¡!\r\n\t😀]{0,1600}".prop_map(|text| TextAnswer::of(&text)),
        1 => Just(TextAnswer::not_provided()),
    ];
    (prop::sample::select(sections), answer)
        .prop_map(|(section, answer)| SectionContent::from_text(section, answer).unwrap())
}

fn any_content() -> impl Strategy<Value = SectionContent> {
    prop_oneof![
        any_photo().prop_map(SectionContent::Photo),
        any_contact().prop_map(SectionContent::Contact),
        any_education().prop_map(SectionContent::Education),
        any_text(),
        any_identity().prop_map(SectionContent::Identity),
    ]
}

/// Codes that some field accepts, and some that look as if they were.
const KNOWN_CODES: &[&str] = &[
    "yes",
    "no",
    "other",
    "sensory",
    "not_applicable",
    "bachelor",
    "mx",
    "2024-02-30",
];

/// JSON of any shape, much of it close to what the sections expect.
fn any_json() -> impl Strategy<Value = Value> {
    let mut keys: Vec<&'static str> = vec![
        "value",
        "not_provided",
        "text",
        "detail",
        "other",
        "sha256",
        "taken_on",
        "reason",
    ];
    keys.extend(fields().iter().map(|field| field.id));
    let key = prop_oneof![
        6 => prop::sample::select(keys).prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(KNOWN_CODES).prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(key.clone(), inner, 0..8)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn content_reads_back_as_it_was_written(content in any_content()) {
        let (section, value) = (content.section(), content.to_value());
        let again = parse(section, &value, &Limits::default());
        prop_assert_eq!(again.as_ref(), Ok(&content), "{}", value);
        prop_assert_eq!(SectionContent::from_stored(section, &value), Ok(content));
    }

    #[test]
    fn nothing_is_missing_exactly_when_complete_or_declined(content in any_content()) {
        let limits = Limits::default();
        let state = completeness(Some(&content), &limits);
        let done = matches!(state, Completeness::Complete | Completeness::NotProvided);
        prop_assert_eq!(missing(&content, &limits).is_empty(), done, "{:?}", state);
    }

    #[test]
    fn any_json_is_read_or_refused_with_a_reason(value in any_json()) {
        for section in Section::ALL {
            match parse(*section, &value, &Limits::default()) {
                Ok(content) => {
                    prop_assert_eq!(content.section(), *section);
                    let again = parse(*section, &content.to_value(), &Limits::default());
                    prop_assert_eq!(again, Ok(content));
                }
                Err(issues) => {
                    prop_assert!(!issues.is_empty());
                    for issue in issues {
                        prop_assert!(issue.pointer.is_empty() || issue.pointer.starts_with('/'));
                        prop_assert!(issue.detail.contains(": "));
                    }
                }
            }
        }
    }

    #[test]
    fn pointers_lead_to_what_is_wrong(value in any_json()) {
        for section in Section::REVIEWABLE {
            for issue in parse(*section, &value, &Limits::default()).err().unwrap_or_default() {
                let exists = value.pointer(&issue.pointer).is_some();
                prop_assert!(exists || issue.code == IssueCode::Required, "{:?} {}", issue, value);
            }
        }
    }
}
