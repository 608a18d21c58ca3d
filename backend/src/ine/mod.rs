//! Archives of the INE: its open data, read, checked as a whole, and published as a closed
//! election.
//!
//! Reading ([`parse`], [`choice`], [`rows`], [`row`], [`plan`]) is pure; [`apply`] writes. All or
//! nothing: a file with one error changes nothing and says every error it has.

mod answers;
pub mod apply;
mod choice;
mod columns;
mod contact;
mod file_row;
pub mod finding;
mod names;
pub mod parse;
pub mod places;
pub mod plan;
mod row;
mod rows;
pub mod values;
