//! The frame and, in it, the page that is shown.

use leptos::prelude::*;

use super::page_data::PageData;
use super::{home, list, message, profile, receipt};
use crate::i18n::portal::texts;
use crate::ui::{IntoPiece, NavLink, Piece, brand, drill_strip, footer, main_nav, skip_link};

/// The class of the line that says that another page is on its way, once `browser` lets it: its
/// words stand beside it until then.
pub(super) const LOADING_CLASS: &str = "loading-bar";

/// The whole site with the page at `path`; without its data, that it could not be loaded.
#[must_use]
pub fn site(path: &str, data: Option<&PageData>) -> Piece {
    let is_drill = data.is_some_and(|data| data.is_drill(path));
    let page = match data {
        Some(data) => page_of(path, data),
        None => message::failed(path),
    };
    view! {
        {skip_link()}
        <div class=LOADING_CLASS role="status" data-says=texts().frame.loading></div>
        {is_drill.then(drill_strip)}
        <header class="site-header">
            <div class="wrap site-header__row">
                {brand("/")}
                {main_nav(&nav_links(path))}
            </div>
        </header>
        <main id="contenido" tabindex="-1">{page}</main>
        {footer()}
    }
    .piece()
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
