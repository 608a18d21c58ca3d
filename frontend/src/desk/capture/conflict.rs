//! Another person saved the section meanwhile: both versions, side by side, and a choice.

use conoceles_shared::api::capture::SectionView;
use conoceles_shared::questionnaire::Section;
use leptos::prelude::*;

use super::saving::Saving;
use crate::desk::clock::time_of_day;
use crate::desk::content::{Row, Shown, rows, show};
use crate::i18n::desk::texts;

/// Both versions while one must be chosen; otherwise nothing.
#[component]
pub fn Conflict(section: Section) -> impl IntoView {
    let saving = use_context::<Saving>();
    move || {
        let saving = saving?;
        let newer = saving.conflict().get()?;
        Some(view! { <Versions saving=saving section=section newer=newer/> })
    }
}

#[component]
fn Versions(saving: Saving, section: Section, newer: SectionView) -> impl IntoView {
    let t = &texts().sections;
    let photos = saving.photos();
    let stored = rows(section, newer.content.as_ref());
    let mine = rows(section, Some(&saving.content()));
    let pairs = paired(&stored, &mine)
        .into_iter()
        .map(|(label, stored, mine)| {
            view! {
                <div>
                    <h3 class="label">{label}</h3>
                    <div class="versions">
                        <div class="version">
                            <p class="small muted">{t.version_stored}</p>
                            {show(stored, &photos, false)}
                        </div>
                        <div class="version version--now">
                            <p class="small muted">{t.version_mine}</p>
                            {show(mine, &photos, false)}
                        </div>
                    </div>
                </div>
            }
        })
        .collect_view();
    let who = newer.saved_by.clone().unwrap_or_default();
    let when = newer.saved_at.map(time_of_day).unwrap_or_default();
    let (keep, take) = (newer.clone(), newer);
    view! {
        <section class="panel stack conflict" aria-labelledby="conflicto">
            <h2 id="conflicto" tabindex="-1">{t.conflict}</h2>
            <p>{(t.conflict_text)(&who, &when)}</p>
            {pairs}
            <div class="cluster">
                <button type="button" class="btn" on:click=move |_| saving.insist(keep.clone())>
                    {t.keep_mine}
                </button>
                <button
                    type="button"
                    class="btn btn--secondary"
                    on:click=move |_| saving.adopt(take.clone())
                >
                    {t.use_stored}
                </button>
            </div>
        </section>
    }
}

/// The fields that differ, by label; a version that cannot be read shows as empty.
fn paired(stored: &[Row], mine: &[Row]) -> Vec<(String, Shown, Shown)> {
    let of = |rows: &[Row], label: &str| {
        let found = rows.iter().find(|it| it.label == label);
        found.map_or(Shown::Nothing, |it| it.shown.clone())
    };
    let mut labels: Vec<&str> = mine.iter().map(|it| it.label.as_str()).collect();
    for row in stored {
        if !labels.contains(&row.label.as_str()) {
            labels.push(&row.label);
        }
    }
    labels
        .into_iter()
        .map(|label| (label.to_owned(), of(stored, label), of(mine, label)))
        .filter(|(_, stored, mine)| stored != mine)
        .collect()
}

#[cfg(test)]
#[path = "conflict_tests.rs"]
mod conflict_tests;
