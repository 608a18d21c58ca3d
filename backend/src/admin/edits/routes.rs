//! The routes of editing.

use super::{accounts, actors, candidacies, logos, parties};
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
pub fn edit_routes() -> Vec<RouteRow> {
    vec![
        signed(parties::__path_edit_party, parties::edit_party),
        signed(logos::__path_put_logo, logos::put_logo),
        signed(logos::__path_remove_logo, logos::remove_logo),
        signed(actors::__path_edit_actor, actors::edit_actor),
        signed(accounts::__path_edit_account, accounts::edit_account),
        signed(
            candidacies::__path_show_registration,
            candidacies::show_registration,
        ),
        signed(
            candidacies::__path_edit_registration,
            candidacies::edit_registration,
        ),
    ]
}
