//! A text of one line.

use conoceles_shared::text::{self, CountingMode};
use leptos::prelude::*;
use serde_json::Value;

use super::{Form, Labels};
use crate::i18n::desk::texts;

/// What a line holds: the keyboard it brings up, and how it is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    #[default]
    Line,
    Url,
    Email,
    Phone,
    /// A whole number: stored as a number where it is one.
    Number,
    Date,
    /// A local date and time.
    Moment,
}

impl Kind {
    const fn input_type(self) -> &'static str {
        match self {
            // Not «url» and «email»: those drop spaces while one types and move the caret.
            Self::Line | Self::Number | Self::Url | Self::Email => "text",
            Self::Phone => "tel",
            Self::Date => "date",
            Self::Moment => "datetime-local",
        }
    }

    /// The keyboard of a telephone or tablet.
    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Number => Some("numeric"),
            Self::Url => Some("url"),
            Self::Email => Some("email"),
            Self::Line | Self::Phone | Self::Date | Self::Moment => None,
        }
    }

    const fn class(self) -> &'static str {
        match self {
            Self::Number => "input input--s",
            Self::Date | Self::Moment | Self::Phone => "input input--m",
            _ => "input",
        }
    }

    fn store(self, text: String) -> Value {
        if text.is_empty() && self != Self::Line {
            return Value::Null;
        }
        match (self, text.trim().parse::<u32>()) {
            (Self::Number, Ok(number)) => Value::from(number),
            _ => Value::String(text),
        }
    }
}

/// A line with its label, hint and error; where `decline` is given, with «No proporcionó».
#[component]
pub fn TextField(
    #[prop(into)] pointer: String,
    #[prop(into)] label: String,
    /// What it holds.
    #[prop(optional)]
    kind: Kind,
    /// Help shown before it; may be empty.
    #[prop(optional, into)]
    hint: String,
    /// Where the flag of «No proporcionó» is.
    #[prop(optional, into)]
    decline: Option<String>,
    /// What the browser may fill in.
    #[prop(optional)]
    autocomplete: Option<&'static str>,
    /// How many characters it admits, which are counted then.
    #[prop(default = None)]
    max: Option<u32>,
) -> impl IntoView {
    let form = Form::here();
    let labels = Labels::of(form, &pointer, !hint.is_empty());
    let flag = decline.clone();
    let declined = Memo::new(move |_| flag.as_deref().is_some_and(|it| form.flag(it)));
    let off = move || declined.get() || form.read_only().get();
    let of = label.clone();
    let to = pointer.clone();
    let counter = max.map(|max| (format!("{}-counter", labels.id), pointer.clone(), max));
    let counter_id = counter.as_ref().map(|(id, _, _)| id.clone());
    view! {
        <div class=labels.field_class()>
            <label class=labels.label_class() for=labels.id.clone()>{label}</label>
            <Around labels=labels.clone() hint=hint/>
            <input
                class=kind.class()
                id=labels.id.clone()
                name=labels.id.clone()
                type=kind.input_type()
                inputmode=kind.input_mode()
                autocomplete=autocomplete.unwrap_or("off")
                aria-describedby=labels.described_by(counter_id)
                aria-invalid=labels.invalid()
                aria-required=labels.required()
                disabled=off
                prop:value=move || form.text(&pointer)
                on:input=move |ev| form.set(&to, kind.store(event_target_value(&ev)))
            />
            {counter.map(|(id, pointer, max)| view! {
                <LineCounter id=id pointer=pointer max=max/>
            })}
            {decline.map(|flag| view! { <Decline pointer=flag of=of/> })}
        </div>
    }
}

/// How many characters a line has, and how many are too many.
#[component]
fn LineCounter(id: String, pointer: String, max: u32) -> impl IntoView {
    let form = Form::here();
    let t = texts().form;
    let count = Memo::new(move |_| {
        let line = text::single_line(&form.text(&pointer));
        text::count(&line, CountingMode::Total)
    });
    let over = Memo::new(move |_| count.get().saturating_sub(max));
    let is_over = move || over.get() > 0;
    view! {
        <div class="counter" class:counter--over=is_over id=id>
            {move || (over.get() > 0).then(|| view! { <b>{(t.over)(over.get())}</b> })}
            <span prop:textContent=move || (t.counted)(count.get(), max, false)></span>
        </div>
    }
}

/// The hint and the error of a control.
#[component]
pub(super) fn Around(labels: Labels, hint: String) -> impl IntoView {
    let (hint_id, error_id, error) = labels.into_parts();
    view! {
        {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
        {move || error.get().map(|text| view! {
            <p class="error" id=error_id.clone()>
                <span class="hidden-visually">{texts().form.error_prefix}</span>
                {text}
            </p>
        })}
    }
}

/// «No proporcionó» beside a field.
#[component]
pub fn Decline(
    #[prop(into)] pointer: String,
    /// The label of the field, for whoever does not see it beside.
    #[prop(into)]
    of: String,
) -> impl IntoView {
    let form = Form::here();
    let id = super::control_id(&pointer);
    let to = pointer.clone();
    let of = format!(" {}", { of });
    view! {
        <label class="check check--row" for=id>
            <input
                type="checkbox"
                id=id.clone()
                name=id.clone()
                disabled=move || form.read_only().get()
                prop:checked=move || form.flag(&pointer)
                on:change=move |ev| form.set(&to, Value::Bool(event_target_checked(&ev)))
            />
            <span>
                {texts().form.not_provided}
                <span class="hidden-visually">{of}</span>
            </span>
        </label>
    }
}
