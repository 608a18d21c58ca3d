//! Requests for many candidacies: every error at once, and pages that are none.

use super::*;
use crate::questionnaire::NOTICE_VERSION;

fn id(number: usize) -> CandidacyId {
    format!("01890000-0000-7000-8000-{number:012}")
        .parse()
        .unwrap()
}

fn codes(errors: &[FieldError]) -> Vec<(&str, &str)> {
    errors
        .iter()
        .map(|it| (it.pointer.as_str(), it.code.as_str()))
        .collect()
}

fn consents(count: usize) -> ManyConsents {
    ManyConsents {
        candidacies: (0..count).map(id).collect(),
        declared: true,
        notice_version: NOTICE_VERSION.to_owned(),
    }
}

#[test]
fn one_to_a_hundred_are_named() {
    assert_eq!(codes(&consents(1).errors()), []);
    assert_eq!(codes(&consents(100).errors()), []);
    assert_eq!(codes(&consents(0).errors()), [("/candidacies", "required")]);
    assert_eq!(
        codes(&consents(101).errors()),
        [("/candidacies", "too_many")]
    );
}

#[test]
fn everything_wrong_is_told_at_once() {
    let wrong = ManyConsents {
        candidacies: vec![id(1), id(2), id(1), id(2)],
        declared: false,
        notice_version: "1".to_owned(),
    };
    assert_eq!(
        codes(&wrong.errors()),
        [
            ("/candidacies/2", "duplicate"),
            ("/candidacies/3", "duplicate"),
            ("/declared", "required"),
            ("/notice_version", "outdated"),
        ]
    );
    let unsaid = ManySubmissions {
        candidacies: Vec::new(),
        declared: false,
    };
    assert_eq!(
        codes(&unsaid.errors()),
        [("/candidacies", "required"), ("/declared", "required")]
    );
}

#[test]
fn a_page_reads_back_from_its_own_query() {
    for show in [ManyShown::Ready, ManyShown::Blocked] {
        let page = PageOfMany { show, passed: 150 };
        let pairs = crate::api::query::decode_pairs(&page.to_query());
        assert_eq!(PageOfMany::from_pairs(&pairs), Ok(page));
    }
}

#[test]
fn pages_that_are_none_are_told_by_parameter() {
    let pairs = crate::api::query::decode_pairs("show=all&cursor=-1&page=2&show=ready");
    let errors = PageOfMany::from_pairs(&pairs).unwrap_err();
    assert_eq!(
        codes(&errors),
        [
            ("show", "not_allowed"),
            ("cursor", "malformed"),
            ("page", "unknown_parameter"),
            ("show", "repeated"),
        ]
    );
}
