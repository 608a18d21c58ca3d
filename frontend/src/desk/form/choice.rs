//! Options that are all in sight.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast as _;
use leptos::web_sys::HtmlInputElement;
use serde_json::Value;

use super::field::Around;
use super::{Form, Labels, control_id};
use crate::desk::dom;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub code: String,
    pub label: String,
}

impl Choice {
    pub fn new(code: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            code: code.into(),
            label: label.into(),
        }
    }
}

/// One of a few options.
#[component]
pub fn RadioGroup(
    #[prop(into)] pointer: String,
    #[prop(into)] legend: String,
    options: Vec<Choice>,
    /// Help shown before them; may be empty.
    #[prop(optional, into)]
    hint: String,
    /// Whether only assistive technology gets the question, because the page shows it already.
    #[prop(optional)]
    hide_legend: bool,
) -> impl IntoView {
    let form = Form::here();
    let labels = Labels::of(form, &pointer, !hint.is_empty());
    let place = StoredValue::new(pointer);
    let chosen = Memo::new(move |_| place.with_value(|it| form.text(it)));
    let name = labels.id.clone();
    let options = options
        .into_iter()
        .map(|it| {
            let code = it.code.clone();
            let stored = Value::String(it.code.clone());
            let is_chosen = Signal::derive(move || *chosen.read() == code);
            let pick = Callback::new(move |_| place.with_value(|to| form.set(to, stored.clone())));
            view! { <Line kind="radio" name=name.clone() choice=it checked=is_chosen change=pick/> }
        })
        .collect_view();
    view! {
        <fieldset
            class=labels.field_class()
            id=labels.id.clone()
            aria-describedby=labels.described_by(None)
        >
            <legend class=if hide_legend { "hidden-visually" } else { labels.label_class() }>{legend}</legend>
            <Around labels=labels.clone() hint=hint/>
            <div class="stack stack--s">{options}</div>
        </fieldset>
    }
}

/// Any of a few options; the one named `alone` goes with no other.
#[component]
pub fn CheckGroup(
    /// Where the list of codes is.
    #[prop(into)]
    pointer: String,
    #[prop(into)] legend: String,
    options: Vec<Choice>,
    /// Help shown before them; may be empty.
    #[prop(optional, into)]
    hint: String,
    /// The option that excludes the others.
    #[prop(optional)]
    alone: Option<&'static str>,
) -> impl IntoView {
    let form = Form::here();
    let labels = Labels::of(form, &pointer, !hint.is_empty());
    let place = StoredValue::new(pointer);
    let chosen = Memo::new(move |_| place.with_value(|it| form.codes(it)));
    let name = labels.id.clone();
    let options = options
        .into_iter()
        .map(|it| {
            let (shown, code) = (it.code.clone(), it.code.clone());
            let is_chosen = Signal::derive(move || chosen.read().contains(&shown));
            let pick = Callback::new(move |on: bool| {
                let codes = toggled(chosen.get_untracked(), &code, on, alone);
                place.with_value(|to| form.set(to, Value::from(codes)));
            });
            view! {
                <Line kind="checkbox" name=name.clone() choice=it checked=is_chosen change=pick/>
            }
        })
        .collect_view();
    view! {
        <fieldset
            class=labels.field_class()
            id=labels.id.clone()
            aria-describedby=labels.described_by(None)
        >
            <legend class=labels.label_class()>{legend}</legend>
            <Around labels=labels.clone() hint=hint/>
            <div class="stack stack--s">{options}</div>
        </fieldset>
    }
}

/// The codes after one is ticked or cleared.
fn toggled(mut codes: Vec<String>, code: &str, on: bool, alone: Option<&str>) -> Vec<String> {
    codes.retain(|it| it != code);
    if on {
        if alone == Some(code) {
            codes.clear();
        } else {
            codes.retain(|it| Some(it.as_str()) != alone);
        }
        codes.push(code.to_owned());
    }
    codes
}

#[component]
fn Line(
    kind: &'static str,
    name: String,
    choice: Choice,
    checked: Signal<bool>,
    change: Callback<bool>,
) -> impl IntoView {
    let form = Form::here();
    // Two hyphens: `other` may be an option and, below it, a field of its own.
    let id = format!("{name}--{}", choice.code);
    view! {
        <label class="check choice" for=id>
            <input
                type=kind
                id=id.clone()
                name=name
                value=choice.code
                disabled=move || form.read_only().get()
                prop:checked=move || checked.get()
                on:change=move |ev| change.run(event_target_checked(&ev))
            />
            <span>{choice.label}</span>
        </label>
    }
}

/// A single box: yes or no.
#[component]
pub fn CheckBox(
    #[prop(into)] pointer: String,
    #[prop(into)] label: String,
    /// Help below it; may be empty.
    #[prop(optional, into)]
    hint: String,
    /// What to ask before it is ticked, where there is something to ask.
    #[prop(optional, into)]
    question: Option<Callback<(), Option<String>>>,
) -> impl IntoView {
    let form = Form::here();
    let id = control_id(&pointer);
    let labels = Labels::of(form, &pointer, !hint.is_empty());
    let hint_id = labels.hint_id();
    let error_id = labels.error_id();
    let error = labels.error;
    let to = pointer.clone();
    let change = move |ev: Event| {
        let ticked = event_target_checked(&ev);
        let asked = question.filter(|_| ticked).and_then(|it| it.run(()));
        if asked.is_none_or(|it| dom::confirm(&it)) {
            form.set(&to, Value::Bool(ticked));
        } else if let Some(input) = ev.target().and_then(|it| it.dyn_into().ok()) {
            let input: HtmlInputElement = input;
            input.set_checked(false);
        }
    };
    view! {
        <div class=labels.field_class()>
            {move || error.get().map(|text| view! {
                <p class="error" id=error_id.clone()>{text}</p>
            })}
            <label class="check choice" for=id>
                <input
                    type="checkbox"
                    id=id.clone()
                    name=id.clone()
                    aria-describedby=labels.described_by(None)
                    aria-invalid=labels.invalid()
                    disabled=move || form.read_only().get()
                    prop:checked=move || form.flag(&pointer)
                    on:change=change
                />
                <span>{label}</span>
                {(!hint.is_empty()).then(|| view! { <span class="hint" id=hint_id>{hint}</span> })}
            </label>
        </div>
    }
}

#[cfg(test)]
#[path = "choice_tests.rs"]
mod choice_tests;
