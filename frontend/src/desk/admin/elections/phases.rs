//! The phases of an election as days: the first from 00:00:00, the last until 23:59:59.

use conoceles_shared::election::{Phase, PhaseKind};
use conoceles_shared::time::{end_of_day, start_of_day};
use leptos::prelude::*;
use serde_json::{Map, Value, json};

use crate::desk::clock;
use crate::desk::form::{Kind, TextField, text_at};
use crate::i18n::desk::texts;

/// The phases as the form holds them: two days for each kind.
pub fn to_days(phases: &[Phase]) -> Value {
    PhaseKind::ALL
        .iter()
        .map(|kind| {
            let found = phases.iter().find(|it| it.kind == *kind);
            let starts = found.and_then(|it| it.starts).map(clock::day_of);
            let ends = found.and_then(|it| it.ends).map(clock::day_of);
            (
                kind.code().to_owned(),
                json!({"starts": starts, "ends": ends}),
            )
        })
        .collect::<Map<_, _>>()
        .into()
}

/// The phases of which a day is given.
pub fn from_days(days: &Value) -> Vec<Phase> {
    PhaseKind::ALL
        .iter()
        .filter_map(|kind| {
            let day = |key: &str| clock::date(text_at(days, &format!("/{kind}/{key}")));
            let starts = day("starts").map(start_of_day);
            let ends = day("ends").map(end_of_day);
            let given = starts.is_some() || ends.is_some();
            given.then_some(Phase {
                kind: *kind,
                starts,
                ends,
            })
        })
        .collect()
}

/// The days of every phase.
#[component]
pub fn PhaseFields() -> impl IntoView {
    let t = texts().settings;
    let rows = PhaseKind::ALL
        .iter()
        .map(|kind| {
            view! {
                <fieldset class="stack stack--s">
                    <legend class="label">{kind.label()}</legend>
                    <div class="cluster top">
                        <TextField
                            pointer=format!("/days/{kind}/starts")
                            label=(t.phase_starts)(kind.label())
                            kind=Kind::Date
                        />
                        <TextField
                            pointer=format!("/days/{kind}/ends")
                            label=(t.phase_ends)(kind.label())
                            kind=Kind::Date
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
