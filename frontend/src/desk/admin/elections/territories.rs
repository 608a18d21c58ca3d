//! The territories of an election: the Estado de México's at one stroke, from the catalogues.

use conoceles_shared::catalogues::{LOCAL_DISTRICTS, MUNICIPALITIES};
use conoceles_shared::election::{ElectionSetup, Territory, TerritoryKind};
use leptos::prelude::*;
use serde_json::{Value, json};

use crate::desk::form::Form;
use crate::i18n::desk::texts;

/// The entity, its single circumscription, 45 local districts and 125 municipalities.
pub fn of_the_entity() -> Vec<Territory> {
    let t = texts().settings;
    let one = |kind, code: String, name: String| Territory { kind, code, name };
    let state = one(
        TerritoryKind::State,
        "15".to_owned(),
        t.entity_name.to_owned(),
    );
    let circumscription = one(
        TerritoryKind::Circumscription,
        "1".to_owned(),
        t.circumscription_name.to_owned(),
    );
    let districts = LOCAL_DISTRICTS.iter().map(|it| {
        one(
            TerritoryKind::LocalDistrict,
            it.number.to_string(),
            it.label(),
        )
    });
    let municipalities = MUNICIPALITIES.iter().map(|it| {
        one(
            TerritoryKind::Municipality,
            it.inegi.to_owned(),
            it.name.to_owned(),
        )
    });
    [state, circumscription]
        .into_iter()
        .chain(districts)
        .chain(municipalities)
        .collect()
}

/// Whether all of them are there.
fn includes_all(have: &Value) -> bool {
    let have: Vec<Territory> = serde_json::from_value(have.clone()).unwrap_or_default();
    of_the_entity().iter().all(|it| {
        have.iter()
            .any(|own| own.kind == it.kind && own.code == it.code)
    })
}

/// The territories of `have`, without those of the entity, or with all of them: what an election has of
/// its own is nobody's to lose with them.
fn with_the_entity(have: &Value, wanted: bool) -> Vec<Territory> {
    let have: Vec<Territory> = serde_json::from_value(have.clone()).unwrap_or_default();
    let entity = of_the_entity();
    let is_of_it = |it: &Territory| {
        let mut all = entity.iter();
        all.any(|own| own.kind == it.kind && own.code == it.code)
    };
    let others = have
        .into_iter()
        .filter(|it| !is_of_it(it))
        .collect::<Vec<_>>();
    let wanted = entity.iter().filter(|_| wanted).cloned();
    wanted.chain(others).collect()
}

/// The box that includes them all, and how many there are.
#[component]
pub fn TerritoryFields() -> impl IntoView {
    let t = texts().settings;
    let form = Form::here();
    let have = Memo::new(move |_| {
        let have = form.watch();
        have.pointer(ElectionSetup::TERRITORIES)
            .cloned()
            .unwrap_or_else(|| json!([]))
    });
    let all = Memo::new(move |_| includes_all(&have.read()));
    let change = move |ev| {
        let territories = with_the_entity(&have.get_untracked(), event_target_checked(&ev));
        form.set(
            ElectionSetup::TERRITORIES,
            serde_json::to_value(territories).unwrap_or(Value::Null),
        );
    };
    let count = move || have.read().as_array().map_or(0, Vec::len);
    // Neither all nor none: the box says so instead of looking as if nothing were included.
    let some = move || !all.get() && count() > 0;
    view! {
        <section class="stack" aria-labelledby="territorios">
            <h2 id="territorios">{t.territories}</h2>
            <label class="check choice" for="territories">
                <input
                    type="checkbox"
                    id="territories"
                    name="territories"
                    aria-describedby="territories-hint"
                    prop:checked=move || all.get()
                    prop:indeterminate=some
                    on:change=change
                />
                <span>{(t.include_all)(MUNICIPALITIES.len(), LOCAL_DISTRICTS.len())}</span>
                <span class="hint" id="territories-hint">{t.include_all_hint}</span>
            </label>
            <p role="status">
                {move || (t.territories_count)(count())}
                {move || some().then(|| format!(" {}", t.territories_some))}
            </p>
        </section>
    }
}

#[cfg(test)]
#[path = "territories_tests.rs"]
mod territories_tests;
