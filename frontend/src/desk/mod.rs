//! The desks: capture, review, administration. Rendered in the browser only, under `/mesa`.
//!
//! `access` holds the session and talks to the API, `place` is the one list of addresses, `form` the
//! kit that every form is made of; a feature each has its folder.

mod access;
mod account;
mod admin;
mod app;
mod capture;
mod client;
mod clock;
mod content;
mod context;
mod countdown;
mod dom;
mod download;
mod drafts;
mod form;
mod icon;
mod language;
mod leaving;
mod load;
mod notices;
mod page;
mod photo;
mod place;
mod receipts;
mod review;
mod shell;
mod tags;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

use crate::i18n::Language;

/// Mounts the desks in the element `#desk`; without one, nothing happens.
pub fn mount() {
    console_error_panic_hook::set_once();
    Language::speak_as_document();
    let root = document()
        .get_element_by_id("desk")
        .and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(root) = root {
        mount_to(root, app::App).forget();
        dom::keep_files();
    }
}
