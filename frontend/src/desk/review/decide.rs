//! Deciding on one section: both ways weigh the same; observing asks for a ground and a reason.

use conoceles_shared::api::review::{DecisionRequest, DeskSection};
use conoceles_shared::lifecycle::Verdict;
use conoceles_shared::problem::{Code, FieldError};
use conoceles_shared::questionnaire::{Ground, Section};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Value, json};

use super::live::Live;
use super::reasons::ReasonsToStartFrom;
use super::sections::decision_mark;
use super::shortcuts::{APPROVE, CONCLUDE, OBSERVE};
use crate::desk::dom;
use crate::desk::form::{Choice, ErrorSummary, Form, SelectField, TextArea, text_at};
use crate::desk::page::Visit;
use crate::i18n::desk::texts;

/// Both decisions, or the drawer in which an observation is written.
#[component]
pub fn Decide(live: Live, message: RwSignal<Option<String>>) -> impl IntoView {
    let section = live.section();
    let observing = live.observing();
    let chosen = live.chosen();
    Effect::new(move || {
        chosen.track();
        observing.set(false);
    });
    move || {
        let it = section.get()?;
        if !it.to_decide {
            return Some(view! { <p class="small">{texts().review.not_to_decide}</p> }.into_any());
        }
        Some(if observing.get() {
            view! { <ObservationDrawer live=live section=it observing=observing message=message/> }
                .into_any()
        } else {
            view! { <DecisionButtons live=live section=it observing=observing message=message/> }
                .into_any()
        })
    }
}

/// Sends a decision; a version that changed meanwhile is read again and must be judged again.
fn decide(
    live: Live,
    section: DeskSection,
    observation: Option<(Ground, String)>,
    message: RwSignal<Option<String>>,
    after: impl FnOnce() + 'static,
) {
    message.set(None);
    spawn_local(async move {
        match live.decide(&section, observation).await {
            Ok(()) => after(),
            Err(why) => {
                if why.code() == Some(Code::DecisionOutdated) {
                    let _ = live.reload_after(&section).await;
                    dom::focus_soon("seccion");
                }
                message.try_set(Some(why.message()));
            }
        }
    });
}

/// What was decided and what comes next: that section is brought, or the end of the turn.
fn told_decision(live: Live, name: &str, state: &str) -> String {
    let t = texts().desk_tools;
    match live.go_to_next_undecided() {
        Some(next) => (t.decided_next)(name, state, next.short_label()),
        None => {
            dom::focus_soon(CONCLUDE);
            (t.decided_last)(name, state)
        }
    }
}

#[component]
fn DecisionButtons(
    live: Live,
    section: DeskSection,
    observing: RwSignal<bool>,
    message: RwSignal<Option<String>>,
) -> impl IntoView {
    let t = texts().review;
    let visit = Visit::here();
    let (_, state) = decision_mark(&section);
    let own = section.own_decision.clone();
    let reason = match &own {
        Some(Verdict::Observe { ground, reason }) => Some(format!("{}: {reason}", ground.label())),
        _ => None,
    };
    let judged = (t.judges)(section.section.short_label(), section.version);
    let name = section.section.short_label();
    let approve = move |_| {
        let of = section.section;
        if live.draft(of).is_some() && !dom::confirm(t.approve_over_draft) {
            return;
        }
        decide(live, section.clone(), None, message, move || {
            live.drop_draft(of);
            visit.say(told_decision(live, name, t.approved));
        });
    };
    let observe = move |_| {
        observing.set(true);
        dom::focus_soon("ground");
    };
    view! {
        <div class="split center">
            <p class="small" id="juicio">
                {judged}" · "<b>{state}</b>{reason.map(|it| format!(" · {it}"))}
            </p>
            <div class="cluster">
                <button type="button" id=APPROVE class="btn" aria-describedby="juicio" on:click=approve>
                    {t.approve}
                </button>
                <button type="button" id=OBSERVE class="btn" aria-describedby="juicio" on:click=observe>
                    {t.observe}
                </button>
            </div>
        </div>
    }
}

