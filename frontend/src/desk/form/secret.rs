//! A password.

use leptos::prelude::*;
use serde_json::Value;

use super::field::Around;
use super::{Form, Labels};
use crate::i18n::desk::texts;

/// A password with its label, hint and error, which can be shown.
#[component]
pub fn SecretField(
    #[prop(into)] pointer: String,
    #[prop(into)] label: String,
    /// Help shown before it; may be empty.
    #[prop(optional, into)]
    hint: String,
    /// What the browser may fill in.
    autocomplete: &'static str,
) -> impl IntoView {
    let form = Form::here();
    let labels = Labels::of(form, &pointer, !hint.is_empty());
    let shown = RwSignal::new(false);
    let to = pointer.clone();
    let show_id = format!("{}-show", labels.id);
    view! {
        <div class=labels.field_class()>
            <label class="label" for=labels.id.clone()>{label}</label>
            <Around labels=labels.clone() hint=hint/>
            <input
                class="input input--m"
                id=labels.id.clone()
                name=labels.id.clone()
                type=move || if shown.get() { "text" } else { "password" }
                autocomplete=autocomplete
                autocapitalize="none"
                spellcheck="false"
                aria-describedby=labels.described_by(None)
                aria-invalid=labels.invalid()
                prop:value=move || form.text(&pointer)
                on:input=move |ev| form.set(&to, Value::String(event_target_value(&ev)))
            />
            <label class="check check--row" for=show_id>
                <input
                    type="checkbox"
                    id=show_id.clone()
                    prop:checked=move || shown.get()
                    on:change=move |ev| shown.set(event_target_checked(&ev))
                />
                <span>{texts().account.show_password}</span>
            </label>
        </div>
    }
}
