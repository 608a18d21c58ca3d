use chrono::NaiveDate;
use serde_json::{Value, json};

use super::*;
use crate::questionnaire::{
    Completeness, IssueCode, Limits, Section, SectionContent, completeness, missing, parse,
    warnings,
};

fn read(value: &Value) -> Result<Identity, Vec<(String, IssueCode)>> {
    match parse(Section::Identity, value, &Limits::default()) {
        Ok(SectionContent::Identity(identity)) => Ok(identity),
        Ok(_) => panic!("another section"),
        Err(issues) => Err(issues.into_iter().map(|i| (i.pointer, i.code)).collect()),
    }
}

fn refused(value: &Value) -> Vec<(String, IssueCode)> {
    read(value).unwrap_err()
}

fn one(pointer: &str, code: IssueCode) -> Vec<(String, IssueCode)> {
    vec![(pointer.to_owned(), code)]
}

#[test]
fn the_table_is_the_official_one() {
    for ((question, id), number) in QUESTIONS.iter().zip(QuestionId::ALL).zip(1..) {
        assert_eq!((question.number, question.id), (number, *id));
        assert_eq!(
            question.options.last().map(|o| o.label),
            Some("Prefiero no contestar")
        );
    }
    let opened_by = |number: u8| QUESTIONS[usize::from(number) - 1].opened_by;
    let opener = |number: u8| opened_by(number).map(|(id, code)| (question(id).number, code));
    for (number, expected) in [
        (3, 1),
        (5, 4),
        (6, 4),
        (7, 4),
        (10, 9),
        (12, 11),
        (13, 11),
        (14, 11),
        (15, 11),
    ] {
        assert_eq!(opener(number), Some((expected, YES)), "question {number}");
    }
    for number in [1, 2, 4, 8, 9, 11, 16, 17, 18, 19] {
        assert_eq!(opener(number), None, "question {number}");
    }
    let multiple: Vec<u8> = QUESTIONS
        .iter()
        .filter(|q| q.multiple)
        .map(|q| q.number)
        .collect();
    assert_eq!(multiple, [6, 7]);
    let badges: Vec<u8> = QUESTIONS
        .iter()
        .filter(|q| q.badge.is_some())
        .map(|q| q.number)
        .collect();
    assert_eq!(badges, [1, 4, 8, 9, 11, 16, 17]);
    for question in QUESTIONS.iter() {
        let granted = Badge::ALL
            .iter()
            .copied()
            .find(|badge| badge.question() == question.id);
        assert_eq!(question.badge, granted);
    }
    assert_eq!(question(QuestionId::MonthlyIncome).options.len(), 8);
    assert_eq!(
        question(QuestionId::MigrantCountry).label("us"),
        Some("Estados Unidos")
    );
    assert_eq!(
        question(QuestionId::IndigenousPeople).label(NOT_APPLICABLE),
        Some("No aplica")
    );
}

#[test]
fn the_peoples_are_the_options_of_question_three() {
    let options = question(QuestionId::IndigenousPeople).options;
    let people: Vec<_> = options.iter().map(|o| (o.code, o.label)).collect();
    let catalogue: Vec<_> = crate::catalogues::PEOPLES
        .iter()
        .map(|e| (e.code, e.label))
        .collect();
    assert_eq!(people[..6], catalogue);
}

#[test]
fn a_yes_opens_its_questions_and_only_those() {
    let identity = read(&json!({"disability": {"value": "yes"}})).unwrap();
    for question in QUESTIONS.iter() {
        let open = question
            .opened_by
            .is_none_or(|(id, _)| id == QuestionId::Disability);
        assert_eq!(is_open(question.id, &identity), open, "{}", question.id);
        assert_eq!(
            identity.says(question.id, NOT_APPLICABLE),
            !open,
            "{}",
            question.id
        );
    }
}

#[test]
fn an_answer_to_a_closed_question_is_refused() {
    for opener in ["no", "prefer_not_to_say"] {
        let body = json!({
            "indigenous": {"value": opener},
            "indigenous_people": {"value": "otomi"},
        });
        assert_eq!(
            refused(&body),
            one("/indigenous_people", IssueCode::NotApplicable)
        );
    }
    let body = json!({"indigenous_people": {"value": "otomi"}});
    assert_eq!(
        refused(&body),
        one("/indigenous_people", IssueCode::NotApplicable)
    );
}

#[test]
fn no_aplica_is_for_closed_questions_only() {
    let closed = json!({"migrant": {"value": "no"}, "migrant_reason": {"value": NOT_APPLICABLE}});
    assert!(read(&closed).is_ok());
    let open = json!({"migrant": {"value": "yes"}, "migrant_reason": {"value": NOT_APPLICABLE}});
    assert_eq!(
        refused(&open),
        one("/migrant_reason", IssueCode::NotApplicable)
    );
    let never = json!({"young": {"value": NOT_APPLICABLE}});
    assert_eq!(
        refused(&never),
        one("/young/value", IssueCode::NotInCatalogue)
    );
}

