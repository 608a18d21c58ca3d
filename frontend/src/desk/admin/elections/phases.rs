//! The phases of an election as days: the first from 00:00:00, the last until 23:59:59.

use chrono::NaiveDate;
use conoceles_shared::election::{Phase, PhaseKind};
use conoceles_shared::time::{Instant, end_of_day, start_of_day};
use leptos::prelude::*;
use serde_json::{Map, Value, json};

use super::days;
use crate::desk::form::{Form, Kind, TextField};
use crate::i18n::desk::texts;

/// The phases as the form holds them: two days for each kind.
pub fn to_days(phases: &[Phase]) -> Value {
    PhaseKind::ALL
        .iter()
        .map(|kind| {
            let found = phases.iter().find(|it| it.kind == *kind);
            let starts = days::held(found.and_then(|it| it.starts));
            let ends = days::held(found.and_then(|it| it.ends));
            (
                kind.code().to_owned(),
                json!({"starts": starts, "ends": ends}),
            )
        })
        .collect::<Map<_, _>>()
        .into()
}

/// The phases of which a day is given.
pub fn from_days(held: &Value) -> Vec<Phase> {
    PhaseKind::ALL
        .iter()
        .filter_map(|kind| {
            let of = |key: &str| held.pointer(&format!("/{kind}/{key}"));
            let starts = of("starts").and_then(|it| days::instant(it, start_of_day));
            let ends = of("ends").and_then(|it| days::instant(it, end_of_day));
            let given = starts.is_some() || ends.is_some();
            given.then_some(Phase {
                kind: *kind,
                starts,
                ends,
            })
        })
        .collect()
}

/// Where the form holds a day of a phase, by the name of the date.
pub fn pointer(kind: PhaseKind, date: &str) -> String {
    format!("/days/{kind}/{date}/day")
}

/// What the dates of a phase open and close, if anything.
fn what_it_does(kind: PhaseKind) -> &'static str {
    let t = texts().settings;
    match kind {
        PhaseKind::Capture => t.capture_phase,
        PhaseKind::Review => t.review_phase,
        PhaseKind::Publication => t.publication_phase,
        PhaseKind::Preparation | PhaseKind::AccountDelivery | PhaseKind::Closing => {
            t.informative_phase
        }
    }
}

/// The days of every phase.
#[component]
pub fn PhaseFields() -> impl IntoView {
    let t = texts().settings;
    let held = Form::here().value();
    let hour = |kind: PhaseKind, date: &str, of_day: fn(NaiveDate) -> Instant| {
        let held = held.pointer(&format!("/days/{kind}/{date}"));
        let hour = held.and_then(|it| days::hour_kept(it, of_day));
        hour.unwrap_or_default()
    };
    let rows = PhaseKind::ALL
        .iter()
        .map(|kind| {
            let (starts, ends) = (
                hour(*kind, "starts", start_of_day),
                hour(*kind, "ends", end_of_day),
            );
            view! {
                <fieldset class="stack stack--s">
                    <legend class="label">{kind.label()}</legend>
                    <p class="hint">{what_it_does(*kind)}</p>
                    <div class="cluster top">
                        <TextField
                            pointer=pointer(*kind, "starts")
                            label=(t.phase_starts)(kind.label())
                            kind=Kind::Date
                            hint=starts
                        />
                        <TextField
                            pointer=pointer(*kind, "ends")
                            label=(t.phase_ends)(kind.label())
                            kind=Kind::Date
                            hint=ends
                        />
                    </div>
                </fieldset>
            }
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="fases">
            <h2 id="fases">{t.phases}</h2>
            <p class="hint">{t.phases_hint}</p>
            {rows}
        </section>
    }
}

#[cfg(test)]
#[path = "phases_tests.rs"]
mod phases_tests;
