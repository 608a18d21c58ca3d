//! Elections, the parties of all of them, and the actors of each: what every other room speaks of.
//!
//! The `insert_…` functions are the one way to make each of them: the API and the commands that seed
//! and import all go through them. They check nothing but what the tables do; the rules stand in the
//! `…_rules.rs` files of administration.

mod store;

use conoceles_shared::ids::ActorId;

use crate::core::db::Conn;
use crate::core::error::Failure;

pub(crate) use store::document_table;
pub use store::{
    ActorRow, DocumentTable, ElectionCounts, ElectionDocument, ElectionRow, actor, actors,
    actors_with_ids, election, election_counts, election_document, elections, extend_actor,
    first_delivery, hold_election, insert_actor, insert_election, insert_party, note_receipt,
    parties, party, reason_templates, save_election_document, update_election,
};

/// An actor with its election.
///
/// # Errors
/// 404 where there is no such actor.
pub async fn actor_with_election(
    conn: Conn<'_>,
    id: &ActorId,
) -> Result<(ActorRow, ElectionRow), Failure> {
    let actor = actor(&mut *conn, id)
        .await?
        .ok_or_else(Failure::not_found)?;
    let election = election(conn, &actor.election)
        .await?
        .ok_or_else(|| Failure::internal("actors: an election that is not there"))?;
    Ok((actor, election))
}
