//! What a list is narrowed by: a field for words, and choices with one for all.

use leptos::prelude::*;

use crate::desk::form::Choice;

/// One of some options, or any.
#[component]
pub fn Picker(
    /// Its id on the page.
    id: &'static str,
    label: &'static str,
    /// What it says where nothing is chosen.
    any: &'static str,
    options: Vec<Choice>,
    /// The code that is chosen; empty for any.
    chosen: RwSignal<String>,
) -> impl IntoView {
    let now = chosen.get_untracked();
    let options = options
        .into_iter()
        .map(|it| {
            let is_chosen = it.code == now;
            view! { <option value=it.code selected=is_chosen>{it.label}</option> }
        })
        .collect_view();
    view! {
        <div class="field">
            <label class="small" for=id>{label}</label>
            <select
                class="select"
                id=id
                prop:value=move || chosen.get()
                on:change=move |ev| chosen.set(event_target_value(&ev))
            >
                <option value="" selected=now.is_empty()>{any}</option>
                {options}
            </select>
        </div>
    }
}

/// Words to look for.
#[component]
pub fn SearchField(
    /// Its id on the page.
    id: &'static str,
    label: &'static str,
    words: RwSignal<String>,
) -> impl IntoView {
    view! {
        <div class="field">
            <label class="small" for=id>{label}</label>
            <input
                class="input input--m"
                id=id
                type="search"
                maxlength="200"
                prop:value=move || words.get()
                on:input=move |ev| words.set(event_target_value(&ev))
            />
        </div>
    }
}
