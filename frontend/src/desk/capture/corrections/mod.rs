//! Correcting what is published: asking for it, following it, sending it.

use conoceles_shared::api::capture::Candidacy;
use conoceles_shared::api::corrections::{CorrectionRequest, CorrectionUnderWay, OwnCorrections};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{CorrectionState, EndedCorrection};
use conoceles_shared::problem::FieldError;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::{Instant, spanish_deadline, spanish_moment};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use crate::desk::access::Access;
use crate::desk::client::Method;
use crate::desk::dom;
use crate::desk::form::request::{self, Want};
use crate::desk::form::{CheckGroup, Choice, RequestForm, Summary, TextArea};
use crate::desk::page::Visit;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The id of the heading, which takes the focus after each step.
const HEADING: &str = "correcciones";

/// What can be corrected of a published candidacy, and how far a correction is; `renewed` gets the
/// candidacy after each step.
#[component]
pub fn Corrections(
    id: CandidacyId,
    corrections: OwnCorrections,
    /// The instant of the answer.
    now: Instant,
    renewed: Callback<Candidacy>,
) -> impl IntoView {
    let t = texts().corrections;
    let ended = corrections.ended.clone();
    let body = match corrections.under_way.clone() {
        Some(it) => {
            let refusal = corrections.send_refusal;
            view! { <UnderWay id=id correction=it now=now refusal=refusal renewed=renewed/> }
                .into_any()
        }
        None => view! { <Ask id=id corrections=corrections renewed=renewed/> }.into_any(),
    };
    view! {
        <section class="stack" aria-labelledby=HEADING>
            <h2 id=HEADING tabindex="-1">{t.title}</h2>
            <p>{t.lead}</p>
            {ended.map(|it| ended_notice(&it))}
            {body}
        </section>
    }
}

/// How the last one ended, and why.
fn ended_notice(ended: &EndedCorrection) -> impl IntoView + use<> {
    let t = texts().corrections;
    let how = (t.ended)(ended.how.label(), &spanish_moment(ended.at));
    let reason = ended.reason.clone();
    let observed = ended
        .observed
        .iter()
        .map(|it| {
            let why = format!("{}: {}", it.ground.label(), it.reason);
            view! { <li><b>{it.section.label()}</b>" "{why}</li> }
        })
        .collect_view();
    view! {
        <div class="panel stack stack--s">
            <h3 class="label">{t.last}</h3>
            <p>{names(&ended.sections)}</p>
            <p>{how}</p>
            {reason.map(|it| view! { <p><b>{t.refused_because}</b>": "{it}</p> })}
            <ul class="bullets">{observed}</ul>
        </div>
    }
}

fn names(sections: &[Section]) -> String {
    let names: Vec<_> = sections.iter().map(|it| it.short_label()).collect();
    names.join(", ")
}

/// The request, or why none can be made.
#[component]
fn Ask(
    id: CandidacyId,
    corrections: OwnCorrections,
    renewed: Callback<Candidacy>,
) -> impl IntoView {
    let t = texts().corrections;
    if let Some(why) = corrections.request_refusal {
        return view! { <p>{why}</p> }.into_any();
    }
    let access = Access::here();
    let visit = Visit::here();
    let path = StoredValue::new(format!("/capture/candidacies/{id}/correction"));
    let send = move |value: Value| async move {
        let wanted = [
            (CorrectionRequest::SECTIONS, t.sections, Want::Any),
            (CorrectionRequest::REASON, t.reason, Want::Text),
        ];
        let mut errors = request::missing(&value, &wanted);
        if value["sections"].as_array().is_none_or(Vec::is_empty) {
            let none = FieldError::new(CorrectionRequest::SECTIONS, "required", t.sections_missing);
            errors.insert(0, none);
        }
        if !errors.is_empty() {
            return Err(request::refusal(errors));
        }
        let asked: CorrectionRequest = request::parse_request(&value, &wanted)?;
        let candidacy = access.send(Method::Post, path.get_value(), &asked).await?;
        visit.say(t.asked);
        renewed.run(candidacy);
        dom::focus_soon(HEADING);
        Ok(())
    };
    let options = corrections
        .sections
        .iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    view! {
        <p class="small">{(t.left)(corrections.left)}</p>
        <RequestForm start=json!({ "sections": [] }) button=t.ask send=send>
            <CheckGroup
                pointer=CorrectionRequest::SECTIONS
                legend=t.sections
                options=options
            />
            <TextArea
                pointer=CorrectionRequest::REASON
                label=t.reason
                hint=(t.reason_hint)(CorrectionRequest::REASON_LENGTH)
            />
        </RequestForm>
    }
    .into_any()
}

