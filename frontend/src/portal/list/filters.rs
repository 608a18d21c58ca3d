//! The filters: a plain form of native controls. Nothing changes before it is submitted.

use std::collections::BTreeSet;

use conoceles_shared::api::public::{Election, Facet, TerritoryRef};
use conoceles_shared::api::query::{CandidacyQuery, DEFAULT_LIMIT, SEARCH_LETTERS, Sort};
use conoceles_shared::catalogues::{AffirmativeAction, AgeRange, CatalogueRow, Degree, Role, Sex};
use leptos::prelude::*;

use super::chips;
use super::choices::{actors, districts, municipalities, offices, scope};
use crate::i18n::number;
use crate::i18n::portal::texts;
use crate::portal::address::LIST;
use crate::ui::{IntoPiece, Piece};

/// One value that a filter offers.
struct Choice {
    code: String,
    label: String,
    count: Option<u32>,
    chosen: bool,
}

/// The form with every filter.
pub fn filters(query: &CandidacyQuery, elections: &[Election]) -> Piece {
    let t = texts().list;
    let clear = chips::any(query).then(|| {
        view! { <a class="btn btn--quiet btn--wide" href=chips::cleared(query)>{t.clear}</a> }
    });
    view! {
        <aside aria-label=t.filters>
            <details class="filters disclosure wide-open">
                <summary>{t.filter}</summary>
                <form class="stack" role="search" action=LIST method="get">
                    {kept(query)} {by_name(query)} {election(query, elections)}
                    {places(query, elections)}
                    <div class="facets">{groups(query, elections)}</div>
                    <button class="btn btn--wide">{t.apply}</button>
                    {clear}
                </form>
            </details>
        </aside>
    }
    .piece()
}

/// What the form keeps although it does not show it.
fn kept(query: &CandidacyQuery) -> Piece {
    let mut fields: Vec<(&str, String)> = Vec::new();
    if query.sort == Sort::Name {
        fields.push(("sort", "name".to_owned()));
    }
    if query.page_size() != DEFAULT_LIMIT {
        fields.push(("limit", query.page_size().to_string()));
    }
    fields.extend(query.ballot.iter().map(|it| ("ballot", it.clone())));
    // A select shows one place; the others stay until their chip is removed.
    fields.extend(
        query
            .district
            .iter()
            .skip(1)
            .map(|it| ("district", it.clone())),
    );
    fields.extend(
        query
            .municipality
            .iter()
            .skip(1)
            .map(|it| ("municipality", it.clone())),
    );
    fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect_view()
        .piece()
}

fn by_name(query: &CandidacyQuery) -> Piece {
    view! {
        <div class="field">
            <label for="q">{texts().list.q}</label>
            <input
                class="input"
                id="q"
                name="q"
                type="search"
                maxlength=SEARCH_LETTERS
                autocomplete="off"
                value=query.q.clone()
            />
        </div>
    }
    .piece()
}

/// The election: a choice where there are several.
fn election(query: &CandidacyQuery, elections: &[Election]) -> Piece {
    if elections.len() < 2 {
        let id = query.election.as_ref().map(ToString::to_string);
        return id
            .map(|id| view! { <input type="hidden" name="election" value=id/> })
            .piece();
    }
    let choices = elections
        .iter()
        .map(|it| Choice {
            code: it.election.id.to_string(),
            label: it.election.name.clone(),
            count: None,
            chosen: query.election.as_ref() == Some(&it.election.id),
        })
        .collect();
    select(
        "election",
        texts().list.election,
        texts().list.every_election,
        choices,
    )
}

