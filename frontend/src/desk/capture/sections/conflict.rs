//! Another person saved the section meanwhile: both versions, side by side, and a choice.

use std::collections::BTreeMap;

use conoceles_shared::api::capture::SectionView;
use conoceles_shared::questionnaire::Section;
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::saving::{Saving, form_start};
use crate::desk::clock::time_of_day;
use crate::desk::content::{AnswerRow, ShownAnswer, answer_rows, show_compared};
use crate::desk::dom;
use crate::i18n::desk::texts;

/// Which version of a field is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Stored,
    Mine,
}

/// What was chosen so far, by the key of the field.
type Choices = BTreeMap<&'static str, Side>;

/// A field that differs.
struct Pair {
    key: &'static str,
    label: String,
    stored: ShownAnswer,
    mine: ShownAnswer,
}

/// Both versions while one must be chosen; otherwise nothing.
#[component]
pub fn Conflict(saving: Saving, section: Section) -> impl IntoView {
    move || {
        let newer = saving.conflict().get()?;
        Some(view! { <Versions saving=saving section=section newer=newer/> })
    }
}

#[component]
fn Versions(saving: Saving, section: Section, newer: SectionView) -> impl IntoView {
    let t = texts().sections;
    let photos = saving.photos();
    let stored = answer_rows(section, newer.content.as_ref());
    let mine = answer_rows(section, Some(&saving.content()));
    let pairs = paired(&stored, &mine);
    // One field alone is chosen by the buttons that choose all.
    let asked = if pairs.len() > 1 {
        pairs.iter().map(|it| (it.key, it.label.clone())).collect()
    } else {
        Vec::new()
    };
    let by_field = !asked.is_empty();
    let choices = RwSignal::new(Choices::new());
    let pairs = pairs
        .into_iter()
        .map(|pair| compared(pair, &photos, by_field.then_some(choices)))
        .collect_view();
    let who = newer.saved_by.clone().unwrap_or_default();
    let when = newer.saved_at.map(time_of_day).unwrap_or_default();
    let (mix, keep, take) = (newer.clone(), newer.clone(), newer);
    view! {
        <section class="panel stack conflict" aria-labelledby="conflicto">
            <h2 id="conflicto" tabindex="-1">{t.conflict}</h2>
            <p>{(t.conflict_text)(&who, &when)}</p>
            {pairs}
            {by_field.then(|| view! {
                <SaveChosen saving=saving newer=mix asked=asked choices=choices/>
            })}
            <div class="cluster">
                <button
                    type="button"
                    class="btn"
                    class:btn--secondary=by_field
                    on:click=move |_| saving.insist(keep.clone())
                >
                    {if by_field { t.keep_all_mine } else { t.keep_mine }}
                </button>
                <button
                    type="button"
                    class="btn btn--secondary"
                    on:click=move |_| saving.adopt(take.clone())
                >
                    {if by_field { t.use_all_stored } else { t.use_stored }}
                </button>
            </div>
        </section>
    }
}

/// The two versions of one field; with `choices`, one of them is picked here.
fn compared(pair: Pair, photos: &str, choices: Option<RwSignal<Choices>>) -> AnyView {
    let t = texts().sections;
    let Pair {
        key,
        label,
        stored,
        mine,
    } = pair;
    let (stored, mine) = show_compared(stored, mine, photos);
    let sides = [
        (Side::Stored, t.version_stored, stored),
        (Side::Mine, t.version_mine, mine),
    ];
    let Some(choices) = choices else {
        let versions = sides.map(|(side, title, shown)| {
            view! {
                <div class="version" class:version--now=side == Side::Mine>
                    <p class="small muted">{title}</p>
                    {shown}
                </div>
            }
        });
        return view! {
            <div>
                <h3 class="label">{label}</h3>
                <div class="versions">{versions.collect_view()}</div>
            </div>
        }
        .into_any();
    };
    let versions = sides.map(|(side, title, shown)| {
        let id = format!("elegir-{key}-{side:?}");
        let pick = move |_| {
            choices.update(|it| {
                it.insert(key, side);
            });
        };
        view! {
            <div class="version">
                <label class="check choice" for=id.clone()>
                    <input type="radio" id=id.clone() name=format!("elegir-{key}") on:change=pick/>
                    <span>{title}</span>
                </label>
                {shown}
            </div>
        }
    });
    view! {
        <fieldset>
            <legend class="label">{label}</legend>
            <div class="versions">{versions.collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

/// Saves what was chosen field by field, once each field is decided.
#[component]
fn SaveChosen(
    saving: Saving,
    newer: SectionView,
    asked: Vec<(&'static str, String)>,
    choices: RwSignal<Choices>,
) -> impl IntoView {
    let t = texts().sections;
    let undecided = RwSignal::new(Vec::<String>::new());
    let save = move |_| {
        let chosen = choices.get_untracked();
        let open = asked.iter().filter(|(key, _)| !chosen.contains_key(key));
        let (keys, labels): (Vec<_>, Vec<_>) = open.cloned().unzip();
        undecided.set(labels);
        match keys.first() {
            Some(first) => dom::focus_soon(format!("elegir-{first}-{:?}", Side::Stored)),
            None => saving.settle(
                newer.clone(),
                merged(&form_start(&newer), saving.content(), &chosen),
            ),
        }
    };
    view! {
        <p class="error" role="alert">
            {move || {
                let labels = undecided.get();
                (!labels.is_empty()).then(|| (t.undecided)(&labels.join(", ")))
            }}
        </p>
        <div class="cluster">
            <button type="button" class="btn" on:click=save>{t.save_chosen}</button>
        </div>
    }
}

/// The fields that differ; a version that cannot be read shows as empty.
fn paired(stored: &[AnswerRow], mine: &[AnswerRow]) -> Vec<Pair> {
    let of = |rows: &[AnswerRow], label: &str| {
        let found = rows.iter().find(|it| it.label == label);
        found.map_or(ShownAnswer::Nothing, |it| it.shown.clone())
    };
    let mut all: Vec<&AnswerRow> = mine.iter().collect();
    for row in stored {
        if !all.iter().any(|it| it.label == row.label) {
            all.push(row);
        }
    }
    all.into_iter()
        .map(|row| Pair {
            key: row.key,
            label: row.label.clone(),
            stored: of(stored, &row.label),
            mine: of(mine, &row.label),
        })
        .filter(|it| it.stored != it.mine)
        .collect()
}

/// What is typed here, with the fields of `stored` that were chosen instead.
fn merged(stored: &Value, mine: Value, chosen: &Choices) -> Value {
    let mut all = match mine {
        Value::Object(all) => all,
        _ => Map::new(),
    };
    for (key, side) in chosen {
        if *side == Side::Stored {
            match stored.get(*key) {
                Some(value) => drop(all.insert((*key).to_owned(), value.clone())),
                None => drop(all.remove(*key)),
            }
        }
    }
    Value::Object(all)
}

#[cfg(test)]
#[path = "conflict_tests.rs"]
mod conflict_tests;
