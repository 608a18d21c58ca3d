//! Review: queue, claims, decisions.

pub mod routes;
