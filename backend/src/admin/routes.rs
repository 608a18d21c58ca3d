//! The routes of administration.

use super::{
    account_acts, accounts, actors, candidacies, candidacy_list, credentials, drills, edits,
    elections, endings, extensions, language, new_elections, parties, proposals, reason_templates,
    remedies, represented, roll, substitutes, substitutions, suspensions,
};
use crate::core::route::{RouteRow, signed};

/// Its rows of the route table.
#[must_use]
pub fn routes() -> Vec<RouteRow> {
    let mut all = vec![
        signed(elections::__path_list_elections, elections::list_elections),
        signed(elections::__path_show_election, elections::show_election),
        signed(
            new_elections::__path_create_election,
            new_elections::create_election,
        ),
        signed(elections::__path_edit_election, elections::edit_election),
        signed(drills::__path_draft_drill, drills::draft_drill),
        signed(drills::__path_make_drill, drills::make_drill),
        signed(
            language::__path_show_election_language,
            language::show_election_language,
        ),
        signed(
            language::__path_edit_election_language,
            language::edit_election_language,
        ),
        signed(parties::__path_list_parties, parties::list_parties),
        signed(parties::__path_show_party, parties::show_party),
        signed(parties::__path_create_party, parties::create_party),
        signed(actors::__path_list_actors, actors::list_actors),
        signed(actors::__path_show_actor, actors::show_actor),
        signed(actors::__path_create_actor, actors::create_actor),
        signed(
            actors::__path_record_paper_receipt,
            actors::record_paper_receipt,
        ),
        signed(
            extensions::__path_extend_actor_capture,
            extensions::extend_actor_capture,
        ),
        signed(
            extensions::__path_extend_candidacy_period,
            extensions::extend_candidacy_period,
        ),
    ];
    all.extend(candidacy_routes());
    all.extend(list_routes());
    all.extend(account_routes());
    all.extend(reason_template_routes());
    all.extend(proposals::routes::proposal_routes());
    all.extend(remedies::routes::remedy_routes());
    all.extend(edits::routes::edit_routes());
    all.extend(credentials::routes::credential_routes());
    all.extend(roll::routes::roll_routes());
    all
}

/// The rows about candidacies.
fn candidacy_routes() -> Vec<RouteRow> {
    vec![
        signed(
            candidacies::__path_show_candidacy,
            candidacies::show_candidacy,
        ),
        signed(
            candidacies::__path_register_candidacy,
            candidacies::register_candidacy,
        ),
        signed(
            endings::__path_cancel_and_withdraw,
            endings::cancel_and_withdraw,
        ),
        signed(
            endings::__path_substitute_and_withdraw,
            endings::substitute_and_withdraw,
        ),
        signed(
            substitutions::__path_substitute_several,
            substitutions::substitute_several,
        ),
        signed(
            substitutes::__path_register_substitutes,
            substitutes::register_substitutes,
        ),
    ]
}

/// The rows of an election's candidacies and places.
fn list_routes() -> Vec<RouteRow> {
    vec![signed(
        candidacy_list::__path_list_places_left,
        candidacy_list::list_places_left,
    )]
}

/// The rows about accounts.
fn account_routes() -> Vec<RouteRow> {
    vec![
        signed(
            represented::__path_represent_actor,
            represented::represent_actor,
        ),
        signed(
            represented::__path_no_longer_represent_actor,
            represented::no_longer_represent_actor,
        ),
        signed(
            candidacy_list::__path_list_candidacies,
            candidacy_list::list_candidacies,
        ),
        signed(accounts::__path_list_accounts, accounts::list_accounts),
        signed(accounts::__path_show_account, accounts::show_account),
        signed(accounts::__path_create_account, accounts::create_account),
        signed(
            account_acts::__path_recover_account,
            account_acts::recover_account,
        ),
        signed(
            suspensions::__path_suspend_account,
            suspensions::suspend_account,
        ),
        signed(
            account_acts::__path_request_activation,
            account_acts::request_activation,
        ),
    ]
}

/// The rows about the reasons that reviewers start from.
fn reason_template_routes() -> Vec<RouteRow> {
    vec![
        signed(
            reason_templates::__path_show_reason_templates,
            reason_templates::show_reason_templates,
        ),
        signed(
            reason_templates::__path_edit_reason_templates,
            reason_templates::edit_reason_templates,
        ),
    ]
}
