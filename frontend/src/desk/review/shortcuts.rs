//! Shortcuts of the review desk, listed on demand. Each only presses what the page offers anyway, none
//! works while somebody types, and those of a single key can be switched off (WCAG 2.1.4).

use leptos::ev::{KeyboardEvent, keydown};
use leptos::prelude::*;

use super::live::Live;
use super::photo_window::SEE_LARGE;
use crate::desk::dialog::ReadingWindow;
use crate::desk::dom;
use crate::i18n::desk::texts;

/// The ids of the buttons that shortcuts press.
pub const APPROVE: &str = "aprobar";
pub const OBSERVE: &str = "observar";
pub const CONCLUDE: &str = "concluir";

/// Where this device keeps that single keys do nothing.
const SINGLE_KEYS_OFF: &str = "conoceles-atajos-con-alt";

/// What a shortcut does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Act {
    Next,
    Previous,
    Undecided,
    Approve,
    Observe,
    Photo,
    Conclude,
    Help,
}

/// Every shortcut with its letter.
const ALL: [(char, Act); 8] = [
    ('j', Act::Next),
    ('k', Act::Previous),
    ('u', Act::Undecided),
    ('a', Act::Approve),
    ('o', Act::Observe),
    ('f', Act::Photo),
    ('c', Act::Conclude),
    ('?', Act::Help),
];

/// A key that was pressed, as far as it matters here.
#[derive(Debug, Clone, Copy)]
struct Pressed<'a> {
    /// What it types.
    key: &'a str,
    /// Which key it is, whatever it types: with Alt some keyboards type other letters.
    code: &'a str,
    alt: bool,
    /// Control or the command key: never ours.
    other_modifier: bool,
}

/// What a key means while nobody types.
fn act_of(pressed: Pressed<'_>, single_keys: bool) -> Option<Act> {
    if pressed.other_modifier || !(pressed.alt || single_keys) {
        return None;
    }
    let is = |letter: char| {
        let typed = pressed.key.to_lowercase() == letter.to_string();
        let place = format!("Key{}", letter.to_uppercase());
        typed || (pressed.alt && pressed.code == place)
    };
    ALL.into_iter()
        .find(|(letter, _)| is(*letter))
        .map(|(_, act)| act)
}

fn words_for(act: Act) -> &'static str {
    let t = texts().desk_tools;
    match act {
        Act::Next => t.key_next,
        Act::Previous => t.key_previous,
        Act::Undecided => t.key_undecided,
        Act::Approve => t.key_approve,
        Act::Observe => t.key_observe,
        Act::Photo => t.key_photo,
        Act::Conclude => t.key_conclude,
        Act::Help => t.key_help,
    }
}

/// Whether a key would go into what has the focus, or a window is open over the desk.
fn is_busy() -> bool {
    let there = |what: &str| document().query_selector(what).ok().flatten().is_some();
    dom::is_typing() || there("select:focus") || there("dialog[open]")
}

fn single_keys_kept() -> bool {
    let off = dom::local_storage().and_then(|it| it.get_item(SINGLE_KEYS_OFF).ok().flatten());
    off.is_none()
}

fn keep_single_keys(on: bool) {
    if let Some(storage) = dom::local_storage() {
        // A full or forbidden storage: it counts for this page then.
        let _ = if on {
            storage.remove_item(SINGLE_KEYS_OFF)
        } else {
            storage.set_item(SINGLE_KEYS_OFF, "1")
        };
    }
}

/// The button that lists the shortcuts, and the shortcuts themselves while the desk is there.
#[component]
pub fn Shortcuts(live: Live) -> impl IntoView {
    let t = texts().desk_tools;
    let open = RwSignal::new(false);
    let single_keys = RwSignal::new(single_keys_kept());
    let listener = window_event_listener(keydown, move |ev: KeyboardEvent| {
        let (key, code) = (ev.key(), ev.code());
        let pressed = Pressed {
            key: &key,
            code: &code,
            alt: ev.alt_key(),
            other_modifier: ev.ctrl_key() || ev.meta_key(),
        };
        let act = act_of(pressed, single_keys.get_untracked());
        if let Some(act) = act.filter(|_| !ev.repeat() && !is_busy()) {
            ev.prevent_default();
            perform(live, act, open);
        }
    });
    on_cleanup(move || listener.remove());
    view! {
        <button
            type="button"
            class="btn btn--quiet btn--small"
            aria-haspopup="dialog"
            on:click=move |_| open.set(true)
        >
            {t.shortcuts}
        </button>
        <ReadingWindow open=open id="atajos" title=t.shortcuts>
            <Listed single_keys=single_keys/>
        </ReadingWindow>
    }
}

fn perform(live: Live, act: Act, open: RwSignal<bool>) {
    match act {
        Act::Next => live.step(1),
        Act::Previous => live.step(-1),
        Act::Undecided => drop(live.go_to_next_undecided()),
        Act::Approve => dom::press(APPROVE),
        Act::Observe => dom::press(OBSERVE),
        Act::Photo => dom::press(SEE_LARGE),
        Act::Conclude => dom::press(CONCLUDE),
        Act::Help => open.set(true),
    }
}

#[component]
fn Listed(single_keys: RwSignal<bool>) -> impl IntoView {
    let t = texts().desk_tools;
    let switch = move |ev| {
        let on = event_target_checked(&ev);
        single_keys.set(on);
        keep_single_keys(on);
    };
    let rows = ALL
        .into_iter()
        .map(|(letter, act)| {
            let letter = letter.to_uppercase().to_string();
            let alone = letter.clone();
            view! {
                <tr>
                    <td>
                        {move || single_keys.get().then(|| view! { <kbd>{alone.clone()}</kbd>" · " })}
                        <kbd>"Alt"</kbd>" + "<kbd>{letter}</kbd>
                    </td>
                    <td>{words_for(act)}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <p class="small">{t.shortcuts_lead}</p>
        <label class="check" for="una-tecla">
            <input
                type="checkbox"
                id="una-tecla"
                prop:checked=move || single_keys.get()
                on:change=switch
            />
            <span>{t.shortcuts_single}</span>
        </label>
        <table class="table">
            <thead>
                <tr><th scope="col">{t.key}</th><th scope="col">{t.what_it_does}</th></tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

#[cfg(test)]
#[path = "shortcuts_tests.rs"]
mod shortcuts_tests;
