//! The content of the section in sight, and what was observed before.

use conoceles_shared::api::review::{DeskFinding, DeskSection, EarlierPhoto, EarlierVersion};
use conoceles_shared::lifecycle::SectionState;
use conoceles_shared::questionnaire::{PHOTO_RULES, Section};
use conoceles_shared::text::{CountingMode, count};
use conoceles_shared::time::{spanish_date, spanish_moment};
use leptos::prelude::*;

use super::findings;
use super::live::Live;
use super::signals::Signals;
use crate::desk::content::{ShownAnswer, answer_rows_in_review, show_answer};
use crate::desk::page::remarks;
use crate::desk::photo::PrivatePhoto;
use crate::desk::tags::section_tag;
use crate::i18n::desk::texts;

/// The content to judge.
#[component]
pub fn Reading(live: Live) -> impl IntoView {
    let section = live.section();
    let photos = StoredValue::new(
        live.desk()
            .with_untracked(|it| format!("/review/candidacies/{}/photo", it.id)),
    );
    // The content is drawn anew only when the section or its version changes: a decision leaves it.
    let shown = Memo::new(move |_| {
        section.get().map(|it| {
            (
                it.section,
                it.version,
                it.content,
                it.saved_at,
                it.state,
                it.findings,
                it.warnings,
                it.earlier_photos,
                it.published,
            )
        })
    });
    move || {
        shown.get().map(
            |(
                section,
                version,
                content,
                saved_at,
                state,
                findings,
                warnings,
                earlier,
                published,
            )| {
                let t = texts().review;
                let when = saved_at.map(|at| (t.captured)(&spanish_moment(at)));
                let body = body(section, content.as_ref(), &findings, &photos.get_value());
                view! {
                    <div class="split">
                        <h2 id="seccion" tabindex="-1">{section.label()}</h2>
                        {section_tag(state)}
                    </div>
                    <div class="version version--now">
                        <div class="split">
                            <h3 class="label">{(t.version)(version)}</h3>
                            <span class="small muted">{when}</span>
                        </div>
                        {body}
                        {remarks(
                            view! { <h4 class="label">{texts().review.doubtful}</h4> },
                            "bullets small",
                            &warnings,
                        )}
                    </div>
                    {published.map(|it| what_is_public(section, &it, &photos.get_value()))}
                    {earlier_photos(&earlier, &photos.get_value())}
                }
            },
        )
    }
}

/// Beside a correction: the version that the public sees meanwhile.
fn what_is_public(section: Section, it: &EarlierVersion, photos: &str) -> impl IntoView + use<> {
    let when = (texts().review.captured)(&spanish_moment(it.saved_at));
    view! {
        <div class="version">
            <div class="split">
                <h3 class="label">{(texts().corrections.published_now)(it.version)}</h3>
                <span class="small muted">{when}</span>
            </div>
            {body(section, Some(&it.content), &[], photos)}
        </div>
    }
}

fn body(
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
    all.into_iter()
        .map(|row| {
            let counter = counter(&row.shown);
            view! {
                <div>
                    {(!single).then(|| view! { <p class="small muted">{row.label}</p> })}
                    {match row.shown {
                        ShownAnswer::Words(text) => findings::words(&text, findings),
                        other => show_answer(other, photos),
                    }}
                    {counter.map(|it| view! { <p class="counter">{it}</p> })}
                    {findings::list(findings)}
                </div>
            }
        })
        .collect_view()
        .into_any()
}

/// The pictures that the one above has replaced, each with its day.
fn earlier_photos(earlier: &[EarlierPhoto], photos: &str) -> Option<impl IntoView + use<>> {
    let t = texts().photo;
    let items = earlier
        .iter()
        .map(|it| {
            let path = format!("{photos}/{}", it.sha256);
            let when = (texts().review.captured)(&spanish_moment(it.saved_at));
            let taken = it.taken_on.map(|day| (t.taken_on)(&spanish_date(day)));
            view! {
                <li class="version stack stack--s">
                    <h4 class="label">{(texts().review.version)(it.version)}</h4>
                    <div class="preview">
                        <PrivatePhoto
                            path=path
                            alt=(t.earlier_alt)(it.version)
                            class="portrait"
                        />
                    </div>
                    <p class="small muted">{when}</p>
                    {taken.map(|it| view! { <p class="small muted">{it}</p> })}
                </li>
            }
        })
        .collect_view();
    (!earlier.is_empty()).then(|| {
        view! {
            <section class="stack stack--s" aria-labelledby="anteriores">
                <h3 class="label" id="anteriores">{t.earlier}</h3>
                <ul class="versions">{items}</ul>
            </section>
        }
    })
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

/// What was observed before, what was answered, and what to look at.
#[component]
pub fn Past(live: Live) -> impl IntoView {
    let t = texts().review;
    let section = live.section();
    view! {
        <aside class="stack" aria-label=t.past>
            <Signals live=live/>
            {move || section.get().map(|it| past(&it))}
        </aside>
    }
}

fn past(it: &DeskSection) -> impl IntoView + use<> {
    let t = texts().review;
    let rules = (it.section == Section::Photo).then(|| {
        let rules = PHOTO_RULES
            .iter()
            .map(|it| view! { <li>{*it}</li> })
            .collect_view();
        view! {
            <div class="panel stack stack--s">
                <h2 class="label">{texts().sections.photo_rules}</h2>
                <ul class="small bullets">{rules}</ul>
            </div>
        }
    });
    let answered = it.state == SectionState::Answered;
    let observation = it.observation.clone().map(|before| view! {
        <div class="panel stack stack--s">
            <h2 class="label">{t.earlier_observation}</h2>
            <p class="small muted">{(t.on_version)(before.version, &spanish_moment(before.at))}</p>
            <p><b>{before.ground.label()}</b></p>
            <p>{before.reason}</p>
            {before.answer.map(|text| view! { <p>{(t.operator_answered)(&text)}</p> })}
            {answered.then(|| view! { <p class="small">{t.answered_without_change}</p> })}
        </div>
    });
    (rules, observation)
}
