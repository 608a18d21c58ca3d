//! One of many options, in a list that opens.

use leptos::prelude::*;
use serde_json::Value;

use super::field::Around;
use super::{Choice, Form, Labels};
use crate::i18n::desk::texts;

/// A list of options with its label, hint and error.
#[component]
pub fn SelectField(
    #[prop(into)] pointer: String,
    #[prop(into)] label: String,
    /// The options; the first line is always «Elija una opción».
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// Help shown before it; may be empty.
    #[prop(optional, into)]
    hint: String,
    /// Where the flag of «No proporcionó» is, which switches it off.
    #[prop(optional, into)]
    declined: Option<String>,
) -> impl IntoView {
    let form = Form::here();
    let labels = Labels::of(form, &pointer, !hint.is_empty());
    let off = Memo::new(move |_| {
        form.read_only().get() || declined.as_deref().is_some_and(|it| form.flag(it))
    });
    let to = pointer.clone();
    let chosen = Memo::new(move |_| form.text(&pointer));
    let change = move |ev| {
        let code = event_target_value(&ev);
        form.set(
            &to,
            if code.is_empty() {
                Value::Null
            } else {
                Value::String(code)
            },
        );
    };
    view! {
        <div class=labels.field_class()>
            <label class=labels.label_class() for=labels.id.clone()>{label}</label>
            <Around labels=labels.clone() hint=hint/>
            <select
                class="select"
                id=labels.id.clone()
                name=labels.id.clone()
                aria-describedby=labels.described_by(None)
                aria-invalid=labels.invalid()
                aria-required=labels.required()
                disabled=move || off.get()
                on:change=change
            >
                <option value="" prop:selected=move || chosen.read().is_empty()>
                    {texts().form.choose}
                </option>
                {move || options
                    .get()
                    .into_iter()
                    .map(|it| {
                        let code = it.code.clone();
                        view! {
                            <option
                                value=it.code
                                prop:selected=move || *chosen.read() == code
                            >
                                {it.label}
                            </option>
                        }
                    })
                    .collect_view()}
            </select>
        </div>
    }
}
