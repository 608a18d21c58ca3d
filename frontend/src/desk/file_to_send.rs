//! The form with the one file that a desk reads: an error of it is told at its field.

use leptos::ev::SubmitEvent;
use leptos::html::Input;
use leptos::prelude::*;
use leptos::web_sys::File;

use super::dom;
use crate::i18n::desk::texts;

/// What the form says.
#[derive(Debug, Clone)]
pub struct FileWords {
    pub label: &'static str,
    pub hint: String,
    /// What is said where none is chosen.
    pub missing: &'static str,
    pub button: &'static str,
}

/// The file, and the button that begins with it.
#[component]
pub fn FileToSend<F>(
    /// The id of the field.
    id: &'static str,
    words: FileWords,
    /// The endings of the files that are offered.
    accept: &'static str,
    /// Whether something is under way: nothing else begins then.
    busy: Signal<bool>,
    /// What is done with the file.
    begin: F,
    /// What is told below the button.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView
where
    F: Fn(File) + 'static,
{
    let lacking = RwSignal::new(false);
    let input = NodeRef::<Input>::new();
    let submit = move |ev: SubmitEvent| {
        ev.prevent_default();
        if busy.get_untracked() {
            return;
        }
        let file = input.get_untracked().and_then(|it| {
            let file = it.files()?.get(0)?;
            // A corrected file is chosen again: browsers refuse to read one that changed.
            it.set_value("");
            Some(file)
        });
        lacking.set(file.is_none());
        match file {
            Some(file) => begin(file),
            // With the focus the field's error is read out.
            None => dom::focus_soon(id),
        }
    };
    let button = words.button;
    view! {
        <form class="stack" novalidate on:submit=submit>
            <ChosenFile id=id words=words accept=accept input=input lacking=lacking/>
            <div>
                <button class="btn" aria-disabled=move || busy.get().then_some("true")>
                    {button}
                </button>
            </div>
            {children.map(|it| it())}
        </form>
    }
}

/// The field, with what is wrong with it.
#[component]
fn ChosenFile(
    id: &'static str,
    words: FileWords,
    accept: &'static str,
    input: NodeRef<Input>,
    /// Whether it was left out.
    lacking: RwSignal<bool>,
) -> impl IntoView {
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = {
        let (hint, both) = (hint_id.clone(), format!("{hint_id} {error_id}"));
        move || {
            if lacking.get() {
                both.clone()
            } else {
                hint.clone()
            }
        }
    };
    let error = move || {
        lacking.get().then(|| {
            view! {
                <p class="error" id=error_id.clone()>
                    <span class="hidden-visually">{texts().form.error_prefix}</span>
                    {words.missing}
                </p>
            }
        })
    };
    view! {
        <div class="field" class:field--error=move || lacking.get()>
            <label class="label" for=id>{words.label}</label>
            <p class="hint" id=hint_id>{words.hint}</p>
            {error}
            <input
                class="input"
                node_ref=input
                type="file"
                id=id
                name=id
                accept=accept
                aria-describedby=described
                aria-invalid=move || lacking.get().then_some("true")
                on:change=move |_| lacking.set(false)
            />
        </div>
    }
}
