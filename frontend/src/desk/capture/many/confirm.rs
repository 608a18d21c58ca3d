//! Confirming an act on many: whom it is about, by name, and the declaration.

use conoceles_shared::api::many::OneOfMany;
use conoceles_shared::problem::FieldError;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use serde_json::{Value, json};

use super::act::ActOnMany;
use crate::desk::dom;
use crate::desk::form::{CheckBox, ErrorSummary, Form};
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
    let busy = move || act.running.progress.read().is_some().then_some("true");
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
        let away = move |_| {
            act.tick(&it, false);
            dom::focus_if_lost("candidacies".to_owned());
        };
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
