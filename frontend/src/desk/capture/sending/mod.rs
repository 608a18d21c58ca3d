//! Check your answers and what looks doubtful in them, then send.

mod hints;
mod readiness;

use conoceles_shared::api::capture::{Candidacy, SectionView};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{Consents, State};
use conoceles_shared::problem::FieldError;
use conoceles_shared::questionnaire::{ConsentKind, Section};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

use super::offline::unsent_now;
use super::sections::identity::why_hidden;
use super::tasks::where_it_runs;
use crate::desk::access::Access;
use crate::desk::client::Method;
use crate::desk::content::{answer_rows, show_answer};
use crate::desk::dom;
use crate::desk::form::{CheckBox, ErrorSummary, Form, Summary};
use crate::desk::kept::Kept;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Heading, Visit, remarks, way};
use crate::desk::place::Place;
use crate::desk::receipts::Receipts;
use crate::desk::tags::{own_section_tag, section_tag};
use crate::i18n::desk::texts;
use hints::HintNotice;
use readiness::{READINESS, SENDING, readiness};

/// Everything that was captured, with links to change it, and the button that sends it.
#[component]
pub fn CheckPage(id: CandidacyId) -> impl IntoView {
    let access = Access::here();
    let loaded = Loader::new(move || {
        let id = id.clone();
        async move {
            let path = format!("/capture/candidacies/{id}");
            let candidacy: Candidacy = access.get(path.clone()).await?;
            let mut views = Vec::new();
            for section in Section::REVIEWABLE {
                views.push(
                    access
                        .get::<SectionView>(format!("{path}/sections/{section}"))
                        .await?,
                );
            }
            Ok((candidacy, views))
        }
    });
    loaded.show(|(candidacy, views)| view! { <AnswersToCheck candidacy=candidacy views=views/> })
}

#[component]
fn AnswersToCheck(candidacy: Candidacy, views: Vec<SectionView>) -> impl IntoView {
    let t = texts().capture;
    let name = candidacy.registration.full_name();
    let tasks = Place::Tasks(candidacy.id.clone());
    let above = vec![(Place::Start, t.mine.to_owned()), (tasks, name.clone())];
    let unsent = unsent_now(candidacy.id.clone());
    let ready = readiness(candidacy.clone(), &views, unsent);
    let (identity, curricular): (Vec<_>, Vec<_>) = views
        .into_iter()
        .partition(|it| it.section == Section::Identity);
    let (state, consents) = (candidacy.state, candidacy.consents);
    let id = candidacy.id.clone();
    let preview = Place::Preview(candidacy.id.clone());
    let base = format!("/capture/candidacies/{id}");
    let published = if candidacy.consents.identity_publication {
        t.published_by_consent
    } else {
        t.not_published
    };
    view! {
        <div class="wrap">
            <Crumbs above=above here=t.check_crumb/>
            <div class="stack stack--l">
                <div class="page-head">
                    <Heading text=t.check/>
                    <p class="name card__name">{name}</p>
                    <p class="small muted">{where_it_runs(&candidacy)}</p>
                    <p><a class="way" href=preview.href()>{t.see_preview}</a></p>
                </div>
                {ready}
                <HintNotice id=candidacy.id.clone()/>
                <section aria-labelledby="curricular" class="stack stack--s">
                    <div class="split">
                        <h2 id="curricular">{t.curricular}</h2>
                        <span class="small muted">{t.is_published}</span>
                    </div>
                    <dl class="summary">
                        {curricular.iter().map(|it| summary(&id, it)).collect_view()}
                    </dl>
                </section>
                <section aria-labelledby="identidad" class="stack stack--s">
                    <div class="split">
                        <h2 id="identidad">{t.identity}</h2>
                        <span class="small muted">{published}</span>
                    </div>
                    <dl class="summary">
                        {identity
                            .iter()
                            .map(|it| private_summary(&id, it, state, consents))
                            .collect_view()}
                        {consent_rows(&id, candidacy.consents)}
                    </dl>
                </section>
                <SendForm candidacy=candidacy unsent=unsent/>
                <Receipts base=base/>
            </div>
        </div>
    }
}

fn change_link(id: &CandidacyId, section: Section) -> impl IntoView + use<> {
    let place = Place::Section(id.clone(), section);
    view! {
        <a href=place.href()>
            {texts().capture.change}
            <span class="hidden-visually">{format!(" {}", section.label())}</span>
        </a>
    }
}

/// The link to change it; nothing where the section can only be read.
fn change_if_open(id: &CandidacyId, it: &SectionView) -> impl IntoView + use<> {
    let link = it.refusal.is_none().then(|| change_link(id, it.section));
    view! { <dd>{link}</dd> }
}

