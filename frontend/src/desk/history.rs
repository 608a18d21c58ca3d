//! What was undone or reopened of a candidacy, for whoever captures it and whoever administers.

use conoceles_shared::lifecycle::Remedy;
use conoceles_shared::time::spanish_moment;
use leptos::prelude::*;

use crate::i18n::desk::texts;

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
