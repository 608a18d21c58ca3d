//! Elections, the parties of all of them, and the actors of each: what every other room speaks of.
//!
//! The `insert_…` functions are the one way to make each of them: the API and the commands that seed
//! and import all go through them. They check nothing but what the tables do; the rules stand in the
//! `…_rules.rs` files of administration.

mod store;

pub use store::{
    ActorRow, ElectionCounts, ElectionRow, actor, actors, election, election_counts, elections,
    extend_actor, insert_actor, insert_election, insert_party, note_receipt, parties, party,
    update_election,
};
