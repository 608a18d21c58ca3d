//! A rule that the authority adds, as it is typed.

use conoceles_shared::language::{EXPLANATION_MAX, ElectionRules, Level, parse_election_rules};
use conoceles_shared::problem::FieldError;
use conoceles_shared::text;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::store::Store;
use crate::desk::client::Failure;
use crate::desk::form::RequestForm;
use crate::desk::form::request;
use crate::desk::form::{Choice, RadioGroup, TextArea, TextField, text_at};
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// The fields of the form, of which a rule is made.
const WORDS: &str = "/words";
const KIND: &str = "/kind";
const LEVEL: &str = "/level";
const SUGGESTIONS: &str = "/suggestions";
const EXPLANATION: &str = "/explanation";
const SOURCE: &str = "/source";

/// How words are looked for: the list of a rule that they go into.
const KINDS: [&str; 3] = ["patterns", "nouns", "terms"];

#[component]
pub(super) fn NewRule(store: Store) -> impl IntoView {
    let t = texts().language;
    let visit = Visit::here();
    let send = move |typed: Value| async move {
        let rules = with_rule(&store.rules(), &typed)?;
        let words = lines(&typed, WORDS).join(", ");
        store.save(&rules).await?;
        visit.say((t.rule_added)(&words));
        Ok(())
    };
    let labels = [t.kind_phrase, t.kind_noun, t.kind_term];
    let kinds = KINDS
        .into_iter()
        .zip(labels)
        .map(|(code, label)| Choice::new(code, label))
        .collect();
    let levels = Level::ALL
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    view! {
        <section class="panel stack" aria-labelledby="nueva">
            <h2 id="nueva">{t.new_rule}</h2>
            <RequestForm start=json!({ "kind": KINDS[0], "level": Level::Suggestion.code() }) button=t.add send=send>
                <TextArea pointer=WORDS label=t.words hint=t.words_hint/>
                <RadioGroup pointer=KIND legend=t.kind options=kinds/>
                <RadioGroup pointer=LEVEL legend=t.level options=levels/>
                <TextArea pointer=SUGGESTIONS label=t.suggestions hint=t.suggestions_hint/>
                <TextArea pointer=EXPLANATION label=t.explanation hint=(t.explanation_hint)(EXPLANATION_MAX)/>
                <TextField pointer=SOURCE label=t.source hint=t.source_hint/>
            </RequestForm>
        </section>
    }
}

fn typed_text(typed: &Value, pointer: &str) -> String {
    text_at(typed, pointer).trim().to_owned()
}

fn lines(typed: &Value, pointer: &str) -> Vec<String> {
    let text = typed_text(typed, pointer);
    let lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    lines.map(str::to_owned).collect()
}

/// The rules with the one that is typed, or every error in it by its field.
fn with_rule(before: &ElectionRules, typed: &Value) -> Result<ElectionRules, Failure> {
    let words = lines(typed, WORDS);
    let kind = typed_text(typed, KIND);
    let mut rule = json!({
        "id": new_id(before, words.first().map_or("regla", String::as_str)),
        "level": typed_text(typed, LEVEL),
        "suggestions": lines(typed, SUGGESTIONS),
        "explanation": typed_text(typed, EXPLANATION).replace('\n', " "),
        "source": typed_text(typed, SOURCE),
    });
    rule[kind.as_str()] = json!(words);
    let place = before.added.len();
    let mut rules = json!({ "added": before.added, "off": before.off });
    if let Some(list) = rules.pointer_mut("/added").and_then(Value::as_array_mut) {
        list.push(rule);
    }
    parse_election_rules(&rules).map_err(|issues| {
        let errors = issues.into_iter().map(FieldError::from);
        request::refusal(by_field(errors.collect(), place))
    })
}

/// The errors of the rule at this place, each at the field it was typed in.
fn by_field(errors: Vec<FieldError>, place: usize) -> Vec<FieldError> {
    let own = format!("/added/{place}");
    let mut shown: Vec<FieldError> = Vec::new();
    let t = texts().language;
    for error in errors {
        let rest = error.pointer.strip_prefix(&own).unwrap_or_default();
        let (pointer, label) = match rest.split('/').nth(1).unwrap_or_default() {
            "level" => (LEVEL, t.level),
            "suggestions" => (SUGGESTIONS, t.suggestions),
            "explanation" => (EXPLANATION, t.explanation),
            "source" => (SOURCE, t.source),
            _ => (WORDS, t.words),
        };
        let what = match error.code.as_str() {
            "required" => texts().form.text_wanted.to_owned(),
            _ => match error.detail.split_once(": ") {
                Some((_, what)) => what.to_owned(),
                None => error.detail.clone(),
            },
        };
        let detail = format!("{label}: {what}");
        if !shown
            .iter()
            .any(|it| it.pointer == pointer && it.detail == detail)
        {
            shown.push(FieldError {
                pointer: pointer.to_owned(),
                detail,
                ..error
            });
        }
    }
    shown
}

/// A name for a rule that none of the election has: from its first words.
fn new_id(before: &ElectionRules, words: &str) -> String {
    let letters = text::fold(words);
    let parts: Vec<&str> = letters
        .split(|it: char| !it.is_ascii_alphanumeric())
        .filter(|it| !it.is_empty())
        .collect();
    let base = format!("ut-{}", parts.join("-"));
    let taken = |id: &str| before.added.iter().any(|it| it.id == id);
    if !taken(&base) {
        return base;
    }
    let numbered = (2..).map(|n| format!("{base}-{n}"));
    numbered.into_iter().find(|it| !taken(it)).unwrap_or(base)
}

#[cfg(test)]
#[path = "new_rule_tests.rs"]
mod new_rule_tests;
