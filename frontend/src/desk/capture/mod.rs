//! The capture desk: an operator's own candidacies.

mod answer;
mod bulk;
mod bulk_findings;
mod check;
mod clean;
mod clock;
mod conflict;
mod consents;
mod contact;
mod crop;
mod cropper;
mod education;
mod finding;
mod hints;
mod home;
mod identity;
mod ignored;
mod observation;
mod offline;
mod photo;
mod preview;
mod receipts;
mod saving;
mod section;
mod signed;
mod state;
mod status;
mod tasks;
mod unsent;
mod words;

use leptos::prelude::*;

use super::app::NotFound;
use super::place::Place;
use conoceles_shared::questionnaire::Section;

pub use offline::OnThisDevice;
pub use receipts::AccountReceipt;
pub use state::{candidacy_tag, section_tag};

/// The page of an operator at a place.
pub fn page(place: Place) -> AnyView {
    match place {
        Place::Start => view! { <home::HomePage/> }.into_any(),
        Place::Tasks(id) => view! { <tasks::TasksPage id=id/> }.into_any(),
        Place::Section(id, Section::Consents) => {
            view! { <consents::ConsentsPage id=id/> }.into_any()
        }
        Place::Section(id, section) => {
            view! { <section::SectionPage id=id section=section/> }.into_any()
        }
        Place::Bulk => view! { <bulk::BulkPage/> }.into_any(),
        Place::Check(id) => view! { <check::CheckPage id=id/> }.into_any(),
        Place::Preview(id) => view! { <preview::PreviewPage id=id/> }.into_any(),
        _ => view! { <NotFound/> }.into_any(),
    }
}
