//! Archives of the INE: its open data, read, checked as a whole, and published as a closed
//! election.
//!
//! Reading ([`parse`], [`columns`], [`values`], [`plan`]) is pure; [`apply`] writes. All or
//! nothing: a file with one error changes nothing and says every error it has.

pub mod apply;
mod columns;
mod contact;
pub mod finding;
pub mod parse;
mod places;
pub mod plan;
mod row;
mod values;
