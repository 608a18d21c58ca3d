//! The content of the section in sight, and what was observed before.

use conoceles_shared::api::review::{DeskSection, EarlierPhoto, EarlierVersion};
use conoceles_shared::lifecycle::SectionState;
use conoceles_shared::questionnaire::{Ground, Limits, Section};
use conoceles_shared::time::{spanish_date, spanish_moment};
use leptos::prelude::*;

use super::answers::{answers, rule_of};
use super::compare::{Against, button_words, compared, comparisons};
use super::findings;
use super::live::Live;
use super::photo_window::{PhotoChecklist, photo_in_large};
use super::signals::Signals;
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
    // The content is drawn anew only when the section or its version changes: a decision and a mark
    // leave it.
    let shown = Memo::new(move |_| {
        section.get().map(|it| DeskSection {
            own_decision: None,
            to_decide: false,
            observation: None,
            handled: Vec::new(),
            ..it
        })
    });
    move || {
        shown.get().map(|it| {
            let seen = live.seen_before(it.section);
            view! { <SectionToRead live=live section=it seen=seen photos=photos.get_value()/> }
        })
    }
}

#[component]
fn SectionToRead(
    live: Live,
    section: DeskSection,
    seen: Option<EarlierVersion>,
    photos: String,
) -> impl IntoView {
    let t = texts().review;
    let stale = seen.is_some().then(|| {
        view! { <p class="notice notice--plain" role="alert">{texts().desk_tools.stale}</p> }
    });
    let against = comparisons(&section, seen);
    let chosen = RwSignal::new(against.first().map(|(it, _)| *it));
    let buttons = segments(&against, section.version, chosen);
    let (doubtful, found) = (section.warnings.clone(), section.findings.clone());
    let earlier = earlier_photos(&section.earlier_photos, &photos);
    let large = photo_in_large(&section, &photos);
    let (label, tag) = (section.section.label(), section_tag(section.state));
    let body = move || {
        let with = chosen
            .get()
            .and_then(|it| against.iter().find(|(other, _)| *other == it));
        match with {
            Some(with) => compared(&section, with.clone(), &photos).into_any(),
            None => alone(&section, &photos).into_any(),
        }
    };
    view! {
        <div class="split">
            <h2 id="seccion" tabindex="-1">{label}</h2>
            {tag}
        </div>
        {stale}
        {buttons}
        {body}
        {large}
        {findings::list(live, &found)}
        {remarks(view! { <h4 class="label">{t.doubtful}</h4> }, "bullets small", &doubtful)}
        {earlier}
    }
}

/// What the version to judge is compared with, where it can be.
fn segments(
    against: &[(Against, EarlierVersion)],
    version: u32,
    chosen: RwSignal<Option<Against>>,
) -> Option<impl IntoView + use<>> {
    let t = texts().desk_tools;
    let button = |of: Option<Against>, words: String| {
        view! {
            <button
                type="button"
                aria-pressed=move || (chosen.get() == of).to_string()
                on:click=move |_| chosen.set(of)
            >
                {words}
            </button>
        }
    };
    let all: Vec<_> = against
        .iter()
        .map(|(it, earlier)| button(Some(*it), button_words(*it, earlier.version)))
        .collect();
    (!all.is_empty()).then(|| {
        view! {
            <div class="segmented" role="group" aria-label=t.views>
                {all}
                {button(None, (t.alone)(version))}
            </div>
        }
    })
}

/// The version to judge, its findings marked.
fn alone(it: &DeskSection, photos: &str) -> impl IntoView + use<> {
    let t = texts().review;
    let when = it.saved_at.map(|at| (t.captured)(&spanish_moment(at)));
    view! {
        <div class="version version--now">
            <div class="split">
                <h3 class="label">{(t.version)(it.version)}</h3>
                <span class="small muted">{when}</span>
            </div>
            {answers(it.section, it.content.as_ref(), &it.findings, photos)}
        </div>
    }
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

/// What was observed before, what was answered, and what to look at.
#[component]
pub fn Past(live: Live) -> impl IntoView {
    let t = texts().review;
    let section = live.section();
    view! {
        <aside class="stack" aria-label=t.past>
            <Signals live=live/>
            {move || section.get().map(|it| {
                live.desk().with(|desk| past(live, &it, &desk.limits))
            })}
        </aside>
    }
}

fn past(live: Live, it: &DeskSection, limits: &Limits) -> impl IntoView + use<> {
    let t = texts().review;
    let rules = if it.section == Section::Photo {
        view! { <PhotoChecklist live=live/> }.into_any()
    } else {
        rules_of(it.section, limits).into_any()
    };
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

/// What is asked of a section, and what it must not have.
fn rules_of(section: Section, limits: &Limits) -> impl IntoView + use<> {
    let t = texts().desk_tools;
    let prohibited = section.is_text().then(|| {
        let grounds = Ground::ALL
            .iter()
            .filter(|it| it.number().is_some())
            .map(|it| view! { <li>{it.label()}</li> })
            .collect_view();
        view! {
            <p class="small"><b>{t.grounds}</b></p>
            <ul class="small bullets">{grounds}</ul>
        }
    });
    let rule = rule_of(section, limits);
    view! {
        <div class="panel stack stack--s">
            <h2 class="label">{t.rules}</h2>
            {rule.map(|it| view! { <p class="small">{it}</p> })}
            {prohibited}
        </div>
    }
}
