//! A question in the page, with what follows from «yes», before an act that others see at once.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::dialog::show_while;
use crate::i18n::desk::texts;

/// Asks while `open`. The browser keeps the focus in it, closes it with Escape and gives the focus
/// back; the way out comes first.
#[component]
pub fn Question(
    open: RwSignal<bool>,
    /// What is asked.
    #[prop(into)]
    title: Signal<String>,
    /// What the answer «yes» is called.
    yes: &'static str,
    on_yes: Callback<()>,
    /// What follows from it.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    show_while(open, dialog);
    let answer = move |_| {
        open.set(false);
        on_yes.run(());
    };
    view! {
        <dialog
            class="question"
            node_ref=dialog
            aria-labelledby="pregunta"
            on:close=move |_| open.set(false)
        >
            <div class="stack">
                <h2 id="pregunta">{title}</h2>
                {children()}
                <div class="cluster">
                    <button
                        type="button"
                        class="btn btn--secondary"
                        on:click=move |_| open.set(false)
                    >
                        {texts().form.cancel}
                    </button>
                    <button type="button" class="btn" on:click=answer>{yes}</button>
                </div>
            </div>
        </dialog>
    }
}
