//! A window over the page: the browser keeps the focus in it, closes it with Escape and gives the focus
//! back to whatever opened it.

use leptos::html::Dialog;
use leptos::prelude::*;

use crate::i18n::desk::texts;

/// Shows the element while `open`, and hides it again.
pub fn show_while(open: RwSignal<bool>, dialog: NodeRef<Dialog>) {
    Effect::new(move || {
        let Some(dialog) = dialog.get() else {
            return;
        };
        match (open.get(), dialog.open()) {
            // Fails only where it is shown already.
            (true, false) => drop(dialog.show_modal()),
            (false, true) => dialog.close(),
            _ => {}
        }
    });
}

/// A window to read in, with its way out.
#[component]
pub fn ReadingWindow(
    open: RwSignal<bool>,
    /// The id of its heading.
    id: &'static str,
    title: &'static str,
    /// What is in it; made when it is opened.
    children: ChildrenFn,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    show_while(open, dialog);
    view! {
        <dialog
            class="question question--wide"
            node_ref=dialog
            aria-labelledby=id
            on:close=move |_| open.set(false)
        >
            <div class="stack">
                <div class="split center">
                    <h2 id=id>{title}</h2>
                    <button
                        type="button"
                        class="btn btn--secondary btn--small"
                        on:click=move |_| open.set(false)
                    >
                        {texts().desk_tools.close}
                    </button>
                </div>
                <Show when=move || open.get()>{children()}</Show>
            </div>
        </dialog>
    }
}
