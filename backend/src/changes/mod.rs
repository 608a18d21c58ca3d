//! What changed for the public: the publication logs as pages, feeds and events, and what shows that they
//! were never rewritten.

mod answers;
mod events;
mod feeds;
mod followers;
mod heads;
mod logs;
mod pages;
mod proofs;
mod reading;
pub mod routes;
mod store;
mod told;

pub use events::follow_changes;
pub use heads::{WITNESSED, show_witnessed_heads};
pub use logs::{FollowedLogs, follow_logs};
pub use pages::ENTRIES_A_TOKEN;
