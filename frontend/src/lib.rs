//! Conóceles, the components: the citizens' portal, rendered on the server and hydrated in the
//! browser, and the desks, which exist in the browser only.
//!
//! `ssr` gives the server [`portal::render`]; `hydrate` builds the bundle that takes over what the
//! server rendered; `csr` builds the desks.

#![recursion_limit = "256"]

#[cfg(feature = "csr")]
pub mod desk;
pub mod i18n;
pub mod portal;
mod ui;
