//! Verification: what anyone may learn of a receipt by the code that is printed on it.

mod check;
pub mod page;
pub mod routes;
