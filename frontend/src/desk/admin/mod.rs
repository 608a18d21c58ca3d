//! Administration: elections, parties, actors, candidacies, accounts.

mod accounts;
mod actors;
mod candidacies;
mod described;
mod editing;
mod elections;
mod language;
mod listing;
mod logo;
mod parties;
mod proposals;
mod remedies;
mod roll;
mod substitutions;
mod warnings;

use leptos::prelude::*;

use super::page::NotFound;
use super::place::Place;

/// Where an administrator starts.
pub fn start_page() -> AnyView {
    view! { <elections::ElectionsPage/> }.into_any()
}

/// Any other page of an administrator.
pub fn admin_page(place: Place) -> AnyView {
    match place {
        Place::NewElection => view! { <elections::NewElectionPage/> }.into_any(),
        Place::Election(id) => view! { <elections::ElectionPage id=id/> }.into_any(),
        Place::Actors(id) => view! { <actors::ActorsPage id=id/> }.into_any(),
        Place::Candidacies(id) => view! { <candidacies::CandidaciesPage id=id/> }.into_any(),
        Place::Language(id) => view! { <language::LanguagePage id=id/> }.into_any(),
        Place::Parties => view! { <parties::PartiesPage/> }.into_any(),
        Place::Proposals => view! { <proposals::ProposalsPage/> }.into_any(),
        Place::Accounts => view! { <accounts::AccountsPage/> }.into_any(),
        Place::Party(id) => view! { <parties::PartyPage id=id/> }.into_any(),
        Place::Actor(id) => view! { <actors::ActorPage id=id/> }.into_any(),
        Place::Account(id) => view! { <accounts::AccountPage id=id/> }.into_any(),
        Place::Registration(id) => view! { <candidacies::RegistrationPage id=id/> }.into_any(),
        Place::Substitutions(id) => view! { <substitutions::SubstitutionsPage id=id/> }.into_any(),
        Place::NewDrill(id) => view! { <elections::NewDrillPage id=id/> }.into_any(),
        Place::Roll(id) => view! { <roll::RollPage id=id/> }.into_any(),
        _ => view! { <NotFound/> }.into_any(),
    }
}
