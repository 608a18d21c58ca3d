//! What was undone or reopened of a candidacy, and who took whose place, for whoever captures it and
//! whoever administers.

use conoceles_shared::api::seat::SeatHistory;
use conoceles_shared::lifecycle::Remedy;
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;

use crate::i18n::desk::texts;

/// Whose place it took, and who took its own; nothing where there was no substitution.
pub fn told_seat(seat: &SeatHistory) -> impl IntoView + use<> {
    let t = texts().capture;
    let sides = [
        (t.takes_place_of, &seat.substitutes),
        (t.place_taken_by, &seat.substituted_by),
    ];
    let told = sides.into_iter().filter_map(|(label, it)| {
        let name = it.as_ref()?.name.clone();
        Some(view! { <p class="small">{label}" "<b>{name}</b></p> })
    });
    told.collect_view()
}

/// A line for each, the first before; nothing where nothing was.
pub fn told_remedies(remedies: &[Remedy]) -> impl IntoView + use<> {
    let t = texts().remedies;
    remedies
        .iter()
        .map(|it| {
            let told = (t.told)(it.kind.label(), &it.reference, &spanish_moment(it.at));
            view! { <p class="small">{told}</p> }
        })
        .collect_view()
}
