//! The audit in the database: its chain, and what is asked of it.

pub mod chain;
mod conditions;
pub mod entries;
pub mod people;
