//! The routes of administration.

use super::{accounts, actors, candidacies, elections, endings, extensions, language, parties};
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    vec![
        signed(elections::__path_list, elections::list),
        signed(elections::__path_read, elections::read),
        signed(elections::__path_create, elections::create),
        signed(elections::__path_update, elections::update),
        signed(language::__path_read, language::read),
        signed(language::__path_update, language::update),
        signed(parties::__path_list, parties::list),
        signed(parties::__path_read, parties::read),
        signed(parties::__path_create, parties::create),
        signed(actors::__path_list, actors::list),
        signed(actors::__path_read, actors::read),
        signed(actors::__path_create, actors::create),
        signed(actors::__path_paper_receipt, actors::paper_receipt),
        signed(extensions::__path_actor, extensions::actor),
        signed(extensions::__path_candidacy, extensions::candidacy),
        signed(candidacies::__path_list, candidacies::list),
        signed(candidacies::__path_read, candidacies::read),
        signed(candidacies::__path_create, candidacies::create),
        signed(endings::__path_cancel, endings::cancel),
        signed(endings::__path_substitute, endings::substitute),
        signed(accounts::__path_list, accounts::list),
        signed(accounts::__path_read, accounts::read),
        signed(accounts::__path_create, accounts::create),
        signed(accounts::__path_recover, accounts::recover),
        signed(accounts::__path_suspend, accounts::suspend),
    ]
}
