//! The content of a section, and a hint on it, as people read them: to check, to compare, to judge.

use conoceles_shared::api::hints::{Hint, HintKind};
use conoceles_shared::differences::{Stretch, differing_words};
use conoceles_shared::formats::grouped_phone;
use conoceles_shared::questionnaire::{
    Answer, Contact, Education, FieldSpec, Identity, Photo, QUESTIONS, Section, SectionContent,
    TextAnswer, field, question,
};
use leptos::prelude::*;
use serde_json::Value;

use super::photo::PrivatePhoto;
use crate::i18n::desk::texts;

/// One field with its label.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRow {
    /// The key of the field in the content; empty where the whole section is one answer.
    pub key: &'static str,
    pub label: String,
    pub shown: ShownAnswer,
}

/// An answer, ready to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShownAnswer {
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
pub fn answer_rows(section: Section, content: Option<&Value>) -> Vec<AnswerRow> {
    let Some(content) = content.filter(|it| !it.is_null()) else {
        return vec![AnswerRow {
            key: "",
            label: section.short_label().to_owned(),
            shown: ShownAnswer::Nothing,
        }];
    };
    match SectionContent::from_stored(section, content) {
        Ok(SectionContent::Photo(photo)) => photo_rows(&photo),
        Ok(SectionContent::Contact(contact)) => contact_rows(&contact),
        Ok(SectionContent::Education(education)) => education_rows(&education),
        Ok(SectionContent::Identity(identity)) => identity_rows(&identity),
        Ok(other) => other
            .text_answer()
            .map(|it| AnswerRow {
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
pub fn answer_rows_in_review(section: Section, content: Option<&Value>) -> Vec<AnswerRow> {
    let mut all = answer_rows(section, content);
    if let Some(Ok(SectionContent::Identity(identity))) =
        content.map(|it| SectionContent::from_stored(section, it))
    {
        for (row, asked) in all.iter_mut().zip(QUESTIONS) {
            if !identity.is_read_in_review(asked.id) {
                row.shown = ShownAnswer::Withheld;
            }
        }
    }
    all
}

fn label_of(id: &str) -> String {
    field(id).map_or(id, |it| it.label).to_owned()
}

fn text(answer: &TextAnswer) -> ShownAnswer {
    match answer.text() {
        None => ShownAnswer::NotProvided,
        Some("") => ShownAnswer::Nothing,
        Some(text) => ShownAnswer::Words(text.to_owned()),
    }
}

fn answer<T>(answer: Option<&Answer<T>>, lines: impl Fn(&T) -> Vec<String>) -> ShownAnswer {
    match answer {
        None => ShownAnswer::Nothing,
        Some(Answer::NotProvided { .. }) => ShownAnswer::NotProvided,
        Some(Answer::Value { value }) => ShownAnswer::Lines(lines(value)),
    }
}

fn photo_rows(photo: &Photo) -> Vec<AnswerRow> {
    let label = label_of("sha256");
    match photo {
        Photo::Empty {} => vec![AnswerRow {
            key: "",
            label,
            shown: ShownAnswer::Nothing,
        }],
        Photo::NotProvided { reason, .. } => vec![
            AnswerRow {
                key: "",
                label,
                shown: ShownAnswer::NotProvided,
            },
            AnswerRow {
                key: "",
                label: label_of("reason"),
                shown: ShownAnswer::Lines(vec![reason.clone()]),
            },
        ],
        Photo::Uploaded {
            sha256, taken_on, ..
        } => {
            let taken = taken_on.map(|day| AnswerRow {
                key: "",
                label: label_of("taken_on"),
                shown: ShownAnswer::Lines(vec![conoceles_shared::time::spanish_date(day)]),
            });
            let photo = AnswerRow {
                key: "",
                label,
                shown: ShownAnswer::Photo(sha256.clone()),
            };
            std::iter::once(photo).chain(taken).collect()
        }
    }
}

fn contact_rows(contact: &Contact) -> Vec<AnswerRow> {
    let links = contact.links().map(|(key, label, it)| AnswerRow {
        key,
        label: label.to_owned(),
        shown: answer(it, |text| vec![text.clone()]),
    });
    let lists = contact.lists().map(|(key, label, it)| AnswerRow {
        key,
        label: label.to_owned(),
        shown: answer(it, |values| match key == FieldSpec::PUBLIC_PHONES.id {
            true => values.iter().map(|it| grouped_phone(it)).collect(),
            false => values.clone(),
        }),
    });
    links.into_iter().chain(lists).collect()
}

fn education_rows(education: &Education) -> Vec<AnswerRow> {
    let one = |label: &str| vec![label.to_owned()];
    vec![
        AnswerRow {
            key: "degree",
            label: label_of("degree"),
            shown: answer(education.degree.as_ref(), |it| one(it.label())),
        },
        AnswerRow {
            key: "status",
            label: label_of("status"),
            shown: if education.asks_status() {
                answer(education.status.as_ref(), |it| one(it.label()))
            } else {
                ShownAnswer::NotApplicable
            },
        },
        AnswerRow {
            key: "courses",
            label: label_of("courses"),
            shown: answer(education.courses.as_ref(), Clone::clone),
        },
    ]
}

fn identity_rows(identity: &Identity) -> Vec<AnswerRow> {
    let kept_back = &identity.unpublished;
    let kept_back = (!kept_back.is_empty()).then(|| AnswerRow {
        key: Identity::UNPUBLISHED,
        label: texts().sections.unpublished.to_owned(),
        shown: ShownAnswer::Lines(kept_back.iter().map(|it| it.label().to_owned()).collect()),
    });
    QUESTIONS
        .iter()
        .map(|it| {
            let shown = match identity.reply(it.id) {
                None => ShownAnswer::Nothing,
                Some(reply) if reply.value.has("not_applicable") => ShownAnswer::NotApplicable,
                Some(reply) => ShownAnswer::Lines(reply_lines(it.id, reply)),
            };
            AnswerRow {
                key: it.id.code(),
                label: format!("{}. {}", it.number, it.text),
                shown,
            }
        })
        .chain(kept_back)
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
pub fn show_answer(shown: ShownAnswer, photos: &str) -> AnyView {
    let t = texts().sections;
    match shown {
        ShownAnswer::Nothing => view! { <p class="muted">{t.nothing}</p> }.into_any(),
        ShownAnswer::NotProvided => {
            view! { <p class="not-provided">{texts().form.not_provided}</p> }.into_any()
        }
        ShownAnswer::NotApplicable => view! { <p class="muted">{t.not_applicable}</p> }.into_any(),
        ShownAnswer::Withheld => {
            view! { <p class="muted">{texts().review.withheld}</p> }.into_any()
        }
        ShownAnswer::Lines(lines) => lines
            .into_iter()
            .map(|line| view! { <p>{line}</p> })
            .collect_view()
            .into_any(),
        ShownAnswer::Words(text) => {
            let paragraphs = text
                .split('\n')
                .filter(|it| !it.trim().is_empty())
                .map(|it| view! { <p>{it.to_owned()}</p> })
                .collect_view();
            view! { <div class="words" lang="es">{paragraphs}</div> }.into_any()
        }
        ShownAnswer::Photo(sha256) => view! {
            <div class="preview">
                <PrivatePhoto path=format!("{photos}/{sha256}") alt=t.photo_alt class="portrait"/>
            </div>
        }
        .into_any(),
    }
}

/// Two answers as views, with the words marked that the other lacks.
pub fn show_compared(one: ShownAnswer, other: ShownAnswer, photos: &str) -> (AnyView, AnyView) {
    match (&one, &other) {
        (ShownAnswer::Words(a), ShownAnswer::Words(b)) => {
            let (a, b) = differing_words(a, b);
            (marked_words(a), marked_words(b))
        }
        (ShownAnswer::Lines(a), ShownAnswer::Lines(b)) => {
            let (a, b) = differing_words(&a.join("\n"), &b.join("\n"));
            (marked_words(a), marked_words(b))
        }
        _ => (show_answer(one, photos), show_answer(other, photos)),
    }
}

fn marked_words(all: Vec<Stretch>) -> AnyView {
    let parts = all.into_iter().map(|it| {
        if it.differs {
            view! { <mark class="differs">{it.text}</mark> }.into_any()
        } else {
            it.text.into_any()
        }
    });
    view! { <p class="words words--compared" lang="es">{parts.collect_view()}</p> }.into_any()
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
