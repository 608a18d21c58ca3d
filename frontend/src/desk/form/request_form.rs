//! A form of administration: fields, errors, one button.

use std::future::Future;

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::{ErrorSummary, Form, Summary};
use crate::desk::client::Failure;
use crate::desk::leaving;
use crate::i18n::desk::texts;

/// A form that starts with `start`, sends what is typed with `send`, and starts over when that
/// succeeds, unless it stays as saved.
#[component]
pub fn RequestForm<F, Fut>(
    start: Value,
    /// The words on the button.
    button: &'static str,
    send: F,
    /// Whether what was typed stays after it was sent.
    #[prop(optional)]
    stays: bool,
    /// The fields that cannot be left blank, which are marked.
    #[prop(optional)]
    required: Vec<String>,
    children: Children,
) -> impl IntoView
where
    F: Fn(Value) -> Fut + 'static,
    Fut: Future<Output = Result<(), Failure>> + 'static,
{
    let form = Form::provide(start.clone(), Signal::stored(false));
    let marks = !required.is_empty();
    form.require(required);
    leaving::guard(form.dirty());
    let message = RwSignal::new(None);
    let busy = RwSignal::new(false);
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        if busy.get_untracked() {
            return;
        }
        message.set(None);
        form.clear_errors();
        busy.set(true);
        let sent = send(form.value());
        let start = start.clone();
        spawn_local(async move {
            let outcome = sent.await;
            if busy.try_set(false).is_some() {
                return;
            }
            match outcome {
                Ok(()) if stays => form.saved(),
                Ok(()) => form.replace(start, false),
                Err(why) if form.refused(&why) => {}
                Err(why) => message.set(Some(why.message())),
            }
        });
    };
    let fields = children();
    view! {
        <form class="stack stack--l" novalidate on:submit=submit>
            <ErrorSummary/>
            {marks.then(|| view! { <p class="hint">{texts().editing.required_legend}</p> })}
            {fields}
            <Summary message=message.into()/>
            <div class="cluster">
                <button class="btn" aria-disabled=move || busy.get().then_some("true")>
                    {button}
                </button>
                <p class="save-state" role="status">
                    {move || busy.get().then_some(texts().form.saving)}
                </p>
            </div>
        </form>
    }
}

/// A form behind a summary, for what is done now and then.
#[component]
pub fn FoldedForm(
    #[prop(into)] title: String,
    /// Whose or what it is, where the page shows that already: only assistive technology hears it.
    #[prop(optional, into)]
    of: String,
    /// What is in it; made when it is opened.
    children: ChildrenFn,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let of = (!of.is_empty()).then(|| {
        view! { <span class="hidden-visually">": "{of}</span> }
    });
    view! {
        <div class="stack stack--s">
            <button
                type="button"
                class="btn btn--quiet btn--small"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| open.update(|it| *it = !*it)
            >
                {title}{of}
            </button>
            <Show when=move || open.get()>
                <div class="panel">{children()}</div>
            </Show>
        </div>
    }
}
