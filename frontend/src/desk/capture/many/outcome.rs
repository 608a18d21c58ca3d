//! Confirming an act on many by name, how far it is, and what came of it.

use conoceles_shared::api::many::{OneAfter, OneOfMany};
use conoceles_shared::problem::FieldError;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::act::{ActOnMany, RESULT};
use crate::desk::form::{CheckBox, ErrorSummary, Form, Summary};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The field of the declaration.
const DECLARED: &str = "/declared";

/// What an act is called.
#[derive(Clone, Copy)]
pub struct ActWords {
    /// What is declared, and what is said where it is not.
    pub declare: &'static str,
    pub declare_missing: &'static str,
    /// The button, for so many.
    pub button: fn(usize) -> String,
    /// What is under way.
    pub doing: &'static str,
    /// For how many it was done.
    pub done: fn(usize) -> String,
}

/// Whom it is about, the declaration and the button.
#[component]
pub fn ConfirmMany(
    act: ActOnMany,
    words: ActWords,
    /// What a batch is asked for with.
    body: fn(&[OneOfMany]) -> Value,
) -> impl IntoView {
    let t = texts().many;
    let form = Form::provide(json!({}), Signal::stored(false));
    let count = Memo::new(move |_| act.ticked.read().len());
    let busy = move || act.progress.read().is_some().then_some("true");
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        form.clear_errors();
        let mut wrong = Vec::new();
        if count.get_untracked() == 0 {
            wrong.push(FieldError::new("/candidacies", "required", t.none_ticked));
        }
        if !form.flag(DECLARED) {
            wrong.push(FieldError::new(DECLARED, "required", words.declare_missing));
        }
        if !wrong.is_empty() {
            return form.refuse(wrong);
        }
        act.begin(body);
        // Declared of these, and not of those that are ticked next.
        form.replace(json!({}), false);
    };
    view! {
        <form class="stack section section--strong" novalidate on:submit=submit>
            <h2>{t.confirm}</h2>
            <ErrorSummary/>
            <p id="candidacies" tabindex="-1" role="status">{move || (t.ticked)(count.get())}</p>
            <Ticked act=act/>
            <CheckBox pointer=DECLARED label=words.declare/>
            <div>
                <button class="btn btn--big" aria-disabled=busy>
                    {move || (words.button)(count.get())}
                </button>
            </div>
        </form>
    }
}

/// Everyone who is ticked, on whatever page, by name.
#[component]
fn Ticked(act: ActOnMany) -> impl IntoView {
    let t = texts().many;
    let row = move |it: OneOfMany| {
        let name = it.name.clone();
        let away = move |_| act.tick(&it, false);
        view! {
            <li class="split">
                <span>{name.clone()}</span>
                <button type="button" class="btn btn--quiet btn--small" on:click=away>
                    {t.untick}<span class="hidden-visually">{format!(" {name}")}</span>
                </button>
            </li>
        }
    };
    let all = move || -> Vec<OneOfMany> { act.ticked.get().into_values().collect() };
    view! {
        <Show when=move || !act.ticked.read().is_empty()>
            <details class="disclosure">
                <summary>{t.see_ticked}</summary>
                <ul class="stack stack--s plain-list">
                    <For each=all key=|it| it.id.clone() children=row/>
                </ul>
            </details>
        </Show>
    }
}

/// How far it is, then what came of it: first what was not done, each by name with its reasons.
#[component]
pub fn OutcomeOfMany(act: ActOnMany, words: ActWords) -> impl IntoView {
    let t = texts().many;
    let told = move || {
        act.progress
            .get()
            .map(|it| format!("{}: {}", words.doing, (t.progress)(it.done, it.of)))
    };
    let bar = move || {
        act.progress.get().map(|it| {
            view! {
                <progress
                    class="under-way"
                    aria-label=words.doing
                    max=it.of.to_string()
                    value=it.done.to_string()
                ></progress>
            }
        })
    };
    let some = move || !act.after.read().is_empty() || act.message.read().is_some();
    view! {
        <div>
            <p class="save-state" role="status">{told}</p>
            {bar}
        </div>
        <Show when=some>
            <section class="stack stack--s" aria-labelledby=RESULT>
                <h2 id=RESULT tabindex="-1">{t.result}</h2>
                <Summary message=act.message.into()/>
                {move || act.after.with(|all| outcome(all, words))}
            </section>
        </Show>
    }
}

fn outcome(all: &[OneAfter], words: ActWords) -> impl IntoView + use<> {
    let t = texts().many;
    let (done, refused): (Vec<_>, Vec<_>) = all.iter().partition(|it| it.done);
    let said = (!done.is_empty()).then(|| view! { <p><b>{(words.done)(done.len())}</b></p> });
    let why = (!refused.is_empty()).then(|| {
        let rows = refused.iter().map(|it| {
            let why = it.reasons.join(" ");
            view! { <li>{way_to(it)}": "{why}</li> }
        });
        let rows = rows.collect_view();
        view! {
            <p><b>{(t.refused)(refused.len())}</b></p>
            <ul class="bullets">{rows}</ul>
        }
    });
    let list = (!done.is_empty()).then(|| {
        let rows = done.iter().map(|it| {
            let receipt = it.receipt.as_ref().map(|it| {
                let code = it.to_string();
                view! { <span class="hint">{(t.receipt)(&code)}</span> }
            });
            view! { <li>{way_to(it)}" "{receipt}</li> }
        });
        let rows = rows.collect_view();
        view! {
            <details class="disclosure">
                <summary>{t.see_done}</summary>
                <ul class="bullets">{rows}</ul>
            </details>
        }
    });
    view! {
        {said}
        {why}
        {list}
    }
}

/// The candidacy by name, with the way to it, where its receipts are.
fn way_to(it: &OneAfter) -> impl IntoView + use<> {
    let tasks = Place::Tasks(it.id.clone());
    match it.name.clone() {
        Some(name) => view! { <a href=tasks.href()>{name}</a> }.into_any(),
        None => texts().many.somebody.into_any(),
    }
}