#[test]
fn a_refused_opener_does_not_blame_what_it_opens() {
    let body = json!({"migrant": {"value": "sí"}, "migrant_reason": {"value": "work"}});
    assert_eq!(
        refused(&body),
        one("/migrant/value", IssueCode::NotInCatalogue)
    );
}

#[test]
fn changing_the_opener_clears_what_no_longer_applies() {
    let mut identity = read(&json!({
        "migrant": {"value": "yes"}, "migrant_country": {"value": "us"},
    }))
    .unwrap();
    identity.set(QuestionId::Migrant, Some(Reply::one(NO)));
    let identity = identity.normalised();
    assert!(identity.says(QuestionId::MigrantCountry, NOT_APPLICABLE));
    let mut identity = identity;
    identity.set(QuestionId::Migrant, Some(Reply::one(YES)));
    let identity = identity.normalised();
    assert_eq!(identity.reply(QuestionId::MigrantCountry), None);
}

#[test]
fn six_and_seven_are_lists_with_prefiero_no_contestar_alone() {
    let body = |value: Value| json!({"disability": {"value": "yes"}, "disability_type": value});
    assert!(read(&body(json!({"value": ["physical", "mental"]}))).is_ok());
    assert!(read(&body(json!({"value": [PREFER_NOT_TO_SAY]}))).is_ok());
    assert_eq!(
        refused(&body(json!({"value": ["physical", PREFER_NOT_TO_SAY]}))),
        one("/disability_type/value", IssueCode::Exclusive),
    );
    assert_eq!(
        refused(&body(json!({"value": ["physical", "physical"]}))),
        one("/disability_type/value/1", IssueCode::Duplicate),
    );
    assert_eq!(
        refused(&body(json!({"value": "physical"}))),
        one("/disability_type/value", IssueCode::WrongType),
    );
    assert_eq!(
        refused(&json!({"young": {"value": ["yes"]}})),
        one("/young/value", IssueCode::WrongType),
    );
}

#[test]
fn sub_options_belong_to_their_option() {
    let body = |value: Value| json!({"disability": {"value": "yes"}, "disability_type": value});
    let fine = body(json!({"value": ["sensory"], "detail": ["hearing", "sight"]}));
    assert!(read(&fine).is_ok());
    assert_eq!(
        refused(&body(json!({"value": ["physical"], "detail": ["hearing"]}))),
        one("/disability_type/detail/0", IssueCode::NotInCatalogue),
    );
    let business = json!({"income_source": {"value": "own_business", "detail": "run_with_family"}});
    assert!(read(&business).is_ok());
    let salary = json!({"income_source": {"value": "salary", "detail": "run_with_family"}});
    assert_eq!(
        refused(&salary),
        one("/income_source/detail", IssueCode::NotInCatalogue)
    );
}

#[test]
fn the_free_text_belongs_to_otra() {
    let body = |value: Value| json!({"indigenous": {"value": "yes"}, "indigenous_people": value});
    assert!(read(&body(json!({"value": "other", "other": "Purépecha"}))).is_ok());
    assert_eq!(
        refused(&body(json!({"value": "otomi", "other": "Purépecha"}))),
        one("/indigenous_people/other", IssueCode::NotApplicable),
    );
    assert_eq!(
        refused(&body(json!({"value": "other", "other": "x".repeat(121)}))),
        one("/indigenous_people/other", IssueCode::TooLong),
    );
    assert_eq!(
        refused(&body(json!({"other": "Purépecha"}))),
        one("/indigenous_people/value", IssueCode::Required),
    );
}

#[test]
fn every_error_is_reported_at_once() {
    let body = json!({
        "indigenous": "yes",
        "disability": {"value": 1},
        "older": {"value": "maybe", "x": 1},
        "income": null,
    });
    let issues = refused(&body);
    for expected in [
        ("/income", IssueCode::UnknownField),
        ("/indigenous", IssueCode::WrongType),
        ("/disability/value", IssueCode::WrongType),
        ("/older/x", IssueCode::UnknownField),
        ("/older/value", IssueCode::NotInCatalogue),
    ] {
        assert!(
            issues.contains(&(expected.0.to_owned(), expected.1)),
            "{expected:?}"
        );
    }
    assert_eq!(issues.len(), 5);
}

