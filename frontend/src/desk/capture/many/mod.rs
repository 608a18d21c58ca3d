//! Acts on many candidacies: each is ticked by name, page by page, then sent in batches, and what came
//! of each is told.

mod act;
mod batches;
mod consents;
mod list;
mod outcome;
mod submissions;

pub use consents::ManyConsentsPage;
pub use submissions::ManySubmissionsPage;
