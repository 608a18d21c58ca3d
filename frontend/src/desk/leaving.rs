//! Leaving a page with something unsaved or under way on it asks first: closing or reloading it, following a link
//! in it, and the browser's own Back and Forward.

use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{BeforeUnloadEvent, Element, Event};

use super::context::handed_down;
use super::dom;
use super::place::Place;
use crate::i18n::desk::texts;

/// What asks before the page is left, while its signal says so.
#[derive(Clone, Copy)]
struct Guarded {
    holds: Signal<bool>,
    question: &'static str,
}

/// What is unsaved or under way, and on which page.
#[derive(Clone, Copy)]
pub struct Leaving {
    guarded: StoredValue<Vec<Guarded>>,
    here: StoredValue<Place>,
}

impl Leaving {
    fn new() -> Self {
        Self {
            guarded: StoredValue::new(Vec::new()),
            here: StoredValue::new(Place::Unknown),
        }
    }

    /// Shared with everything below. Before the router: a window's listeners are heard in the order
    /// they came, and the router's takes the page away.
    pub fn provide() {
        let leaving = Self::new();
        provide_context(leaving);
        let back = window_event_listener(leptos::ev::popstate, move |ev| {
            let path = window().location().pathname().unwrap_or_default();
            let here = leaving.here.get_value();
            if Place::parse(&path) == here || !leaving.is_refused() {
                return;
            }
            ev.stop_immediate_propagation();
            // The address has changed already. Which way it went is not known; this page becomes
            // the last one.
            if let Ok(history) = window().history() {
                let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&here.href()));
            }
        });
        on_cleanup(move || back.remove());
    }

    /// The page that is shown now.
    pub fn arrived(path: &str) {
        handed_down(Self::new).here.set_value(Place::parse(path));
    }

    /// Whether something holds the page and the person would rather stay with it.
    fn is_refused(self) -> bool {
        let first = self
            .guarded
            .with_value(|all| all.iter().find(|it| is(it.holds)).copied());
        first.is_some_and(|it| !dom::confirm(it.question))
    }
}

/// A signal that is gone says nothing.
fn is(signal: Signal<bool>) -> bool {
    signal.try_get_untracked() == Some(true)
}

/// While `dirty`, leaving this page asks first.
pub fn guard(dirty: Signal<bool>) {
    guard_with(dirty, texts().form.leave);
}

/// While an act is under way, leaving this page asks first: the rest of it would not be done, or nobody would see what
/// came of it.
pub fn guard_act(under_way: Signal<bool>) {
    guard_with(under_way, texts().long_acts.leave);
}

fn guard_with(holds: Signal<bool>, question: &'static str) {
    handed_down(Leaving::new).guarded.update_value(|all| {
        all.retain(|it| it.holds.try_get_untracked().is_some());
        all.push(Guarded { holds, question });
    });
    guard_tab(holds);

    // In the capturing phase, before the router sees the click.
    let on_click = Closure::<dyn Fn(Event)>::new(move |ev: Event| {
        if is(holds) && leaves(&ev) && !dom::confirm(question) {
            ev.prevent_default();
            ev.stop_propagation();
        }
    });
    let listener: js_sys::Function = on_click
        .as_ref()
        .unchecked_ref::<js_sys::Function>()
        .clone();
    let _ = window().add_event_listener_with_callback_and_bool("click", &listener, true);
    let kept = StoredValue::new_local(on_click);
    on_cleanup(move || {
        let _ = window().remove_event_listener_with_callback_and_bool("click", &listener, true);
        kept.dispose();
    });
}

/// While `dirty`, closing or reloading the tab asks first.
pub fn guard_tab(dirty: Signal<bool>) {
    let unload = window_event_listener(leptos::ev::beforeunload, move |ev: BeforeUnloadEvent| {
        if is(dirty) {
            ev.prevent_default();
        }
    });
    on_cleanup(move || unload.remove());
}

/// Whether a click follows a link to another page in this window, or signs out.
fn leaves(ev: &Event) -> bool {
    let target = ev.target().and_then(|it| it.dyn_into::<Element>().ok());
    let link = target.and_then(|it| it.closest("a[href], [data-leaves]").ok().flatten());
    link.is_some_and(|it| {
        let href = it.get_attribute("href").unwrap_or_default();
        !href.starts_with('#') && !it.has_attribute("target")
    })
}
