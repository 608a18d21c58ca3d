//! The roll: all candidacies of an election from one file of a registration system
//! (`docs/decisions/0047-a-roll-from-a-file.md`).
//!
//! Reading ([`columns`], [`cells`], [`values`], [`places`], [`rows`]) and comparing ([`plan`], [`judge`])
//! are pure; only [`commit`] writes, in one transaction and by the rules of a registration and of an edit
//! by hand. A file with one error changes nothing and says every error it has, by cell. The file is kept
//! nowhere: the commit sends it again, with the hash of the dry run.

mod answer;
mod cells;
mod columns;
mod commit;
mod headings;
mod holders;
mod in_file;
mod judge;
mod known;
mod known_headings;
mod listed_errors;
mod matching;
mod places;
mod plan;
mod progress;
pub mod routes;
mod rows;
mod seats;
mod shape;
mod store;
mod upload;
mod values;
