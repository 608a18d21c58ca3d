//! Administration.
use super::app::NotFound;
use super::place::Place;
use leptos::prelude::*;

/// The page of an administrator at a place.
pub fn page(_place: Place) -> AnyView {
    view! { <NotFound/> }.into_any()
}
