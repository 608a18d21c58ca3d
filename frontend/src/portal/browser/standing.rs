//! The page that stands in the browser: found again each time, for others change it too.

use leptos::prelude::{Mountable, Render, document};
use leptos::web_sys::Element;
use serde::Deserialize;

use crate::portal::page_data::PageData;
use crate::portal::site::site;
use crate::portal::{DATA_ID, ROOT_ID};

/// What the server rendered, as [`crate::portal::data_block`] writes it.
#[derive(Deserialize)]
pub struct Block {
    pub path: String,
    pub data: PageData,
}

/// The page that the server sent. One that something on the way has broken is asked for again when
/// somebody comes back to it.
pub fn embedded() -> Option<Block> {
    let block = document().get_element_by_id(DATA_ID)?.text_content()?;
    serde_json::from_str(&block).ok()
}

/// The element that holds the page.
pub fn root() -> Option<Element> {
    document().get_element_by_id(ROOT_ID)
}

/// Puts a page in the place of the one that is there, whatever has become of that; `None` where its
/// place is not to be found.
pub fn put(path: &str, data: Option<&PageData>) -> Option<()> {
    let old = root()?;
    let new = document().create_element("div").ok()?;
    new.set_id(ROOT_ID);
    // What is kept of it is for changing it later, which nothing does.
    let mut page = site(path, data).build();
    page.mount(&new, None);
    old.replace_with_with_node_1(&new).ok()
}
