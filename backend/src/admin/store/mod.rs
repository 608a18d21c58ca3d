//! Elections, parties, actors, candidacies and accounts in the database.
//!
//! The `insert_…` functions are the one way to make each of them: the API, the commands that seed
//! and import, and the first administrator's account all go through them. They check nothing but
//! what the tables do; the rules stand in the feature's `…_rules.rs` files.

mod accounts;
mod candidacies;

pub use accounts::{ListedAccount, insert_account, listed_account, listed_accounts, set_one_time};
pub use candidacies::{
    NewCandidacyRow, SealedRow, extend_candidacy, insert_candidacy, is_registered, registrations,
    sealed_candidacies, set_registration,
};
