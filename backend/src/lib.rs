//! Conóceles: the server and its commands.
//!
//! Cut by feature; each feature's folder holds its routes, its rules and its SQL (`store.rs`).
//! The rules of the questionnaires and of the lifecycle are in `conoceles-shared`.

pub mod accounts;
pub mod admin;
pub mod assets;
pub mod auditing;
pub mod candidacy;
pub mod capture;
pub mod changes;
pub mod cli;
pub mod core;
pub mod elections;
pub mod help;
pub mod hints;
pub mod history;
pub mod ine;
pub mod language;
pub mod notices;
pub mod openapi;
pub mod portal;
pub mod prepared;
pub mod publication;
pub mod receipts;
pub mod reports;
pub mod review;
pub mod routes;
#[cfg(feature = "demo")]
pub mod seed;
pub mod server;
pub mod signed_consents;
pub mod steps;
pub mod verification;
