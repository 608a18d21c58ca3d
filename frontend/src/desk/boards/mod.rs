//! Boards and reports: how far the elections are, for whoever coordinates, validates or observes; and
//! the technical state.

mod bars;
mod board;
mod days;
mod elections;
mod report;
mod reports;
mod table;
mod technical;
mod tiles;
mod wall;

use leptos::prelude::*;

use super::page::NotFound;
use super::place::Place;

/// The page of a board at a place.
pub fn board_page(place: Place) -> AnyView {
    match place {
        Place::Start | Place::Boards => view! { <elections::BoardsPage/> }.into_any(),
        Place::Board(id) => board::board_of(&id).into_any(),
        Place::Wall(id) => view! { <wall::WallPage id=id/> }.into_any(),
        Place::Reports(id) => view! { <reports::ReportsPage id=id/> }.into_any(),
        Place::ObservationsBoard(id) => report::observations_page(id),
        Place::IdentityBoard(id) => report::identity_page(id),
        Place::IssuedReport(id, report) => report::issued_page(id, &report),
        Place::Evidence(id, actor) => report::evidence_page(id, &actor),
        _ => view! { <NotFound/> }.into_any(),
    }
}

/// The page of whoever keeps the installation running.
pub fn technical_page(place: &Place) -> AnyView {
    match place {
        Place::Start | Place::Technical => view! { <technical::TechnicalPage/> }.into_any(),
        _ => view! { <NotFound/> }.into_any(),
    }
}