fn places(query: &CandidacyQuery, elections: &[Election]) -> Piece {
    let scope = scope(query, elections);
    let choices = |places: Vec<&TerritoryRef>, chosen: Option<&String>| -> Vec<Choice> {
        let choice = |it: &TerritoryRef| Choice {
            code: it.code.clone(),
            label: it.name.clone(),
            count: None,
            chosen: chosen == Some(&it.code),
        };
        places.into_iter().map(choice).collect()
    };
    let t = texts().list;
    let districts = choices(districts(&scope), query.district.first());
    let municipalities = choices(municipalities(&scope), query.municipality.first());
    let select = |name, label, choices: Vec<Choice>| {
        (!choices.is_empty()).then(|| select(name, label, t.any, choices))
    };
    (
        select("district", t.district, districts),
        select("municipality", t.municipality, municipalities),
    )
        .piece()
}

fn select(
    name: &'static str,
    label: &'static str,
    empty: &'static str,
    choices: Vec<Choice>,
) -> Piece {
    let choices = choices
        .into_iter()
        .map(|it| view! { <option value=it.code selected=it.chosen>{it.label}</option> })
        .collect_view();
    view! {
        <div class="field">
            <label for=name>{label}</label>
            <select class="select" id=name name=name>
                <option value="">{empty}</option>
                {choices}
            </select>
        </div>
    }
    .piece()
}

/// The filters of which several values may be chosen.
fn groups(query: &CandidacyQuery, elections: &[Election]) -> Piece {
    let t = texts().list;
    let scope = scope(query, elections);
    let offices = counted(&offices(&scope), &query.office);
    let actors = counted(actors(&scope), &query.actor);
    let roles = listed(Role::ENTRIES, &query.role);
    let sexes = listed(Sex::ENTRIES, &query.sex);
    let ages = listed(AgeRange::ENTRIES, &query.age_range);
    let degrees = listed(Degree::ENTRIES, &query.education);
    let actions = listed(AffirmativeAction::ENTRIES, &query.affirmative_action);
    [
        ("office", t.office, offices),
        ("actor", t.actor, actors),
        ("role", t.role, roles),
        ("sex", t.sex, sexes),
        ("age_range", t.age_range, ages),
        ("education", t.education, degrees),
        ("affirmative_action", t.affirmative_action, actions),
    ]
    .into_iter()
    .filter(|(_, _, choices)| !choices.is_empty())
    .map(|(name, label, choices)| group(name, label, choices))
    .collect_view()
    .piece()
}

/// Values of an election, with how many candidacies each has.
fn counted<T: ToString>(facets: &[Facet], chosen: &BTreeSet<T>) -> Vec<Choice> {
    let choice = |it: &Facet| Choice {
        code: it.code.clone(),
        label: it.label.clone(),
        count: Some(it.count),
        chosen: has(chosen, &it.code),
    };
    facets.iter().map(choice).collect()
}

/// Values of a catalogue.
fn listed<T: ToString>(entries: &[CatalogueRow], chosen: &BTreeSet<T>) -> Vec<Choice> {
    let choice = |it: &CatalogueRow| Choice {
        code: it.code.to_owned(),
        label: it.label.to_owned(),
        count: None,
        chosen: has(chosen, it.code),
    };
    entries.iter().map(choice).collect()
}

fn has<T: ToString>(chosen: &BTreeSet<T>, code: &str) -> bool {
    chosen.iter().any(|it| it.to_string() == code)
}

/// One filter, open where it is in force.
fn group(name: &'static str, label: &'static str, choices: Vec<Choice>) -> Piece {
    let open = choices.iter().any(|it| it.chosen);
    let boxes = choices
        .into_iter()
        .map(|it| {
            let count = it.count.map(|count| {
                view! { <span class="check__n num">{format!(" ({})", number(count))}</span> }
            });
            view! {
                <label class="check check--row">
                    <input type="checkbox" name=name value=it.code checked=it.chosen/>
                    <span>{it.label}{count}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <details class="facet" open=open>
            <summary>{label}</summary>
            <fieldset>
                <legend class="hidden-visually">{label}</legend>
                {boxes}
            </fieldset>
        </details>
    }
    .piece()
}
