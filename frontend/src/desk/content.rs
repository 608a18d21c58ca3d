//! The content of a section, and a hint on it, as people read them: to check, to compare, to judge.

use conoceles_shared::api::hints::{Hint, HintKind};
use conoceles_shared::questionnaire::{
    Answer, Contact, Education, Identity, Photo, QUESTIONS, Section, SectionContent, TextAnswer,
    field, question,
};
use leptos::prelude::*;
use serde_json::Value;

use super::photo::PrivatePhoto;
use crate::i18n::desk::texts;

/// One field with its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The key of the field in the content; empty where the whole section is one answer.
    pub key: &'static str,
    /// The official label.
    pub label: String,
    /// What was answered.
    pub shown: Shown,
}

/// An answer, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    /// Nothing was captured.
    Nothing,
    /// An explicit «No proporcionó».
    NotProvided,
    /// The question is closed.
    NotApplicable,
    /// Whoever reads is not shown it, answered or not.
    Withheld,
    /// One or more short answers.
    Lines(Vec<String>),
    /// A text in a person's own words.
    Words(String),
    /// A picture, by its hash.
    Photo(String),
}

/// Every field of a section's content, in the official order; none where it cannot be read.
pub fn rows(section: Section, content: Option<&Value>) -> Vec<Row> {
    let Some(content) = content.filter(|it| !it.is_null()) else {
        return vec![Row {
            key: "",
            label: section.short_label().to_owned(),
            shown: Shown::Nothing,
        }];
    };
    match SectionContent::from_stored(section, content) {
        Ok(SectionContent::Photo(photo)) => photo_rows(&photo),
        Ok(SectionContent::Contact(contact)) => contact_rows(&contact),
        Ok(SectionContent::Education(education)) => education_rows(&education),
        Ok(SectionContent::Identity(identity)) => identity_rows(&identity),
        Ok(other) => other
            .text_answer()
            .map(|it| Row {
                key: "",
                label: section.short_label().to_owned(),
                shown: text(it),
            })
            .into_iter()
            .collect(),
        Err(_) => Vec::new(),
    }
}

/// The same for a reviewer: what is withheld says so, and not that nobody answered it.
pub fn rows_in_review(section: Section, content: Option<&Value>) -> Vec<Row> {
    let mut all = rows(section, content);
    if let Some(Ok(SectionContent::Identity(identity))) =
        content.map(|it| SectionContent::from_stored(section, it))
    {
        for (row, asked) in all.iter_mut().zip(QUESTIONS) {
            if !identity.is_read_in_review(asked.id) {
                row.shown = Shown::Withheld;
            }
        }
    }
    all
}

fn label_of(id: &str) -> String {
    field(id).map_or(id, |it| it.label).to_owned()
}

fn text(answer: &TextAnswer) -> Shown {
    match answer.text() {
        None => Shown::NotProvided,
        Some("") => Shown::Nothing,
        Some(text) => Shown::Words(text.to_owned()),
    }
}

fn answer<T>(answer: Option<&Answer<T>>, lines: impl Fn(&T) -> Vec<String>) -> Shown {
    match answer {
        None => Shown::Nothing,
        Some(Answer::NotProvided { .. }) => Shown::NotProvided,
        Some(Answer::Value { value }) => Shown::Lines(lines(value)),
    }
}

fn photo_rows(photo: &Photo) -> Vec<Row> {
    let label = label_of("sha256");
    match photo {
        Photo::Empty {} => vec![Row {
            key: "",
            label,
            shown: Shown::Nothing,
        }],
        Photo::NotProvided { reason, .. } => vec![
            Row {
                key: "",
                label,
                shown: Shown::NotProvided,
            },
            Row {
                key: "",
                label: label_of("reason"),
                shown: Shown::Lines(vec![reason.clone()]),
            },
        ],
        Photo::Uploaded {
            sha256, taken_on, ..
        } => {
            let taken = taken_on.map(|day| Row {
                key: "",
                label: label_of("taken_on"),
                shown: Shown::Lines(vec![conoceles_shared::time::spanish_date(day)]),
            });
            let photo = Row {
                key: "",
                label,
                shown: Shown::Photo(sha256.clone()),
            };
            std::iter::once(photo).chain(taken).collect()
        }
    }
}

