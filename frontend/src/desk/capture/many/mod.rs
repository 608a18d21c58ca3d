//! Acts on many candidacies: each is ticked by name, page by page, then sent in batches, and what came
//! of each is told.

mod act;
mod batches;
mod confirm;
mod consents;
mod list;
mod photos;
mod running;
mod submissions;

pub use consents::ManyConsentsPage;
pub use photos::ManyPhotosPage;
pub use submissions::ManySubmissionsPage;
