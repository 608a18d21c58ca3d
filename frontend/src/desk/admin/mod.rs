//! Administration: elections, parties, actors, candidacies, accounts.

mod accounts;
mod actor_actions;
mod actors;
mod candidacies;
mod candidacy_actions;
mod candidacy_form;
mod credential;
mod election_form;
mod elections;
mod language;
mod new_rule;
mod parties;
mod phases;
mod sheet;
mod territories;
mod typed;

pub use sheet::Sheet;

use leptos::prelude::*;

use super::app::NotFound;
use super::place::Place;

/// The page of an administrator at a place.
pub fn page(place: Place) -> AnyView {
    match place {
        Place::Start => view! { <elections::ElectionsPage/> }.into_any(),
        Place::NewElection => view! { <election_form::NewElectionPage/> }.into_any(),
        Place::Election(id) => view! { <election_form::ElectionPage id=id/> }.into_any(),
        Place::Actors(id) => view! { <actors::ActorsPage id=id/> }.into_any(),
        Place::Candidacies(id) => view! { <candidacies::CandidaciesPage id=id/> }.into_any(),
        Place::Language(id) => view! { <language::LanguagePage id=id/> }.into_any(),
        Place::Parties => view! { <parties::PartiesPage/> }.into_any(),
        Place::Accounts => view! { <accounts::AccountsPage/> }.into_any(),
        _ => view! { <NotFound/> }.into_any(),
    }
}
