//! The answers of a section as a reviewer reads them: addresses as links, and what is not reviewed
//! folded into one line.

use conoceles_shared::api::review::DeskFinding;
use conoceles_shared::questionnaire::{Limits, Section};
use conoceles_shared::text::{CountingMode, count};
use leptos::prelude::*;

use super::findings;
use crate::desk::content::{AnswerRow, ShownAnswer, answer_rows_in_review, show_answer};
use crate::i18n::desk::texts;

/// The content of a section.
pub fn answers(
    section: Section,
    content: Option<&serde_json::Value>,
    findings: &[DeskFinding],
    photos: &str,
) -> AnyView {
    let t = texts().review;
    if content.is_none() && section == Section::Identity {
        return view! { <p class="muted">{t.identity_hidden}</p> }.into_any();
    }
    let all = answer_rows_in_review(section, content);
    let single = all.len() == 1;
    let (folded, read): (Vec<_>, Vec<_>) = all.into_iter().partition(|it| {
        section == Section::Identity
            && matches!(
                it.shown,
                ShownAnswer::Withheld | ShownAnswer::NotApplicable | ShownAnswer::Nothing
            )
    });
    let rows = read
        .into_iter()
        .map(|row| answer_row(row, single, findings, photos))
        .collect_view();
    view! { {badges(section, single, &folded)}{rows}{fold(folded)} }.into_any()
}

/// Of identity: what the answers below ask for.
fn badges(section: Section, none: bool, folded: &[AnswerRow]) -> Option<AnyView> {
    let t = texts().desk_tools;
    let asked = section == Section::Identity && !none;
    asked.then(|| {
        let all = conoceles_shared::questionnaire::QUESTIONS.len();
        if folded.len() >= all {
            view! { <p class="muted">{t.no_badges}</p> }.into_any()
        } else {
            view! { <h4 class="label">{t.badges}</h4> }.into_any()
        }
    })
}

/// The questions that nobody reviews, in one line that opens.
fn fold(folded: Vec<AnswerRow>) -> Option<AnyView> {
    let number = folded.len();
    (number > 0).then(|| {
        let labels = folded
            .into_iter()
            .map(|it| view! { <li>{it.label}</li> })
            .collect_view();
        view! {
            <details class="disclosure small">
                <summary>{(texts().desk_tools.not_shown)(number)}</summary>
                <ul class="bullets">{labels}</ul>
            </details>
        }
        .into_any()
    })
}

fn answer_row(
    row: AnswerRow,
    single: bool,
    findings: &[DeskFinding],
    photos: &str,
) -> impl IntoView + use<> {
    let counter = counter(&row.shown);
    let shown = match row.shown {
        ShownAnswer::Words(text) => findings::words(&text, findings),
        other => plain_answer(other, photos),
    };
    view! {
        <div>
            {(!single).then(|| view! { <p class="small muted">{row.label}</p> })}
            {shown}
            {counter.map(|it| view! { <p class="counter">{it}</p> })}
        </div>
    }
}

/// An answer without findings; an address in it leads there, and is not fetched by the desk.
pub fn plain_answer(shown: ShownAnswer, photos: &str) -> AnyView {
    match shown {
        ShownAnswer::Lines(lines) => lines
            .into_iter()
            .map(|line| {
                if is_address(&line) {
                    outside_link(line).into_any()
                } else {
                    view! { <p>{line}</p> }.into_any()
                }
            })
            .collect_view()
            .into_any(),
        other => show_answer(other, photos),
    }
}

/// Whether a whole line is an address of the web.
fn is_address(line: &str) -> bool {
    let is_web = line.starts_with("https://") || line.starts_with("http://");
    is_web && !line.contains(char::is_whitespace)
}

fn outside_link(address: String) -> impl IntoView {
    let href = address.clone();
    view! {
        <p>
            <a
                href=href
                target="_blank"
                rel="external noopener noreferrer nofollow"
                referrerpolicy="no-referrer"
            >
                {address}
                <span class="hidden-visually">{texts().desk_tools.opens_outside}</span>
            </a>
        </p>
    }
}

fn counter(shown: &ShownAnswer) -> Option<String> {
    let ShownAnswer::Words(text) = shown else {
        return None;
    };
    let plain = count(text, CountingMode::WithoutSpaces);
    Some((texts().review.length)(
        plain,
        count(text, CountingMode::Total),
    ))
}

/// What is asked of a section, in a line.
pub fn rule_of(section: Section, limits: &Limits) -> Option<String> {
    let t = texts().desk_tools;
    match section {
        Section::Contact => Some(t.rule_contact.to_owned()),
        Section::Education => Some(t.rule_education.to_owned()),
        Section::Identity => Some(t.rule_identity.to_owned()),
        _ => limits.text_range(section).map(|(min, max)| {
            let how = match limits.counting {
                CountingMode::WithoutSpaces => t.rule_without_spaces,
                CountingMode::Total => t.rule_with_spaces,
            };
            (t.rule_length)(min, max, how)
        }),
    }
}

#[cfg(test)]
#[path = "answers_tests.rs"]
mod answers_tests;
