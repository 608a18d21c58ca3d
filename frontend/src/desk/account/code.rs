//! The second step of signing in: the code of the second factor.

use conoceles_shared::api::second_factor::GiveCode;
use conoceles_shared::problem::FieldError;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::json;

use crate::desk::access::Access;
use crate::desk::client::Failure;
use crate::desk::dom;
use crate::desk::form::{ErrorSummary, Form, Summary, TextField, text_at};
use crate::i18n::desk::texts;

const TITLE: &str = "segundo-paso";

/// Asks for the code; `late` is told where the time for it was over.
#[component]
pub(super) fn CodeForm(
    /// Before the pointer of its field.
    prefix: &'static str,
    /// What the form of the password says afterwards.
    late: RwSignal<Option<String>>,
) -> impl IntoView {
    let access = Access::here();
    let form = Form::provide(json!({}), Signal::stored(false));
    let message = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let pointer = format!("{prefix}{}", GiveCode::CODE);
    let at = StoredValue::new(pointer.clone());
    late.set(None);
    dom::focus_soon(TITLE);
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        if busy.get_untracked() {
            return;
        }
        message.set(None);
        form.clear_errors();
        let Some(code) = typed_code(form, &at.get_value()) else {
            let missing = texts().second_factor.code_missing;
            return form.refuse(vec![FieldError::new(at.get_value(), "required", missing)]);
        };
        busy.set(true);
        spawn_local(async move {
            let outcome = access.give_code(&code).await;
            // The time for the code was over: this form goes, and the one before it says why.
            if outcome == Err(Failure::SignedOut) {
                late.try_set(Some(texts().second_factor.code_over.to_owned()));
                return;
            }
            if busy.try_set(false).is_some() {
                return;
            }
            match outcome {
                Ok(()) => {}
                Err(why) if why.errors().is_empty() => message.set(Some(why.message())),
                Err(why) => form.refuse(moved(why.errors(), &at.get_value())),
            }
        });
    };
    let other = move |_| access.forget_waiting();
    let t = texts().second_factor;
    view! {
        <form class="panel stack stack--l" novalidate on:submit=submit>
            <div class="stack stack--s">
                <h2 id=TITLE tabindex="-1">{t.code_title}</h2>
                <p>{t.code_text}</p>
            </div>
            <ErrorSummary/>
            <Summary message=message.into()/>
            <TextField pointer=pointer label=t.code hint=t.code_hint autocomplete="one-time-code"/>
            <div class="cluster">
                <button class="btn btn--big" aria-disabled=move || busy.get().then_some("true")>
                    {t.code_send}
                </button>
                <button type="button" class="btn btn--quiet" on:click=other>{t.other_account}</button>
                <p class="save-state" role="status">
                    {move || busy.get().then_some(t.code_sending)}
                </p>
            </div>
            <p class="hint">{t.code_lost}</p>
        </form>
    }
}

/// The code as it was typed, if there is one.
fn typed_code(form: Form, pointer: &str) -> Option<GiveCode> {
    let value = form.value();
    let code = text_at(&value, pointer).trim().to_owned();
    (!code.is_empty()).then_some(GiveCode { code })
}

/// The server's errors, at the field of this form.
fn moved(errors: &[FieldError], pointer: &str) -> Vec<FieldError> {
    let here = |it: &FieldError| FieldError {
        pointer: pointer.to_owned(),
        ..it.clone()
    };
    errors.iter().map(here).collect()
}
