//! The portal in the browser: follows the links and forms of the page that the server sent, by asking
//! the API.
//!
//! Nothing here holds an element of a page. What the server sent stays as it is, and as a translator
//! or an extension may have changed it; the next page is built whole and takes its place. Where that
//! cannot be done, the browser loads it, as it would without a script.

mod api;
mod ours;
mod plainly;
mod standing;
mod visit;

use leptos::prelude::document;

use crate::i18n::Language;
use visit::Visit;

/// Takes the page over.
pub fn start() {
    plainly::give_up_on_panic();
    if standing::root().is_none() {
        // Something took it apart: until the next page, links and forms are the browser's.
        plainly::warn("la página no está como se envió");
    }
    Language::speak_as_document();
    ours::listen(&Visit::begin(standing::embedded()));
    // From here on, what needs the script may show.
    if let Some(html) = document().document_element() {
        // Fails only for an invalid name.
        let _ = html.class_list().add_1("js");
    }
    visit::open_beside();
}
