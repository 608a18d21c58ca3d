//! What holds for any combination of replies.

use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::*;
use crate::questionnaire::{FieldIssue, IssueCode, Limits, Section, SectionContent, parse};

fn refused(value: &Value) -> Vec<(String, IssueCode)> {
    let pair = |issue: FieldIssue| (issue.pointer, issue.code);
    parse(Section::Identity, value, &Limits::default())
        .unwrap_err()
        .into_iter()
        .map(pair)
        .collect()
}

/// Any reply that fits a question, whatever gates it.
pub(in crate::questionnaire) fn reply_for(
    question: &'static IdentityQuestion,
) -> BoxedStrategy<Reply> {
    let mut codes: Vec<&'static str> = question.options.iter().map(|o| o.code).collect();
    codes.extend(question.catalogue.iter().map(|entry| entry.code));
    let several = if question.multiple {
        1..=codes.len()
    } else {
        1..=1
    };
    (
        prop::sample::subsequence(codes, several),
        any::<bool>(),
        "[A-ZÑÁ][a-zñá]{0,9}( [a-zñá]{1,9})?",
    )
        .prop_map(move |(chosen, extras, text)| reply(question, chosen, extras, &text))
        .boxed()
}

fn reply(
    question: &IdentityQuestion,
    mut chosen: Vec<&'static str>,
    extras: bool,
    text: &str,
) -> Reply {
    if chosen.len() > 1 {
        chosen.retain(|code| *code != PREFER_NOT_TO_SAY);
    }
    let options = || chosen.iter().filter_map(|code| question.option(code));
    let details: Vec<&'static str> = options()
        .flat_map(|o| o.details)
        .map(|detail| detail.code)
        .collect();
    let detail = match details.first() {
        Some(first) if extras && !question.multiple => Some(Chosen::One(first)),
        Some(_) if extras => Some(Chosen::Many(details)),
        _ => None,
    };
    let other = (extras && options().any(|option| option.text)).then(|| text.to_owned());
    let value = match chosen.first() {
        Some(first) if !question.multiple => Chosen::One(first),
        _ => Chosen::Many(chosen),
    };
    Reply {
        value,
        detail,
        other,
    }
}

/// Any combination of replies and gaps, normalised.
pub(in crate::questionnaire) fn any_identity() -> impl Strategy<Value = Identity> {
    let replies: Vec<_> = QUESTIONS
        .iter()
        .map(|q| prop::option::of(reply_for(q)))
        .collect();
    let kept_back = prop::sample::subsequence(Badge::ALL.to_vec(), 0..=Badge::ALL.len());
    (replies, kept_back).prop_map(|(replies, unpublished)| {
        let mut identity = Identity {
            unpublished,
            ..Identity::default()
        };
        for (id, reply) in QuestionId::ALL.iter().zip(replies) {
            identity.set(*id, reply);
        }
        identity.normalised()
    })
}

proptest! {
    #[test]
    fn gated_answers_are_no_aplica_for_any_combination(identity in any_identity()) {
        for question in QUESTIONS.iter().filter(|question| question.opened_by.is_some()) {
            let open = is_open(question.id, &identity);
            prop_assert_eq!(identity.says(question.id, NOT_APPLICABLE), !open);
        }
        prop_assert_eq!(identity.clone().normalised(), identity);
    }

    #[test]
    fn badges_never_exceed_the_answers_yes(identity in any_identity()) {
        for badge in identity.public_badges() {
            prop_assert!(identity.says(badge.question(), YES));
            prop_assert!(!identity.unpublished.contains(&badge));
        }
    }

    #[test]
    fn an_identity_reads_back_as_it_was_written(identity in any_identity()) {
        let content = SectionContent::Identity(identity.clone());
        let value = content.to_value();
        let again = parse(Section::Identity, &value, &Limits::default());
        prop_assert_eq!(again.as_ref(), Ok(&content), "{}", value);
        prop_assert_eq!(serde_json::from_value::<Identity>(value).unwrap(), identity);
    }

    #[test]
    fn closed_questions_refuse_any_answer(
        opener in prop::sample::select(vec![NO, PREFER_NOT_TO_SAY]),
        (id, reply) in prop::sample::select(
            QUESTIONS.iter().filter(|q| q.opened_by.is_some()).collect::<Vec<_>>(),
        )
        .prop_flat_map(|question| (Just(question.id), reply_for(question))),
    ) {
        let (gate, _) = question(id).opened_by.unwrap();
        let mut body = Map::new();
        body.insert(gate.code().to_owned(), json!({"value": opener}));
        body.insert(id.code().to_owned(), serde_json::to_value(&reply).unwrap());
        let expected = vec![(format!("/{id}"), IssueCode::NotApplicable)];
        prop_assert_eq!(refused(&Value::Object(body)), expected);
    }
}
