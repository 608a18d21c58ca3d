//! The portal in the browser: takes over what the server rendered, then goes from page to page by
//! asking the API.

mod api;
mod visit;

use std::sync::Arc;

use leptos::mount::{hydrate_from, mount_to};
use leptos::prelude::*;
use leptos::web_sys::HtmlElement;
use leptos_router::components::Router;
use serde::Deserialize;
use wasm_bindgen::JsCast;

use super::actions::Actions;
use super::page_data::PageData;
use super::site::{Shown, Site, Status};
use super::{DATA_ID, ROOT_ID};
use crate::i18n::Language;
use visit::Visit;

/// What the server rendered, as [`super::data_block`] writes it.
#[derive(Deserialize)]
struct Block {
    path: String,
    data: PageData,
}

/// Starts the portal. Where the server rendered the page with its data, it is taken over as it
/// stands; else it is built from scratch.
pub fn start() {
    console_error_panic_hook::set_once();
    Language::speak_as_document();
    let root = document().get_element_by_id(ROOT_ID);
    let Some(root) = root.and_then(|it| it.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    match embedded() {
        Some(block) => {
            let first = Shown::new(&block.path, block.data);
            hydrate_from(root, move || view! { <Portal first/> }).forget();
        }
        None => {
            root.set_text_content(None);
            let first = Shown {
                path: String::new(),
                data: None,
            };
            mount_to(root, move || view! { <Portal first/> }).forget();
        }
    }
    // From here on, what needs the script may show.
    if let Some(html) = document().document_element() {
        // Fails only for an invalid name.
        let _ = html.class_list().add_1("js");
    }
    visit::open_beside();
}

fn embedded() -> Option<Block> {
    let block = document().get_element_by_id(DATA_ID)?.text_content()?;
    serde_json::from_str(&block).ok()
}

#[component]
fn Portal(first: Shown) -> impl IntoView {
    let traversed = StoredValue::new(None);
    // Before the router listens, so that the path is known when it tells of it.
    let handle = window_event_listener(leptos::ev::popstate, move |_| {
        traversed.set_value(visit::address_bar());
    });
    on_cleanup(move || handle.remove());
    view! { <Router><Pages first traversed/></Router> }
}

#[component]
fn Pages(
    first: Shown,
    /// Where the visitor just went with the browser's own buttons.
    traversed: StoredValue<Option<String>>,
) -> impl IntoView {
    let is_empty = first.data.is_none();
    let shown = RwSignal::new(Arc::new(first));
    let status = RwSignal::new(Status::Ready);
    let visit = Visit::new(shown, status, traversed);
    provide_context(Actions {
        retry: visit.retry(),
        go: visit.go(),
    });
    visit.follow(is_empty);
    view! { <Site shown status/> }
}
