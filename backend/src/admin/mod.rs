//! Administration: elections, parties, actors, candidacies, accounts.

pub mod routes;
pub mod store;
