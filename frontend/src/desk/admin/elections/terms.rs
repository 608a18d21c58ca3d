//! Terms in the form of an election: a number, and whether it counts days or hours.

use conoceles_shared::election::Settings;
use conoceles_shared::term::{Term, Unit};
use leptos::prelude::*;
use serde_json::{Map, Value, json};

use crate::desk::form::{Choice, Kind, SelectField, TextField};
use crate::i18n::desk::texts;

/// Where the form holds the unit of a setting.
fn unit_pointer(key: &str) -> String {
    format!("/units/{key}")
}

/// Takes the units out of the settings, so that each term is a number in its field; the units.
pub fn take_units(settings: &mut Value) -> Value {
    let mut units = Map::new();
    for it in texts().settings.terms {
        let Some(place) = settings.get_mut(it.key) else {
            continue;
        };
        if let Ok(term) = serde_json::from_value::<Term>(place.clone()) {
            units.insert(it.key.to_owned(), json!(term.unit().code()));
            *place = json!(term.length());
        }
    }
    units.into()
}

/// Puts the units that the form holds back into its settings.
pub fn put_units(value: &mut Value) {
    for it in texts().settings.terms {
        let unit = value.pointer(&unit_pointer(it.key)).and_then(Value::as_str);
        let in_hours = unit == Some(Unit::Hours.code());
        let place = value.pointer_mut(&format!("/settings/{}", it.key));
        if let Some(place) = place.filter(|it| in_hours && it.is_number()) {
            *place = json!({ "hours": place });
        }
    }
    if let Value::Object(members) = value {
        members.remove("units");
    }
}

/// The terms, each a number with its unit.
#[component]
pub fn TermFields() -> impl IntoView {
    let mut defaults = serde_json::to_value(Settings::default()).unwrap_or(Value::Null);
    let units = take_units(&mut defaults);
    let rows = texts()
        .settings
        .terms
        .iter()
        .map(|it| {
            let length = defaults.get(it.key).map(ToString::to_string);
            let unit = units.get(it.key).and_then(Value::as_str).map(words_of);
            let default =
                (texts().settings.default)(&length.unwrap_or_default(), unit.unwrap_or_default());
            let hint = format!("{} {default}.", it.unit);
            view! { <TermField key=it.key label=it.label hint=hint/> }
        })
        .collect_view();
    view! { <p class="hint">{texts().settings.terms_hint}</p>{rows} }
}

fn words_of(code: &str) -> &'static str {
    let found = Unit::ALL.into_iter().find(|it| it.code() == code);
    found.map_or("", Unit::label)
}

#[component]
fn TermField(
    /// Its name in the settings.
    key: &'static str,
    label: &'static str,
    hint: String,
) -> impl IntoView {
    let t = texts().settings;
    let units: Vec<_> = Unit::ALL
        .into_iter()
        .map(|it| Choice::new(it.code(), it.label()))
        .collect();
    view! {
        <div class="cluster top term">
            <TextField
                pointer=format!("/settings/{key}")
                label=label
                kind=Kind::Number
                hint=hint
            />
            <SelectField
                pointer=unit_pointer(key)
                label=(t.term_unit)(label)
                options=Signal::stored(units)
            />
        </div>
    }
}

#[cfg(test)]
#[path = "terms_tests.rs"]
mod terms_tests;
