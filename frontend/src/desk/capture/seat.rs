//! Whose place a candidacy took, and who took its own.

use conoceles_shared::api::seat::{SeatHistory, SeatHolder};
use leptos::prelude::*;

use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// A line for each side, with the way to the other candidacy; nothing where there was no substitution.
pub fn seat_lines(seat: &SeatHistory) -> impl IntoView + use<> {
    let t = texts().capture;
    let line = |label: &'static str, it: &SeatHolder| {
        let place = Place::Tasks(it.id.clone());
        view! { <p class="small">{label}" "<a href=place.href()>{it.name.clone()}</a></p> }
    };
    let before = seat.substitutes.as_ref();
    let after = seat.substituted_by.as_ref();
    (
        before.map(|it| line(t.takes_place_of, it)),
        after.map(|it| line(t.place_taken_by, it)),
    )
}