#[test]
fn complete_when_every_open_question_has_its_reply() {
    let limits = Limits::default();
    let state = |identity: &Identity| {
        completeness(Some(&SectionContent::Identity(identity.clone())), &limits)
    };
    assert_eq!(
        state(&Identity::default().normalised()),
        Completeness::Empty
    );
    let mut identity = Identity::all_declined();
    assert_eq!(state(&identity), Completeness::Complete);

    identity.set(QuestionId::Disability, Some(Reply::one(YES)));
    let mut identity = identity.normalised();
    assert_eq!(state(&identity), Completeness::InProgress);
    identity.set(QuestionId::DisabilityDuration, Some(Reply::one(OTHER)));
    identity.set(
        QuestionId::DisabilityDifficulty,
        Some(Reply::many(&["seeing"])),
    );
    identity.set(
        QuestionId::DisabilityType,
        Some(Reply::many(&["sensory", OTHER])),
    );
    let left: Vec<String> = missing(&SectionContent::Identity(identity.clone()), &limits)
        .into_iter()
        .map(|issue| issue.pointer)
        .collect();
    assert_eq!(left, ["/disability_type/detail", "/disability_type/other"]);
    let full = Reply::many(&["sensory", OTHER])
        .with_detail(Chosen::Many(vec!["sight"]))
        .with_other("Otra más");
    identity.set(QuestionId::DisabilityType, Some(full));
    assert_eq!(state(&identity), Completeness::Complete);
}

#[test]
fn badges_come_only_from_a_yes_to_the_seven_questions() {
    let mut identity = Identity::all_declined();
    assert_eq!(identity.public_badges(), []);
    for id in QuestionId::ALL {
        let reply = question(*id).code(YES).map(Reply::one);
        identity.set(*id, reply.or_else(|| identity.reply(*id).cloned()));
    }
    assert_eq!(identity.public_badges(), Badge::ALL);
}

#[test]
fn a_review_reads_what_publication_would_show_and_nothing_else() {
    let mut identity = Identity::all_declined();
    for id in [QuestionId::Indigenous, QuestionId::IndigenousLanguage] {
        identity.set(id, Some(Reply::one(YES)));
    }
    identity.set(QuestionId::Young, Some(Reply::one(NO)));
    let shown = identity.for_review();
    for id in QuestionId::ALL {
        let is_read = *id == QuestionId::Indigenous;
        assert_eq!(identity.is_read_in_review(*id), is_read, "{id}");
        assert_eq!(shown.reply(*id).is_some(), is_read, "{id}");
    }
    assert_eq!(shown.public_badges(), identity.public_badges());
}

#[test]
fn sixteen_and_seventeen_warn_against_the_age() {
    let check = |young: &'static str, older: &'static str, age: Option<u8>| -> Vec<String> {
        let mut identity = Identity::default();
        identity.set(QuestionId::Young, Some(Reply::one(young)));
        identity.set(QuestionId::Older, Some(Reply::one(older)));
        let content = SectionContent::Identity(identity);
        let found = warnings(&content, age, NaiveDate::default());
        found.into_iter().map(|issue| issue.pointer).collect()
    };
    assert!(check(YES, NO, Some(21)).is_empty());
    assert!(check(YES, NO, Some(29)).is_empty());
    assert_eq!(check(YES, NO, Some(20)), ["/young"]);
    assert_eq!(check(YES, NO, Some(30)), ["/young"]);
    assert_eq!(check(NO, NO, Some(25)), ["/young"]);
    assert_eq!(check(NO, YES, Some(59)), ["/older"]);
    assert_eq!(check(NO, NO, Some(60)), ["/older"]);
    assert!(check(PREFER_NOT_TO_SAY, PREFER_NOT_TO_SAY, Some(60)).is_empty());
    assert!(check(YES, NO, None).is_empty());
    assert_eq!(check(YES, YES, None), ["/older"]);
    assert_eq!(check(YES, YES, Some(68)), ["/young", "/older"]);
}

#[test]
fn a_source_of_no_income_is_a_warning() {
    let check = |income: &str, source: &str| {
        let body = json!({"monthly_income": {"value": income}, "income_source": {"value": source}});
        let content = SectionContent::Identity(read(&body).unwrap());
        let found = warnings(&content, None, NaiveDate::default());
        found
            .into_iter()
            .map(|issue| issue.pointer)
            .collect::<Vec<_>>()
    };
    assert_eq!(check("none", "salary"), ["/income_source"]);
    assert_eq!(check("none", "own_business"), ["/income_source"]);
    for source in ["no_work", PREFER_NOT_TO_SAY] {
        assert!(check("none", source).is_empty(), "{source}");
    }
    for income in ["up_to_11000", PREFER_NOT_TO_SAY] {
        assert!(check(income, "salary").is_empty(), "{income}");
    }
}

#[test]
fn no_answer_ever_reaches_a_log_or_a_message() {
    let identity = read(&json!({"lgbtttiq": {"value": "yes"}})).unwrap();
    let shown = format!("{identity:?} {:?}", identity.lgbtttiq);
    assert!(!shown.contains("yes"), "{shown}");
    let secret = "respuesta-secreta";
    let body = json!({"lgbtttiq": {"value": secret}, "young": {"value": "yes", "other": secret}});
    let issues = parse(Section::Identity, &body, &Limits::default()).unwrap_err();
    assert!(issues.iter().all(|issue| !issue.detail.contains(secret)));
}
