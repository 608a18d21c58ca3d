//! A correction of what is published, on the desk: what was asked for, opening it or refusing it.

use conoceles_shared::api::corrections::{CorrectionOnDesk, CorrectionRefusal};
use conoceles_shared::lifecycle::CorrectionState;
use conoceles_shared::time::{spanish_deadline, spanish_moment};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use super::live::Live;
use crate::desk::form::request::{self, Want};
use crate::desk::form::{FoldedForm, RequestForm, TextArea};
use crate::desk::icon::Icon;
use crate::desk::page::{Tag, Visit};
use crate::i18n::desk::texts;

/// How far a correction is, as a tag.
pub fn correction_tag(state: CorrectionState) -> impl IntoView + use<> {
    let t = texts().corrections;
    let (class, icon, text) = match state {
        CorrectionState::Requested => ("tag tag--act", Icon::Flag, t.tag_requested),
        CorrectionState::Open => ("tag tag--wait", Icon::Pencil, t.tag_open),
        CorrectionState::Sent | CorrectionState::Claimed => {
            ("tag tag--wait", Icon::Clock, t.tag_sent)
        }
    };
    view! { <Tag class=class icon=icon text=text/> }
}

/// What was asked for, in whose words, and what follows; nothing where no correction is under way.
#[component]
pub fn CorrectionFacts(live: Live) -> impl IntoView {
    let desk = live.desk();
    let correction = Memo::new(move |_| desk.with(|it| it.correction.clone()));
    move || correction.get().map(|it| facts(&it))
}

fn facts(it: &CorrectionOnDesk) -> impl IntoView + use<> {
    let t = texts().corrections;
    let asked = &it.correction;
    let names: Vec<_> = asked.sections.iter().map(|it| it.short_label()).collect();
    let number = match (&asked.ordered_by, asked.state) {
        (Some(_), _) => t.not_counted.to_owned(),
        (None, CorrectionState::Requested) => (t.number)(it.number, it.of),
        (None, _) => (t.number_now)(it.number, it.of),
    };
    let when = spanish_moment(asked.requested_at);
    let whence = match &asked.ordered_by {
        Some(docket) => (t.ordered_on)(docket, &when),
        None => (t.asked_for)(&when),
    };
    let turn = asked
        .ends
        .filter(|_| asked.state == CorrectionState::Open)
        .map(|at| (t.operator_turn)(&spanish_deadline(at)));
    view! {
        <section class="notice notice--plain" aria-labelledby="correccion">
            {Icon::Info.drawn()}
            <h2 class="label" id="correccion">{t.on_desk}</h2>
            <p>{whence}</p>
            <p><b>{names.join(", ")}</b></p>
            <blockquote>{asked.reason.clone()}</blockquote>
            <p class="small">{number}</p>
            {turn.map(|it| view! { <p>{it}</p> })}
        </section>
    }
}

/// Whether the bar answers a request.
pub fn is_requested(correction: Option<&CorrectionOnDesk>) -> bool {
    correction.is_some_and(|it| it.correction.state == CorrectionState::Requested)
}

/// Whether the correction waits for a reviewer.
pub fn is_sent(correction: Option<&CorrectionOnDesk>) -> bool {
    correction.is_some_and(|it| {
        matches!(
            it.correction.state,
            CorrectionState::Sent | CorrectionState::Claimed
        )
    })
}

/// Opens the correction that was asked for, or refuses it with a reason.
#[component]
pub fn AnswerRequest(live: Live, message: RwSignal<Option<String>>) -> impl IntoView {
    let t = texts().corrections;
    let visit = Visit::here();
    let four_eyes = live.desk().with_untracked(|it| it.four_eyes);
    let desk = live.desk();
    let why_not = Memo::new(move |_| {
        desk.with(|it| {
            it.correction
                .as_ref()
                .and_then(|it| it.open_refusal.clone())
        })
    });
    let open = move |_| {
        message.set(None);
        spawn_local(async move {
            match live.open_correction().await {
                Ok(()) => visit.say(t.opened),
                Err(why) => {
                    message.try_set(Some(why.message()));
                }
            }
        });
    };
    let refuse = move |value: Value| async move {
        let wanted = [(CorrectionRefusal::REASON, t.refuse_reason, Want::Text)];
        let refusal: CorrectionRefusal = request::parse_request(&value, &wanted)?;
        live.refuse_correction(&refusal).await?;
        visit.say(t.refused);
        Ok(())
    };
    view! {
        <div class="split center">
            {four_eyes.then(|| view! { <p class="small">{t.who_opens}</p> })}
            <button
                type="button"
                class="btn"
                aria-describedby="por-que-no"
                aria-disabled=move || why_not.read().is_some().then_some("true")
                on:click=open
            >
                {t.open_it}
            </button>
        </div>
        <p class="small" id="por-que-no">{why_not}</p>
        <FoldedForm title=t.refuse_it>
            <RequestForm start=json!({}) button=t.refuse_it send=refuse>
                <TextArea
                    pointer=CorrectionRefusal::REASON
                    label=t.refuse_reason
                    hint=(t.refuse_hint)(CorrectionRefusal::REASON_LENGTH)
                />
            </RequestForm>
        </FoldedForm>
    }
}
