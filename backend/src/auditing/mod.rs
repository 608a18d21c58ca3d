//! The audit as a whole: chained by a job, checked by `conoceles verify`, and read, counted and
//! downloaded by each role in its own part.

mod entries;
mod export;
pub mod routes;
pub mod seal;
mod store;
pub mod verify;
