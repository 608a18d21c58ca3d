//! A list of lines: e-mails, telephones, courses.

use leptos::prelude::*;
use serde_json::Value;

use super::field::Around;
use super::{Decline, Form, Kind, Labels, TextField};
use crate::desk::dom;
use crate::desk::icon::Icon;
use crate::i18n::desk::texts;

/// Up to `max` lines under one label, each of which can be removed; the list is never without one.
#[component]
pub fn ListField(
    #[prop(into)] pointer: String,
    /// The label of all, and of each with its number.
    #[prop(into)]
    label: String,
    /// What each line holds.
    #[prop(optional)]
    kind: Kind,
    /// How many there may be.
    max: u32,
    /// How many characters each admits, which are counted then.
    #[prop(optional)]
    length: Option<u32>,
    /// Help shown before them; may be empty.
    #[prop(optional, into)]
    hint: String,
    /// Where the flag of «No proporcionó» is.
    #[prop(optional, into)]
    decline: Option<String>,
) -> impl IntoView {
    let form = Form::here();
    let labels = Labels::of(form, &pointer, !hint.is_empty());
    let flag = decline.clone();
    let hidden = Memo::new(move |_| flag.as_deref().is_some_and(|it| form.flag(it)));
    let place = StoredValue::new(pointer);
    let name = StoredValue::new(label.clone());
    let moved = RwSignal::new(String::new());
    let count = Memo::new(move |_| place.with_value(|it| form.items(it)).max(1));
    view! {
        <fieldset
            class=labels.field_class()
            id=labels.id.clone()
            aria-describedby=labels.described_by(None)
        >
            <legend class="label">{label.clone()}</legend>
            <Around labels=labels.clone() hint=hint/>
            <Show when=move || !hidden.get()>
                <For each=move || 0..count.get() key=|at| *at let:at>
                    <Item
                        place=place
                        name=name
                        kind=kind
                        length=length
                        at=at
                        count=count
                        moved=moved
                    />
                </For>
                <Add place=place name=name count=count max=max/>
                <p class="hidden-visually" role="status">{moved}</p>
            </Show>
            {decline.map(|flag| view! { <Decline pointer=flag of=label/> })}
        </fieldset>
    }
}

#[component]
fn Item(
    place: StoredValue<String>,
    name: StoredValue<String>,
    kind: Kind,
    length: Option<u32>,
    at: usize,
    count: Memo<usize>,
    moved: RwSignal<String>,
) -> impl IntoView {
    let form = Form::here();
    let t = texts().form;
    let label = format!("{} {}", name.get_value(), at + 1);
    let remove = (t.remove)(&label);
    let take_out = move |_| {
        let list = place.get_value();
        form.rearrange(&list, |items| {
            if at < items.len() {
                items.remove(at);
            }
        });
        dom::focus_soon(item_id(&list, at.saturating_sub(1)));
    };
    let up = at.checked_sub(1);
    view! {
        <TextField
            pointer=format!("{}/{at}", place.get_value())
            label=label.clone()
            kind=kind
            max=length
        />
        <Show when=move || { count.get() > 1 && !form.read_only().get() }>
            <div class="cluster">
                {up.map(|to| view! {
                    <Move place=place name=name at=at to=to count=count moved=moved/>
                })}
                <Show when=move || { at + 1 < count.get() }>
                    <Move place=place name=name at=at to=at + 1 count=count moved=moved/>
                </Show>
                <button type="button" class="btn btn--quiet btn--small" on:click=take_out>
                    {remove.clone()}
                </button>
            </div>
        </Show>
    }
}

/// Exchanges two neighbours; the focus goes with what was moved, and a voice says where it is.
#[component]
fn Move(
    place: StoredValue<String>,
    name: StoredValue<String>,
    at: usize,
    to: usize,
    count: Memo<usize>,
    moved: RwSignal<String>,
) -> impl IntoView {
    let form = Form::here();
    let t = texts().form;
    let label = format!("{} {}", name.get_value(), at + 1);
    let rises = to < at;
    let (text, icon) = if rises {
        (t.move_up, Icon::Up)
    } else {
        (t.move_down, Icon::Down)
    };
    let id = place.with_value(|list| move_id(list, at, rises));
    let of = format!(" {label}");
    let exchange = move |_| {
        let list = place.get_value();
        form.rearrange(&list, |items| {
            items.resize(items.len().max(at.max(to) + 1), Value::Null);
            items.swap(at, to);
        });
        moved.set((t.moved)(&label, to + 1));
        // On the same button of its new place, or where there is none on the one that leads back.
        let ends = to == 0 || to + 1 >= count.get_untracked();
        dom::focus_soon(move_id(&list, to, rises != ends));
    };
    view! {
        <button type="button" id=id class="btn btn--quiet btn--small" on:click=exchange>
            {icon.drawn()}
            {text}
            <span class="hidden-visually">{of}</span>
        </button>
    }
}

fn move_id(list: &str, at: usize, rises: bool) -> String {
    let way = if rises { "subir" } else { "bajar" };
    format!("{}--{way}", item_id(list, at))
}

fn item_id(list: &str, at: usize) -> String {
    format!("{}-{at}", super::control_id(list))
}

#[component]
fn Add(
    place: StoredValue<String>,
    name: StoredValue<String>,
    count: Memo<usize>,
    max: u32,
) -> impl IntoView {
    let form = Form::here();
    let t = texts().form;
    let is_full = move || u32::try_from(count.get()).unwrap_or(u32::MAX) >= max;
    let add = move |_| {
        let at = count.get_untracked();
        let list = place.get_value();
        if form.value().pointer(&list).is_none_or(|it| !it.is_array()) {
            form.set(&format!("{list}/0"), Value::String(String::new()));
        }
        form.set(&format!("{list}/{at}"), Value::String(String::new()));
        dom::focus_soon(item_id(&list, at));
    };
    view! {
        <Show
            when=move || !is_full() && !form.read_only().get()
            fallback=move || is_full().then(|| view! { <p class="hint">{(t.at_most)(max)}</p> })
        >
            <button type="button" class="btn btn--quiet btn--small" on:click=add>
                {Icon::Plus.drawn()}
                {(t.add)(&name.get_value())}
            </button>
        </Show>
    }
}
