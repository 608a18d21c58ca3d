//! The dates from which each office is published, where an office has one of its own.

use conoceles_shared::catalogues::Office;
use conoceles_shared::election::{ElectionSetup, Embargo};
use conoceles_shared::time::start_of_day;
use leptos::prelude::*;
use serde_json::{Map, Value, json};

use super::days;
use crate::desk::form::{Form, Kind, TextField};
use crate::i18n::desk::texts;

/// The dates as the form holds them: a day for each office that has one.
pub fn to_days(embargoes: &[Embargo]) -> Value {
    embargoes
        .iter()
        .map(|it| (it.office.code().to_owned(), days::held(Some(it.from))))
        .collect::<Map<_, _>>()
        .into()
}

/// The dates of the offices in play of which a day is given.
pub fn from_days(held: &Value, offices: &[Office]) -> Vec<Embargo> {
    offices
        .iter()
        .filter_map(|office| {
            let held = held.get(office.code())?;
            let from = days::instant(held, start_of_day)?;
            Some(Embargo {
                office: *office,
                from,
            })
        })
        .collect()
}

/// Where the form holds the day of an office.
pub fn pointer(office: Office) -> String {
    format!("/embargo_days/{office}/day")
}

/// A day for each office in play.
#[component]
pub fn EmbargoFields() -> impl IntoView {
    let t = texts().settings;
    let form = Form::here();
    let chosen = Memo::new(move |_| form.codes(ElectionSetup::OFFICES));
    let rows = move || {
        Office::ALL
            .iter()
            .filter(|it| chosen.read().iter().any(|code| code == it.code()))
            .map(|it| {
                let held = form.value();
                let held = held.pointer(&format!("/embargo_days/{it}"));
                let hour = held.and_then(|it| days::hour_kept(it, start_of_day));
                view! {
                    <TextField
                        pointer=pointer(*it)
                        label=(t.embargo_from)(it.label())
                        kind=Kind::Date
                        hint=hour.unwrap_or_default()
                    />
                }
            })
            .collect_view()
    };
    view! {
        <section class="stack" aria-labelledby="publicacion-por-cargo">
            <h3 id="publicacion-por-cargo">{t.embargoes}</h3>
            <p class="hint">{t.embargoes_hint}</p>
            {rows}
        </section>
    }
}

/// What the form starts with where an election has no dates yet.
pub fn none() -> Value {
    json!({})
}

#[cfg(test)]
#[path = "embargoes_tests.rs"]
mod embargoes_tests;
