//! Conóceles, the components: the citizens' portal, whose pages the server renders and a browser
//! goes on from, and the desks, which exist in the browser only.
//!
//! `ssr` gives the server [`portal::render`]; `hydrate` builds the bundle that takes over what the
//! server rendered, without touching it; `csr` builds the desks.

#![recursion_limit = "256"]

#[cfg(feature = "csr")]
pub mod desk;
pub mod i18n;
pub mod portal;
mod ui;
