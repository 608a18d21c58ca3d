//! The frame and, in it, the page that is shown.

use std::sync::Arc;

use leptos::prelude::*;

use super::page_data::PageData;
use super::{home, list, message, profile, receipt};
use crate::i18n::portal::texts;
use crate::ui::{NavLink, Piece, brand, drill_strip, footer, main_nav, skip_link};

/// The page that is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// Its path and query.
    pub path: String,
    /// Its data; `None` while there is none yet.
    pub data: Option<PageData>,
}

impl Shown {
    /// The first page of a visit.
    #[must_use]
    pub fn new(path: &str, data: PageData) -> Self {
        Self {
            path: path.to_owned(),
            data: Some(data),
        }
    }

    fn is_drill(&self) -> bool {
        self.data
            .as_ref()
            .is_some_and(|data| data.is_drill(&self.path))
    }
}

/// What the portal is doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nothing: what was asked for is shown.
    Ready,
    /// Another page is on its way.
    Loading,
    /// It could not be loaded.
    Failed,
}

/// The whole site.
#[component]
pub fn Site(
    /// The page that is shown.
    shown: RwSignal<Arc<Shown>>,
    /// What the portal is doing.
    status: RwSignal<Status>,
) -> impl IntoView {
    // Only these two change the page itself; that another one is on its way must not redraw it.
    let failed = Memo::new(move |_| status.get() == Status::Failed);
    let loading = move || (status.get() == Status::Loading).then_some(texts().frame.loading);
    view! {
        {skip_link()}
        <div class="loading-bar" role="status">{loading}</div>
        {move || shown.get().is_drill().then(drill_strip)}
        <header class="site-header">
            <div class="wrap site-header__row">
                {brand("/")}
                {move || main_nav(&nav_links(&shown.get().path))}
            </div>
        </header>
        <main id="contenido" tabindex="-1">{move || page_or_message(&shown.get(), failed.get())}</main>
        {footer()}
    }
}

/// The page, or what is said in its place. Being a [`Piece`], each new page is built afresh: nothing
/// typed into the last one stays in its forms.
fn page_or_message(shown: &Shown, failed: bool) -> Piece {
    match &shown.data {
        _ if failed => message::failed(),
        None => message::waiting(),
        Some(data) => page_of(&shown.path, data),
    }
}

fn page_of(path: &str, data: &PageData) -> Piece {
    match data {
        PageData::Home { elections } => home::home_page(elections),
        PageData::List { elections, page } => list::list_page(path, &elections.data, page),
        PageData::Profile { record } => profile::profile_page(record),
        PageData::Receipt { receipt } => receipt::receipt_page(&receipt.data),
        PageData::AskReceipt => receipt::ask(texts().receipt.ask, texts().receipt.ask_text),
        PageData::NoReceipt => receipt::ask(texts().receipt.unknown, texts().receipt.unknown_text),
        PageData::NotFound => message::not_found(),
        PageData::Withdrawn => message::withdrawn(),
    }
}

/// The main navigation, as it stands on the page at `path`.
pub(super) fn nav_links(path: &str) -> [NavLink; 2] {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let below = path.starts_with("/candidaturas/").then_some("true");
    [
        NavLink {
            href: "/",
            label: texts().frame.home,
            current: (path == "/").then_some("page"),
        },
        NavLink {
            href: super::address::LIST,
            label: texts().frame.candidacies,
            current: (path == super::address::LIST).then_some("page").or(below),
        },
    ]
}
