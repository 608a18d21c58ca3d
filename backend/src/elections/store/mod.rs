//! Elections, actors and parties in the database.

mod actors;
mod document;
mod elections;
mod parties;
pub mod reason_templates;

pub use actors::{
    ActorRow, actor, actors, actors_with_ids, extend_actor, first_delivery, insert_actor,
    note_receipt,
};
pub(crate) use document::document_table;
pub use document::{DocumentTable, ElectionDocument, election_document, save_election_document};
pub use elections::{
    ElectionCounts, ElectionRow, election, election_counts, elections, hold_election,
    insert_election, update_election,
};
pub use parties::{insert_party, parties, party};
