//! The citizens' portal: the same functions make each page on the server and, when somebody goes on
//! from there, in the browser.
//!
//! A page is a function of its path and its [`PageData`], of nothing else: no clock, no window, no
//! session. That is what makes the server's HTML and the browser's the same, and pages cacheable.
//! Nothing in a page changes by itself and none of its elements is listened to: links and forms are
//! plain, and `browser` follows them from outside.

pub(crate) mod address;
#[cfg(feature = "hydrate")]
mod browser;
mod head;
mod home;
mod list;
mod message;
mod page_data;
#[cfg(feature = "ssr")]
mod privacy;
pub(crate) mod profile;
mod receipt;
mod site;

use serde::Serialize;

pub use address::{names_election, receipt as receipt_address};
#[cfg(feature = "hydrate")]
pub use browser::start;
pub use head::{Head, head};
pub use page_data::{PageData, current};
#[cfg(feature = "ssr")]
pub use privacy::privacy_page;
pub use receipt::FIELD as RECEIPT_FIELD;
pub use site::site;

/// The id of the block with the page's data.
pub const DATA_ID: &str = "page-data";
/// The id of the root element in `portal.html`.
pub const ROOT_ID: &str = "app";

/// The page at `path_and_query`: what belongs in the head, and the HTML of the root element, without
/// white space around it.
#[cfg(feature = "ssr")]
#[must_use]
pub fn render(path_and_query: &str, data: &PageData) -> (Head, String) {
    use leptos::prelude::*;

    let head = head(path_and_query, data);
    let owner = Owner::new();
    let html = owner.with(|| site(path_and_query, Some(data)).to_html());
    owner.cleanup();
    (head, html)
}

/// The block from which the browser knows the page that it shows, so that the way back to it needs no
/// request. No `<` in it can end it, whatever a name holds.
#[must_use]
pub fn data_block(path_and_query: &str, data: &PageData) -> String {
    #[derive(Serialize)]
    struct Block<'a> {
        path: &'a str,
        data: &'a PageData,
    }
    // Strings, numbers and their lists always serialise; an empty block only makes the browser ask.
    let json = serde_json::to_string(&Block {
        path: path_and_query,
        data,
    })
    .unwrap_or_default();
    let json = json.replace('<', "\\u003c");
    format!("<script type=\"application/json\" id=\"{DATA_ID}\">{json}</script>")
}

#[cfg(test)]
#[cfg(feature = "ssr")]
mod render_tests;
#[cfg(test)]
#[cfg(feature = "ssr")]
mod sample;
