//! Bulk capture: a sheet of the actor's candidacies, out and in again.
//!
//! Reading ([`reading`], [`columns`], [`cells`], [`plan`]) is pure; only [`commit`]
//! writes, in one transaction and through the same saves as the form. A file with one error changes
//! nothing and says every error it has, by cell. The commit names the dry run it is based on by a
//! hash of the file and of the versions that it would replace, so that nobody saves what nobody saw.
//! Each row names the [`versions`] it was downloaded from, so that nobody undoes what others captured
//! since.

mod cells;
mod columns;
pub mod commit;
mod guide;
pub mod neutral;
mod notes;
mod photo_files;
mod plan;
pub mod reading;
mod roll;
mod sheet;
mod table;
pub mod template;
pub mod upload;
mod versions;

#[cfg(test)]
mod archive_tests;
#[cfg(test)]
mod fixture_tests;
#[cfg(test)]
mod round_trip_tests;
