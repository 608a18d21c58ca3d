//! Capture: an operator's own candidacies, section by section.

pub mod bulk;
pub mod consents;
pub mod corrections;
pub mod decoding;
mod files;
pub mod home;
pub mod ignored;
pub mod many;
pub mod own_corrections;
pub mod photo;
mod picture;
mod preview;
mod private_means;
mod quality;
mod receipts;
pub mod routes;
mod saving;
pub mod sections;
mod sending;
pub mod store;
pub mod submission;
pub mod task;
mod upright;
mod views;

pub use files::PreparedPhoto;
pub use picture::{Portrait, encode, prepare};
