//! A text of several lines, with its counter.

use conoceles_shared::text::{self, CountingMode};
use leptos::prelude::*;
use serde_json::Value;

use super::field::Around;
use super::{Form, Labels};
use crate::desk::language::{Assistant, Hints, Mirror};
use crate::i18n::desk::texts;

/// A long text with its label, hint, error and, where there are limits, its counter.
#[component]
pub fn TextArea(
    #[prop(into)] pointer: String,
    #[prop(into)] label: String,
    /// Help shown before it; may be empty.
    #[prop(optional, into)]
    hint: String,
    /// Minimum, maximum and how they are counted.
    #[prop(optional)]
    limits: Option<(u32, u32, CountingMode)>,
    /// Whether it holds a person's own words, which are set in serif and which the language
    /// assistant of the page, where there is one, reads along.
    #[prop(optional)]
    words: bool,
    /// Where the flag of «No proporcionó» is, which switches it off.
    #[prop(optional, into)]
    declined: Option<String>,
) -> impl IntoView {
    let form = Form::here();
    let labels = Labels::of(form, &pointer, !hint.is_empty());
    let off = Memo::new(move |_| {
        form.read_only().get() || declined.as_deref().is_some_and(|it| form.flag(it))
    });
    let counter_id = limits.map(|_| format!("{}-counter", labels.id));
    let to = pointer.clone();
    let counted = pointer.clone();
    let hinted = pointer.clone();
    let control = labels.id.clone();
    let assistant = use_context::<Assistant>().filter(|_| words);
    if let Some(assistant) = assistant {
        let watched = pointer.clone();
        let text = Memo::new(move |_| form.text(&watched));
        assistant.follow(text.into(), off.into());
    }
    let area = view! {
        <textarea
            class=if words { "textarea textarea--words" } else { "textarea short" }
            id=labels.id.clone()
            name=labels.id.clone()
            lang="es"
            aria-describedby=labels.described_by(counter_id.clone())
            aria-invalid=labels.invalid()
                aria-required=labels.required()
            disabled=move || off.get()
            prop:value=move || form.text(&pointer)
            on:input=move |ev| form.set(&to, Value::String(event_target_value(&ev)))
        ></textarea>
    };
    view! {
        <div class=labels.field_class()>
            <label class=labels.label_class() for=labels.id.clone()>{label}</label>
            <Around labels=labels.clone() hint=hint/>
            {match assistant {
                Some(assistant) => view! {
                    <div class="editor"><Mirror assistant=assistant/>{area}</div>
                }
                .into_any(),
                None => area.into_any(),
            }}
            {limits.map(|limits| view! {
                <Counter id=counter_id.unwrap_or_default() pointer=counted limits=limits/>
            })}
            {assistant.map(|assistant| view! {
                <Hints assistant=assistant pointer=hinted control=control/>
            })}
        </div>
    }
}

#[component]
fn Counter(id: String, pointer: String, limits: (u32, u32, CountingMode)) -> impl IntoView {
    let form = Form::here();
    let (min, max, mode) = limits;
    let counts = Memo::new(move |_| {
        let typed = text::normalise(&form.text(&pointer));
        (
            text::count(&typed, mode),
            text::count(&typed, CountingMode::Total),
        )
    });
    let t = texts().form;
    let without_spaces = mode == CountingMode::WithoutSpaces;
    let over = Memo::new(move |_| counts.get().0.saturating_sub(max));
    let is_over = move || over.get() > 0;
    view! {
        // Set as a whole: something may have put a link in the place of the old figures.
        <div class="counter" class:counter--over=is_over id=id>
            {move || (over.get() > 0).then(|| view! { <b>{(t.over)(over.get())}</b> })}
            <span prop:textContent=move || (t.counted)(counts.get().0, max, without_spaces)></span>
            <span prop:textContent=move || (t.minimum)(min, counts.get().0)></span>
            {without_spaces.then(|| view! {
                <span prop:textContent=move || (t.with_spaces)(counts.get().1)></span>
            })}
        </div>
    }
}