#[component]
fn UnderWay(
    id: CandidacyId,
    correction: CorrectionUnderWay,
    /// The instant of the answer.
    now: Instant,
    refusal: Option<String>,
    renewed: Callback<Candidacy>,
) -> impl IntoView {
    let t = texts().corrections;
    let is_open = correction.state == CorrectionState::Open;
    let later = correction.starts.filter(|from| is_open && now < *from);
    let is_open = is_open && later.is_none();
    let begins = later.map(|from| (t.not_yet)(&spanish_deadline(from)));
    let text = match correction.state {
        CorrectionState::Open if later.is_some() => "",
        CorrectionState::Requested => t.requested,
        CorrectionState::Open => t.open,
        CorrectionState::Sent | CorrectionState::Claimed => t.in_review,
    };
    let until = correction.ends.filter(|_| is_open);
    let until = until.map(|at| (t.send_before)(&spanish_deadline(at)));
    let (whose, reason) = match &correction.ordered_by {
        Some(docket) => (t.ordered, (t.ordered_by)(docket)),
        None => (t.your_reason, correction.reason.clone()),
    };
    let tag = if later.is_some() {
        t.opens_later
    } else {
        tag(correction.state)
    };
    let sections = if is_open {
        section_links(&id, &correction.sections).into_any()
    } else {
        view! { <p>{names(&correction.sections)}</p> }.into_any()
    };
    view! {
        <div class="notice notice--plain">
            <h3 class="label">{tag}</h3>
            <p>{begins.unwrap_or_else(|| text.to_owned())}</p>
            {until.map(|it| view! { <p><b>{it}</b></p> })}
            {sections}
            <p class="small">{whose}": "{reason}</p>
        </div>
        {is_open.then(|| view! { <Send id=id refusal=refusal renewed=renewed/> })}
    }
}

fn tag(state: CorrectionState) -> &'static str {
    let t = texts().corrections;
    match state {
        CorrectionState::Requested => t.tag_requested,
        CorrectionState::Open => t.tag_open,
        CorrectionState::Sent | CorrectionState::Claimed => t.tag_sent,
    }
}

/// Sends the correction; where something is missing, what.
#[component]
fn Send(id: CandidacyId, refusal: Option<String>, renewed: Callback<Candidacy>) -> impl IntoView {
    let t = texts().corrections;
    let access = Access::here();
    let visit = Visit::here();
    let message = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let why = StoredValue::new(refusal.clone());
    let path = StoredValue::new(format!("/capture/candidacies/{id}/correction/submission"));
    let send = move |_| {
        if busy.get_untracked() {
            return;
        }
        if let Some(why) = why.get_value() {
            return message.set(Some(why));
        }
        busy.set(true);
        message.set(None);
        spawn_local(async move {
            let sent = access
                .send(Method::Post, path.get_value(), &json!({}))
                .await;
            busy.try_set(false);
            match sent {
                Ok(candidacy) => {
                    visit.say(t.sent);
                    renewed.run(candidacy);
                    dom::focus_soon(HEADING);
                }
                Err(why) => {
                    message.try_set(Some(why.message()));
                }
            }
        });
    };
    view! {
        <div class="stack stack--s">
            <Summary message=message.into()/>
            {refusal.map(|it| view! { <p id="falta" class="small">{it}</p> })}
            <div class="cluster">
                <button
                    type="button"
                    class="btn"
                    aria-disabled=move || {
                        (busy.get() || why.with_value(Option::is_some)).then_some("true")
                    }
                    on:click=send
                >
                    {t.send}
                </button>
                <p class="hint">{t.send_hint}</p>
            </div>
        </div>
    }
}

/// Links to sections of a candidacy, one below the other.
fn section_links(id: &CandidacyId, sections: &[Section]) -> impl IntoView + use<> {
    let link = |section: &Section| {
        let place = Place::Section(id.clone(), *section);
        view! { <li><a href=place.href()>{section.label()}</a></li> }
    };
    let links = sections.iter().map(link).collect_view();
    view! { <ul class="bullets">{links}</ul> }
}
