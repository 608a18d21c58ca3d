//! Editing what was created: based on a version, and with what follows for the public shown first
//! (`docs/decisions/0046-editing-what-is-published.md`).

mod accounts;
mod actors;
pub mod candidacies;
mod candidacy_rules;
pub mod consequences;
mod logo_picture;
mod logos;
mod parties;
pub mod routes;
pub mod store;
