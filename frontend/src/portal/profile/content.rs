//! What a section says, as it was captured: complete, never cut.

use conoceles_shared::api::Labelled;
use conoceles_shared::api::public::{ContactField, Content};
use conoceles_shared::questionnaire::FieldSpec;
use leptos::prelude::*;

use crate::i18n::portal::texts;
use crate::ui::{IntoPiece, Piece, email_address, phone_number, value_or_link};

/// The content of a published section.
pub fn published_content(content: &Content) -> Piece {
    match content {
        Content::Contact { fields } => {
            let fields = fields.iter().map(contact_field).collect_view();
            view! { <dl class="pairs">{fields}</dl> }.piece()
        }
        Content::Education {
            degree,
            status,
            courses,
        } => education(degree.as_ref(), status.as_ref(), courses),
        Content::Text { text } => words(text),
    }
}

fn contact_field(field: &ContactField) -> Piece {
    let shown: fn(&str) -> Piece = if field.field == FieldSpec::PUBLIC_PHONES.id {
        phone_number
    } else if field.field == FieldSpec::PUBLIC_EMAILS.id {
        email_address
    } else {
        value_or_link
    };
    let values = match field.values.as_slice() {
        [] if field.not_provided => absent(texts().profile.not_provided),
        [] => absent(texts().profile.not_captured),
        [only] => shown(only),
        several => list(several, shown),
    };
    view! { <dt>{field.label.clone()}</dt><dd>{values}</dd> }.piece()
}

fn list(values: &[String], shown: fn(&str) -> Piece) -> Piece {
    let items = values
        .iter()
        .map(|it| view! { <li>{shown(it)}</li> })
        .collect_view();
    view! { <ul class="bullets">{items}</ul> }.piece()
}

fn education(degree: Option<&Labelled>, status: Option<&Labelled>, courses: &[String]) -> Piece {
    let t = texts().profile;
    let label = |it: Option<&Labelled>| match it {
        Some(it) => it.label.clone().piece(),
        None => absent(texts().common.no_data),
    };
    let courses = if courses.is_empty() {
        absent(texts().common.no_data)
    } else {
        list(courses, value_or_link)
    };
    view! {
        <dl class="pairs">
            <dt>{t.degree}</dt>
            <dd>{label(degree)}</dd>
            <dt>{t.status}</dt>
            <dd>{label(status)}</dd>
            <dt>{t.courses}</dt>
            <dd>{courses}</dd>
        </dl>
    }
    .piece()
}

/// A person's own words: a paragraph for each line that says something.
fn words(text: &str) -> Piece {
    let paragraphs = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .map(|line| view! { <p>{line.to_owned()}</p> })
        .collect_view();
    view! { <div class="words">{paragraphs}</div> }.piece()
}

pub fn absent(words: &'static str) -> Piece {
    view! { <p class="not-provided">{words}</p> }.piece()
}
