//! The review desk: the queue, a candidacy, decisions.

mod ages;
mod answers;
mod bar;
mod compare;
mod conclude;
mod correction;
mod decide;
mod desk;
mod findings;
mod handled;
mod live;
mod next;
mod papers;
mod pause;
mod photo_window;
mod published;
mod queue;
mod queue_rows;
mod reading;
mod reasons;
mod sections;
mod shortcuts;
mod signals;
mod signed;

use leptos::prelude::*;

use super::page::NotFound;
use super::place::Place;

/// Where a validator starts.
pub fn start_page() -> AnyView {
    view! { <queue::ReviewQueuePage/> }.into_any()
}

/// Any other page of a validator.
pub fn review_page(place: Place) -> AnyView {
    match place {
        Place::Published => view! { <published::PublishedPageOfDesk/> }.into_any(),
        Place::Review(id) => view! { <desk::DeskPage id=id/> }.into_any(),
        _ => view! { <NotFound/> }.into_any(),
    }
}