fn contact_rows(contact: &Contact) -> Vec<Row> {
    let links = contact.links().map(|(key, label, it)| Row {
        key,
        label: label.to_owned(),
        shown: answer(it, |text| vec![text.clone()]),
    });
    let lists = contact.lists().map(|(key, label, it)| Row {
        key,
        label: label.to_owned(),
        shown: answer(it, Clone::clone),
    });
    links.into_iter().chain(lists).collect()
}

fn education_rows(education: &Education) -> Vec<Row> {
    let one = |label: &str| vec![label.to_owned()];
    vec![
        Row {
            key: "degree",
            label: label_of("degree"),
            shown: answer(education.degree.as_ref(), |it| one(it.label())),
        },
        Row {
            key: "status",
            label: label_of("status"),
            shown: if education.asks_status() {
                answer(education.status.as_ref(), |it| one(it.label()))
            } else {
                Shown::NotApplicable
            },
        },
        Row {
            key: "courses",
            label: label_of("courses"),
            shown: answer(education.courses.as_ref(), Clone::clone),
        },
    ]
}

fn identity_rows(identity: &Identity) -> Vec<Row> {
    QUESTIONS
        .iter()
        .map(|it| {
            let shown = match identity.reply(it.id) {
                None => Shown::Nothing,
                Some(reply) if reply.value.has("not_applicable") => Shown::NotApplicable,
                Some(reply) => Shown::Lines(reply_lines(it.id, reply)),
            };
            Row {
                key: it.id.code(),
                label: format!("{}. {}", it.number, it.text),
                shown,
            }
        })
        .collect()
}

fn reply_lines(
    id: conoceles_shared::questionnaire::QuestionId,
    reply: &conoceles_shared::questionnaire::Reply,
) -> Vec<String> {
    let asked = question(id);
    let details = reply.detail.as_ref().map_or(&[][..], |it| it.codes());
    reply
        .value
        .codes()
        .iter()
        .map(|code| {
            let mut line = asked.label(code).unwrap_or(code).to_owned();
            let Some(option) = asked.option(code) else {
                return line;
            };
            let own: Vec<&str> = option
                .details
                .iter()
                .filter(|it| details.contains(&it.code))
                .map(|it| it.label)
                .collect();
            if !own.is_empty() {
                line = format!("{line} ({})", own.join(", "));
            }
            match &reply.other {
                Some(other) if option.text => format!("{line}: {other}"),
                _ => line,
            }
        })
        .collect()
}

/// An answer as a view. `photos` is where private pictures are read from, without the hash.
pub fn show(shown: Shown, photos: &str) -> AnyView {
    let t = texts().sections;
    match shown {
        Shown::Nothing => view! { <p class="muted">{t.nothing}</p> }.into_any(),
        Shown::NotProvided => {
            view! { <p class="not-provided">{texts().form.not_provided}</p> }.into_any()
        }
        Shown::NotApplicable => view! { <p class="muted">{t.not_applicable}</p> }.into_any(),
        Shown::Withheld => view! { <p class="muted">{texts().review.withheld}</p> }.into_any(),
        Shown::Lines(lines) => lines
            .into_iter()
            .map(|line| view! { <p>{line}</p> })
            .collect_view()
            .into_any(),
        Shown::Words(text) => {
            let paragraphs = text
                .split('\n')
                .filter(|it| !it.trim().is_empty())
                .map(|it| view! { <p>{it.to_owned()}</p> })
                .collect_view();
            view! { <div class="words" lang="es">{paragraphs}</div> }.into_any()
        }
        Shown::Photo(sha256) => view! {
            <div class="preview">
                <PrivatePhoto path=format!("{photos}/{sha256}") alt=t.photo_alt class="portrait"/>
            </div>
        }
        .into_any(),
    }
}

/// What a hint says, without the section it is on and without a full stop.
pub fn hint_sentence(hint: &Hint) -> String {
    let t = texts().hints;
    let what = hint.excerpt.as_str();
    match hint.kind {
        HintKind::Capitals => (t.capitals)(what),
        HintKind::Padding => (t.padding)(what),
        HintKind::Repeated => {
            let other = hint.other.map(Section::short_label).unwrap_or_default();
            (t.repeated)(what, other)
        }
        HintKind::Mention => (t.mention)(what),
        HintKind::Similar => t.similar_to_another.to_owned(),
    }
}
