//! The history of a candidacy for its three roles: gathered from what each step left behind, and told
//! as `conoceles_shared::history` allows.

mod audited;
mod pages;
pub mod routes;
mod store;