#[component]
fn ObservationDrawer(
    live: Live,
    section: DeskSection,
    observing: RwSignal<bool>,
    message: RwSignal<Option<String>>,
) -> impl IntoView {
    let t = texts().review;
    let visit = Visit::here();
    let of = section.section;
    let start = live.draft(of).unwrap_or_else(|| saved(&section));
    let form = Form::provide(start, Signal::stored(false));
    keep_while_typing(live, of, form);
    let name = of.short_label();
    let judged = (t.judges)(name, section.version);
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        form.clear_errors();
        match typed_observation(&form.value()) {
            Err(errors) => form.refuse(errors),
            Ok(observation) => decide(
                live,
                section.clone(),
                Some(observation),
                message,
                move || {
                    live.drop_draft(of);
                    observing.try_set(false);
                    visit.say(told_decision(live, name, t.observed));
                },
            ),
        }
    };
    let cancel = move |_| {
        live.drop_draft(of);
        observing.set(false);
        dom::focus_soon(OBSERVE);
    };
    view! {
        <form class="drawer" aria-label=t.observe_form novalidate on:submit=submit>
            <div class="drawer__errors"><ErrorSummary/></div>
            <SelectField pointer=DecisionRequest::GROUND label=t.ground options=Signal::stored(grounds(of))/>
            <ReasonsToStartFrom live=live/>
            <TextArea pointer=DecisionRequest::REASON label=t.reason hint=(t.reason_hint)(DecisionRequest::REASON_LENGTH)/>
            <div class="split center">
                <p class="small">{judged}</p>
                <div class="cluster">
                    <button type="button" class="btn btn--quiet" on:click=cancel>
                        {texts().form.cancel}
                    </button>
                    <button class="btn">{t.save_observation}</button>
                </div>
            </div>
        </form>
    }
}

/// The observation as it was saved in this turn, for the form.
fn saved(section: &DeskSection) -> Value {
    match &section.own_decision {
        Some(Verdict::Observe { ground, reason }) => json!({"ground": ground, "reason": reason}),
        _ => json!({}),
    }
}

/// What is typed outlives the drawer, which closes when another section is opened.
fn keep_while_typing(live: Live, of: Section, form: Form) {
    let dirty = form.dirty();
    Effect::new(move || {
        let value = form.watch();
        if !dirty.get() {
            return;
        }
        if is_blank(&value) {
            live.drop_draft(of);
        } else {
            live.keep_draft(of, value);
        }
    });
}

/// Whether nothing is left of what was typed.
fn is_blank(value: &Value) -> bool {
    let fields = [DecisionRequest::GROUND, DecisionRequest::REASON];
    let is_empty = |pointer| text_at(value, pointer).trim().is_empty();
    fields.into_iter().all(is_empty)
}

fn grounds(section: Section) -> Vec<Choice> {
    let label = |it: &Ground| match it.number() {
        Some(number) => format!("{number}. {}", it.label()),
        None => it.label().to_owned(),
    };
    Ground::ALL
        .iter()
        .filter(|it| it.applies_to(section))
        .map(|it| Choice::new(it.code(), label(it)))
        .collect()
}

/// The observation, or everything that is missing from it.
fn typed_observation(value: &Value) -> Result<(Ground, String), Vec<FieldError>> {
    let t = texts().review;
    let ground = text_at(value, DecisionRequest::GROUND).parse::<Ground>();
    let reason = text_at(value, DecisionRequest::REASON).trim().to_owned();
    let mut errors = Vec::new();
    if ground.is_err() {
        errors.push(FieldError::new(
            DecisionRequest::GROUND,
            "required",
            t.ground_missing,
        ));
    }
    let length = DecisionRequest::REASON_LENGTH;
    if !length.fits(&reason) {
        let missing = (t.reason_missing)(length);
        errors.push(FieldError::new(DecisionRequest::REASON, "length", missing));
    }
    match ground {
        Ok(ground) if errors.is_empty() => Ok((ground, reason)),
        _ => Err(errors),
    }
}

#[cfg(test)]
#[path = "decide_tests.rs"]
mod decide_tests;
