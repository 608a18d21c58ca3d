//! Every error of a form at once, each leading to its field.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::{Form, SUMMARY, control_id};
use crate::desk::dom;
use crate::desk::icon::Icon;
use crate::i18n::desk::texts;

/// The errors of the form above it all; nothing while there are none.
#[component]
pub fn ErrorSummary() -> impl IntoView {
    let form = Form::here();
    let errors = form.errors();
    let in_passing = form.in_passing();
    view! {
        <Show when=move || !errors.read().is_empty() && !in_passing.get()>
            <div class="error-summary stack stack--s" id=SUMMARY role="alert" tabindex="-1">
                <h2>{move || (texts().form.problems)(errors.read().len())}</h2>
                <ErrorLinks/>
            </div>
        </Show>
    }
}

/// The errors that were found while somebody types, folded into one line; nothing while there are none.
#[component]
pub fn ErrorsInPassing() -> impl IntoView {
    let form = Form::here();
    let errors = form.errors();
    let in_passing = form.in_passing();
    view! {
        <Show when=move || !errors.read().is_empty() && in_passing.get()>
            <details class="disclosure errors-in-passing">
                <summary>{move || (texts().form.problems)(errors.read().len())}</summary>
                <ErrorLinks/>
            </details>
        </Show>
    }
}

#[component]
fn ErrorLinks() -> impl IntoView {
    let errors = Form::here().errors();
    view! {
        <ul class="bullets">
            {move || errors
                .get()
                .into_iter()
                .map(|it| link(control_id(&it.pointer), it.detail))
                .collect_view()}
        </ul>
    }
}

fn link(id: String, detail: String) -> impl IntoView {
    let href = format!("#{id}");
    let follow = move |ev: MouseEvent| {
        ev.prevent_default();
        dom::focus(&id);
    };
    view! { <li><a href=href on:click=follow>{detail}</a></li> }
}

/// One message about the whole form that is not about a field, with a way to try again.
#[component]
pub fn Summary(
    /// What happened; nothing while there is none.
    message: Signal<Option<String>>,
    #[prop(optional)] retry: Option<Callback<()>>,
) -> impl IntoView {
    move || {
        message.get().map(|text| {
            view! {
                <div class="notice notice--error" role="alert">
                    {Icon::Warning.drawn()}
                    <p>{text}</p>
                    {retry.map(|retry| view! {
                        <p>
                            <button
                                type="button"
                                class="btn btn--quiet btn--small"
                                on:click=move |_| retry.run(())
                            >
                                {texts().failure.retry}
                            </button>
                        </p>
                    })}
                </div>
            }
        })
    }
}
