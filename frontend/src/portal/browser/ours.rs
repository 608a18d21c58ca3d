//! What a visitor does, heard from outside the page: its own elements come and go, and others may
//! wrap, move or copy them.

use std::rc::Rc;

use conoceles_shared::api::query::{CandidacyQuery, decode_pairs};
use leptos::ev;
use leptos::prelude::{window, window_event_listener};
use leptos::web_sys::{
    Element, Event, FormData, HtmlAnchorElement, HtmlFormElement, MouseEvent, UrlSearchParams,
};
use wasm_bindgen::JsCast;

use super::plainly;
use super::standing::root;
use super::visit::{Visit, join};
use crate::portal::address::{self, Address, LIST};

/// Follows links, forms and the browser's own buttons from now on.
pub fn listen(visit: &Rc<Visit>) {
    let on_click = Rc::clone(visit);
    let _ = window_event_listener(ev::click, move |event| {
        if !may_follow(&event) {
            return;
        }
        if let Some(path) = followed(&event) {
            event.prevent_default();
            on_click.go(path);
        } else if target(&event).is_some_and(|it| is_within(&it, "[data-prints]")) {
            // Where the browser has no printing, the button does nothing.
            let _ = window().print();
        }
    });
    let on_submit = Rc::clone(visit);
    let _ = window_event_listener(ev::submit, move |event| {
        if !may_follow(&event) {
            return;
        }
        if let Some(path) = asked(&event) {
            event.prevent_default();
            on_submit.go(path);
        }
    });
    let on_traversal = Rc::clone(visit);
    let _ = window_event_listener(ev::popstate, move |_| {
        if plainly::gave_up() {
            // The address is that of another page already.
            let _ = window().location().reload();
            return;
        }
        on_traversal.arrived();
    });
    let on_scroll = Rc::clone(visit);
    let _ = window_event_listener(ev::scroll, move |_| {
        if !plainly::gave_up() {
            on_scroll.scrolled();
        }
    });
}

/// Whether what was done is still to be answered, and there is a place for the answer.
fn may_follow(event: &Event) -> bool {
    !plainly::gave_up() && !event.default_prevented() && root().is_some()
}

/// The path of the portal's page that a click leads to; anything else is the browser's business.
fn followed(event: &MouseEvent) -> Option<String> {
    let otherwise = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.button() != 0 || otherwise {
        return None;
    }
    let link = target(event)?.closest("a[href]").ok().flatten()?;
    let link = link.dyn_into::<HtmlAnchorElement>().ok()?;
    let elsewhere = !matches!(link.target().as_str(), "" | "_self")
        || link.has_attribute("download")
        || link
            .rel()
            .split_ascii_whitespace()
            .any(|it| it == "external")
        || !link.hash().is_empty()
        || link.origin() != window().location().origin().ok()?;
    if elsewhere {
        return None;
    }
    let path = join(&link.pathname(), link.search().trim_start_matches('?'));
    (Address::of(&path) != Address::Unknown).then_some(path)
}

/// The address that a submitted form asks for, where it is one of those that lead to the list: without
/// the empty fields that a plain form sends too.
fn asked(event: &Event) -> Option<String> {
    let form: HtmlFormElement = event.target()?.dyn_into().ok()?;
    if form.get_attribute("action")? != LIST {
        return None;
    }
    let fields = FormData::new_with_form(&form).ok()?;
    let fields = UrlSearchParams::new_with_str_sequence_sequence(&fields).ok()?;
    let pairs = decode_pairs(&String::from(fields.to_string()));
    let pairs = pairs
        .iter()
        .map(|(key, value)| (key.as_str(), value.as_str()));
    Some(address::list(&CandidacyQuery::parse_lenient(pairs)))
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn is_within(element: &Element, selector: &str) -> bool {
    element.closest(selector).ok().flatten().is_some()
}
