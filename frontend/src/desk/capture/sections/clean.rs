//! From what a form holds to what is sent: a declined field keeps no value, a closed question no
//! answer. The form itself keeps both, in case the person changes their mind.

use conoceles_shared::questionnaire::{
    Badge, FieldSpec, Identity, IdentityQuestion, QUESTIONS, Section, YES,
};
use serde_json::{Map, Value};

pub fn content_to_send(section: Section, typed: &Value) -> Value {
    match section {
        Section::Identity => identity(typed),
        Section::Education => education(declined(typed.clone())),
        _ => declined(typed.clone()),
    }
}

/// Where `not_provided` is set, nothing else stays but the reason; where it is not, it goes.
fn declined(value: Value) -> Value {
    let Value::Object(members) = value else {
        return value;
    };
    if members.get("not_provided") == Some(&Value::Bool(true)) {
        return members
            .into_iter()
            .filter(|(key, _)| key == "not_provided" || key == "reason")
            .collect::<Map<_, _>>()
            .into();
    }
    members
        .into_iter()
        .filter(|(key, value)| !value.is_null() && key != "not_provided" && key != "reason")
        .map(|(key, value)| (key, declined(value)))
        .collect::<Map<_, _>>()
        .into()
}

/// No status where the degree asks for none.
fn education(mut value: Value) -> Value {
    let degree = value
        .pointer(&FieldSpec::DEGREE.pointer())
        .and_then(Value::as_str);
    let known = degree.and_then(|it| it.parse::<conoceles_shared::catalogues::Degree>().ok());
    let asks = known.is_some_and(conoceles_shared::catalogues::Degree::has_status);
    if let (false, Value::Object(members)) = (asks, &mut value) {
        members.remove("status");
    }
    value
}

/// Whether a question is asked, given what is typed.
pub fn is_open(question: &IdentityQuestion, typed: &Value) -> bool {
    question.opened_by.is_none_or(|(opener, code)| {
        typed.pointer(&opener.pointer()).and_then(Value::as_str) == Some(code)
    })
}

fn identity(typed: &Value) -> Value {
    let open = QUESTIONS.iter().filter(|it| is_open(it, typed));
    let replies = open.filter_map(|it| {
        let code = it.id.code();
        reply(it, typed.get(code)?).map(|reply| (code.to_owned(), reply))
    });
    let mut content: Map<_, _> = replies.collect();
    let kept_back: Vec<Value> = granted_badges(typed)
        .into_iter()
        .filter(|it| keeps_back(typed, *it))
        .map(|it| Value::from(it.code()))
        .collect();
    if !kept_back.is_empty() {
        content.insert(Identity::UNPUBLISHED.to_owned(), kept_back.into());
    }
    content.into()
}

/// The badges that what is typed grants.
pub fn granted_badges(typed: &Value) -> Vec<Badge> {
    let says_yes = |it: &Badge| {
        typed
            .pointer(&it.question().pointer())
            .and_then(Value::as_str)
            == Some(YES)
    };
    Badge::ALL.iter().copied().filter(says_yes).collect()
}

fn keeps_back(typed: &Value, badge: Badge) -> bool {
    let codes = typed.get(Identity::UNPUBLISHED).and_then(Value::as_array);
    codes.is_some_and(|it| it.iter().any(|code| code.as_str() == Some(badge.code())))
}

/// A reply with the details and the text that its options ask for, and no others.
fn reply(question: &IdentityQuestion, typed: &Value) -> Option<Value> {
    let value = typed.get("value").filter(|it| !it.is_null())?;
    let codes: Vec<&str> = match value {
        Value::Array(codes) => codes.iter().filter_map(Value::as_str).collect(),
        one => one.as_str().into_iter().collect(),
    };
    if codes.is_empty() || codes == ["not_applicable"] {
        return None;
    }
    let chosen: Vec<_> = codes
        .iter()
        .filter_map(|code| question.option(code))
        .collect();
    let mut reply = Map::new();
    reply.insert("value".to_owned(), value.clone());
    let asked: Vec<&str> = chosen
        .iter()
        .flat_map(|it| it.details)
        .map(|it| it.code)
        .collect();
    if let Some(detail) = typed.get("detail").and_then(|it| kept(it, &asked)) {
        reply.insert("detail".to_owned(), detail);
    }
    let other = typed
        .get("other")
        .and_then(Value::as_str)
        .unwrap_or_default()
        .trim();
    if !other.is_empty() && chosen.iter().any(|it| it.text) {
        reply.insert("other".to_owned(), Value::from(other));
    }
    Some(reply.into())
}

/// The codes that are asked for.
fn kept(detail: &Value, asked: &[&str]) -> Option<Value> {
    match detail {
        Value::String(code) => asked.contains(&code.as_str()).then(|| detail.clone()),
        Value::Array(codes) => {
            let kept: Vec<Value> = codes
                .iter()
                .filter(|it| it.as_str().is_some_and(|code| asked.contains(&code)))
                .cloned()
                .collect();
            if kept.is_empty() {
                None
            } else {
                Some(Value::Array(kept))
            }
        }
        _ => None,
    }
}

#[cfg(test)]
#[path = "clean_tests.rs"]
mod clean_tests;