fn summary(id: &CandidacyId, it: &SectionView) -> impl IntoView + use<> {
    let photos = format!("/capture/candidacies/{id}/photo");
    let all = answer_rows(it.section, it.content.as_ref());
    let single = all.len() == 1;
    let shown = all
        .into_iter()
        .map(|row| {
            view! {
                <div>
                    {(!single).then(|| view! { <p class="small muted">{row.label}</p> })}
                    {show_answer(row.shown, &photos)}
                </div>
            }
        })
        .collect_view();
    view! {
        <div>
            <dt>{it.section.label()}<div>{section_tag(it.state)}</div></dt>
            <dd class="stack stack--s">{shown}{doubts(it)}</dd>
            {change_if_open(id, it)}
        </div>
    }
}

/// What looks doubtful in a section that can still be changed.
fn doubts(it: &SectionView) -> Option<AnyView> {
    let title = view! { <p class="label">{texts().sections.doubtful}</p> };
    it.refusal
        .is_none()
        .then(|| remarks(title, "bullets small", &it.warnings))?
}

/// Identity answers are only said to be complete, doubtful or neither, and not which: the screen may
/// be seen by others.
fn private_summary(
    id: &CandidacyId,
    it: &SectionView,
    of: State,
    consents: Consents,
) -> impl IntoView + use<> {
    let t = texts().capture;
    let text = match it.missing.len() {
        _ if it.withheld => why_hidden(of).to_owned(),
        _ if it.version == 0 => texts().sections.nothing.to_owned(),
        0 => t.all_answered.to_owned(),
        missing => (t.unanswered)(missing),
    };
    let doubtful = it.warnings.len();
    let doubtful = (doubtful > 0 && it.refusal.is_none())
        .then(|| view! { <p class="small">{(t.to_check)(doubtful)}</p> });
    view! {
        <div>
            <dt>
                {it.section.label()}
                <div>{own_section_tag(it.section, it.state, consents)}</div>
            </dt>
            <dd class="stack stack--s"><p>{text}</p>{doubtful}</dd>
            {change_if_open(id, it)}
        </div>
    }
}

fn consent_rows(id: &CandidacyId, consents: Consents) -> impl IntoView + use<> {
    let t = texts().capture;
    ConsentKind::ALL
        .iter()
        .map(|kind| {
            let given = consents.given(*kind);
            view! {
                <div>
                    <dt>{kind.label()}</dt>
                    <dd>{if given { t.granted } else { t.not_granted }}</dd>
                    <dd>{change_link(id, Section::Consents)}</dd>
                </div>
            }
        })
        .collect_view()
}

/// The field of the declaration, which is not sent: sending is the declaration.
const DECLARED: &str = "/declared";

#[component]
fn SendForm(candidacy: Candidacy, unsent: Signal<Vec<Section>>) -> impl IntoView {
    let t = texts().capture;
    let access = Access::here();
    let visit = Visit::here();
    let go = way();
    let form = Form::provide(json!({}), Signal::stored(false));
    let message = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let refused = candidacy.submit_refusal.is_some();
    let tasks = Place::Tasks(candidacy.id.clone());
    let kept = Kept::here();
    let path = StoredValue::new(format!("/capture/candidacies/{}/submission", candidacy.id));
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        message.set(None);
        form.clear_errors();
        if busy.get_untracked() {
            return;
        }
        // Another tab may have typed since: the box above lists what is kept, each with its way.
        kept.changed();
        if refused || !unsent.read_untracked().is_empty() {
            return dom::focus(READINESS);
        }
        if !form.flag(DECLARED) {
            return form.refuse(vec![FieldError::new(
                DECLARED,
                "required",
                t.declare_missing,
            )]);
        }
        busy.set(true);
        let place = tasks.clone();
        spawn_local(async move {
            let sent = access
                .send::<_, Candidacy>(Method::Post, path.get_value(), &json!({}))
                .await;
            busy.try_set(false);
            match sent {
                Ok(_) => {
                    visit.say_next(t.sent);
                    go.run(place);
                }
                Err(why) => {
                    message.try_set(Some(why.message()));
                }
            }
        });
    };
    view! {
        <form
            class="stack section section--strong"
            id=SENDING
            tabindex="-1"
            novalidate
            on:submit=submit
        >
            <ErrorSummary/>
            <Summary message=message.into()/>
            <CheckBox pointer=DECLARED label=t.declare/>
            <div class="cluster">
                <button
                    class="btn btn--big"
                    aria-disabled=move || (refused || busy.get()).then_some("true")
                    aria-describedby=refused.then_some("enviar-no")
                >
                    {t.send_now}
                </button>
                <p class="hint">{t.send_hint}</p>
            </div>
            {refused.then(|| view! { <p class="small" id="enviar-no">{t.cannot_send_see}</p> })}
        </form>
    }
}
