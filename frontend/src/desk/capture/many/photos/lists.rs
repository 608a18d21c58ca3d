//! What was found in a ZIP of photos, by name: what may be saved, what not and why, and who gets none.

use std::collections::BTreeSet;

use conoceles_shared::api::many_photos::PhotoForOne;
use conoceles_shared::ids::CandidacyId;
use leptos::prelude::*;

use super::super::running::Progress;
use super::found::FoundPhotos;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

#[component]
pub fn PhotosToSave(
    found: FoundPhotos,
    ticked: RwSignal<BTreeSet<CandidacyId>>,
    busy: RwSignal<Option<Progress>>,
    save: Callback<()>,
) -> impl IntoView {
    let t = texts().many_photos;
    let FoundPhotos {
        free,
        refused,
        unchanged,
        strays,
        without,
    } = found;
    let same = (unchanged > 0).then(|| view! { <p>{(t.unchanged)(unchanged)}</p> });
    let nothing = free.is_empty().then(|| view! { <p>{t.nothing}</p> });
    let refused = refused
        .iter()
        .map(|it| (format!("{} ({})", it.name, it.file), it.reasons.join(" ")))
        .collect();
    let strays = strays.into_iter().map(|it| (it.file, it.detail)).collect();
    let lacking = without.len();
    let without = without.into_iter().map(|it| {
        let file = it
            .file
            .map(|it| view! { <span class="hint">{(t.expected)(&it)}</span> });
        let tasks = Place::Tasks(it.candidacy);
        view! { <li><a href=tasks.href()>{it.name}</a>{file}</li> }
    });
    let without = (lacking > 0).then(|| {
        view! {
            <details class="disclosure">
                <summary>{(t.without)(lacking)}</summary>
                <ul class="bullets">{without.collect_view()}</ul>
            </details>
        }
    });
    view! {
        {told(t.refused, refused)}
        {told(t.strays, strays)}
        {same}
        {nothing}
        {(!free.is_empty()).then(|| view! { <Free free=free ticked=ticked busy=busy save=save/> })}
        {without}
    }
}

/// What is told of some files, each with its sentence; nothing of none.
fn told(title: fn(usize) -> String, all: Vec<(String, String)>) -> Option<impl IntoView> {
    let count = all.len();
    let rows = all
        .into_iter()
        .map(|(what, why)| view! { <li><b>{what}</b>": "{why}</li> });
    let rows = rows.collect_view();
    (count > 0).then(|| {
        view! {
            <div class="stack stack--s">
                <h3>{title(count)}</h3>
                <ul class="bullets">{rows}</ul>
            </div>
        }
    })
}

/// Whose each photo is, all ticked until one is left out, and the button.
#[component]
fn Free(
    free: Vec<PhotoForOne>,
    ticked: RwSignal<BTreeSet<CandidacyId>>,
    busy: RwSignal<Option<Progress>>,
    save: Callback<()>,
) -> impl IntoView {
    let t = texts().many_photos;
    let count = free.len();
    let chosen = move || ticked.read().len();
    let rows = free.into_iter().map(|it| photo_row(it, ticked));
    let rows = rows.collect_view();
    let held = move || (busy.read().is_some() || chosen() == 0).then_some("true");
    let press = move |_| {
        if chosen() > 0 {
            save.run(());
        }
    };
    view! {
        <div class="stack stack--s">
            <h3>{(t.free)(count)}</h3>
            <ul class="stack stack--s plain-list">{rows}</ul>
            <div class="cluster">
                <button type="button" class="btn btn--big" aria-disabled=held on:click=press>
                    {move || (t.save)(chosen())}
                </button>
            </div>
        </div>
    }
}

fn photo_row(it: PhotoForOne, ticked: RwSignal<BTreeSet<CandidacyId>>) -> impl IntoView {
    let t = texts().many_photos;
    let input = format!("foto-{}", it.candidacy);
    let id = StoredValue::new(it.candidacy);
    let checked = move || id.with_value(|id| ticked.read().contains(id));
    let change = move |ev| {
        let on = event_target_checked(&ev);
        ticked.update(|all| {
            if on {
                all.insert(id.get_value());
            } else {
                id.with_value(|id| all.remove(id));
            }
        });
    };
    let replaces = it
        .replaces
        .then(|| view! { <span class="hint">{t.replaces}</span> });
    let remarks = it.remarks.into_iter();
    let remarks = remarks.map(|it| view! { <span class="hint">{it}</span> });
    let remarks = remarks.collect_view();
    view! {
        <li>
            <label class="check choice" for=input.clone()>
                <input type="checkbox" id=input.clone() prop:checked=checked on:change=change/>
                <span>
                    <span class="name">{it.name}</span>
                    <span class="hint">{it.file}</span>
                    {replaces}
                    {remarks}
                </span>
            </label>
        </li>
    }
}
