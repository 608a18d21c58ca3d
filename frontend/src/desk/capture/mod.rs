//! The capture desk: what an operator does with the own candidacies, a room for each thing.

mod consents;
mod corrections;
mod deadlines;
mod home;
mod many;
mod offline;
mod seat;
mod sections;
mod sending;
mod sheet;
mod standstill;
mod tasks;

use leptos::prelude::*;

use super::page::NotFound;
use super::place::Place;
use conoceles_shared::questionnaire::Section;

pub use offline::{BackAgain, OnThisDevice};

/// Where an operator starts.
pub fn start_page() -> AnyView {
    view! { <home::HomePage/> }.into_any()
}

/// Any other page of an operator.
pub fn capture_page(place: Place) -> AnyView {
    match place {
        Place::Tasks(id) => view! { <tasks::TasksPage id=id/> }.into_any(),
        Place::Preview(id) => view! { <tasks::PreviewPage id=id/> }.into_any(),
        Place::Section(id, Section::Consents) => {
            view! { <consents::ConsentsPage id=id/> }.into_any()
        }
        Place::Section(id, section) => {
            view! { <sections::SectionPage id=id section=section/> }.into_any()
        }
        Place::Bulk => view! { <sheet::BulkPage/> }.into_any(),
        Place::Check(id) => view! { <sending::CheckPage id=id/> }.into_any(),
        Place::ManyConsents => view! { <many::ManyConsentsPage/> }.into_any(),
        Place::ManyPhotos => view! { <many::ManyPhotosPage/> }.into_any(),
        Place::ManySubmissions => view! { <many::ManySubmissionsPage/> }.into_any(),
        _ => view! { <NotFound/> }.into_any(),
    }
}
