//! The quality hints on the section in sight. What is near-identical is shown with whose it is:
//! this is the only desk that learns it.

use conoceles_shared::api::handled::FoundOnDesk;
use conoceles_shared::api::hints::{Hint, ReviewHints, SimilarText};
use leptos::prelude::*;

use super::handled::HandledMark;
use super::live::Live;
use crate::desk::access::Access;
use crate::desk::content::hint_sentence;
use crate::desk::load::Loader;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The hints on the section in sight.
#[component]
pub fn Signals(live: Live) -> impl IntoView {
    let access = Access::here();
    let id = live.desk().with_untracked(|it| it.id.clone());
    let path = format!("/review/candidacies/{id}/hints");
    let loaded = Loader::new(move || access.get::<ReviewHints>(path.clone()));
    loaded.show(move |all| {
        let all = StoredValue::new(all);
        move || all.with_value(|it| of_section(it, live))
    })
}

fn of_section(all: &ReviewHints, live: Live) -> AnyView {
    let t = texts().hints;
    let section = live.chosen().get();
    if !section.is_text() {
        return ().into_any();
    }
    let hints: Vec<_> = all
        .hints
        .iter()
        .filter(|it| it.section == section)
        .collect();
    let similar: Vec<_> = all
        .similar
        .iter()
        .filter(|it| it.section == section)
        .collect();
    let number = hints.len() + similar.len();
    if number == 0 {
        return view! { <p class="small muted">{t.none}</p> }.into_any();
    }
    view! {
        <div class="stack stack--s">
            <h2 class="label">{(t.some)(number)}</h2>
            <ul class="hints">
                {hints.into_iter().map(|it| own(live, it)).collect_view()}
                {similar.into_iter().map(|it| likeness(live, it)).collect_view()}
            </ul>
        </div>
    }
    .into_any()
}

fn own(live: Live, hint: &Hint) -> impl IntoView + use<> {
    let t = texts().hints;
    let mut text = hint_sentence(hint);
    let rest = text.split_off(text.chars().next().map_or(0, char::len_utf8));
    view! {
        <li>
            <p><b>{(t.kind)(hint.kind)}</b></p>
            <p class="small">{text.to_uppercase()}{rest}"."</p>
            <HandledMark live=live found=FoundOnDesk::as_hint(hint) about=hint.excerpt.clone()/>
        </li>
    }
}

fn likeness(live: Live, it: &SimilarText) -> impl IntoView + use<> {
    let t = texts().hints;
    let place = Place::Review(it.candidacy.clone());
    let fragment = it.fragment.clone();
    view! {
        <li>
            <p class="split"><b>{t.similar}</b><span class="small muted num">{(t.percent)(it.percent)}</span></p>
            <p class="small">
                {(t.with)(it.other_section.short_label())}
                <a href=place.href()>{it.name.clone()}</a>
                {(t.of_actor)(&it.actor_name)}
                {it.same_actor.then(|| format!(" {}", t.same_actor))}
            </p>
            <blockquote class="fragment">
                {fragment.before}" "<mark>{fragment.matched}</mark>" "{fragment.after}
            </blockquote>
            <HandledMark live=live found=FoundOnDesk::as_similar(it) about=it.name.clone()/>
        </li>
    }
}
