//! Leaving a page with something unsaved on it asks first: closing or reloading it, following a link
//! in it, and the browser's own Back and Forward.

use leptos::prelude::*;
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use leptos::web_sys::{BeforeUnloadEvent, Element, Event};

use super::context::handed_down;
use super::dom;
use super::place::Place;
use crate::i18n::desk::texts;

/// What is unsaved, and on which page.
#[derive(Clone, Copy)]
pub struct Leaving {
    unsaved: StoredValue<Vec<Signal<bool>>>,
    here: StoredValue<Place>,
}

impl Leaving {
    fn new() -> Self {
        Self {
            unsaved: StoredValue::new(Vec::new()),
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

    /// Whether something is unsaved and the person would rather stay with it.
    fn is_refused(self) -> bool {
        let unsaved = self.unsaved.with_value(|all| all.iter().any(|it| is(*it)));
        unsaved && !dom::confirm(texts().form.leave)
    }
}

/// A signal that is gone says nothing.
fn is(signal: Signal<bool>) -> bool {
    signal.try_get_untracked() == Some(true)
}

/// While `dirty`, leaving this page asks first.
pub fn guard(dirty: Signal<bool>) {
    handed_down(Leaving::new).unsaved.update_value(|all| {
        all.retain(|it| it.try_get_untracked().is_some());
        all.push(dirty);
    });
    guard_tab(dirty);

    // In the capturing phase, before the router sees the click.
    let on_click = Closure::<dyn Fn(Event)>::new(move |ev: Event| {
        if is(dirty) && leaves(&ev) && !dom::confirm(texts().form.leave) {
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
