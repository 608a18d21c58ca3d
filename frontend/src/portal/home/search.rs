//! The two searches of the first page: by place and by name.

use conoceles_shared::api::public::{Election, TerritoryRef};
use conoceles_shared::api::query::SEARCH_LETTERS;
use leptos::prelude::*;

use crate::i18n::portal::texts;
use crate::portal::address::LIST;
use crate::portal::list::{VotingPlace, districts, voting_places};
use crate::ui::{IntoPiece, Piece};

/// Both searches, of everything that is published: whoever looks for a person or for the place where
/// they live need not know of elections.
pub fn searches(elections: &[Election]) -> Piece {
    let scope: Vec<&Election> = elections.iter().collect();
    let places = voting_places(&scope);
    let districts = districts(&scope);
    view! {
        <div class="panel">
            <div class="grid">
                <div class="stack">
                    <h2 class="label">{texts().home.by_place}</h2>
                    {(places.is_empty() && districts.is_empty())
                        .then(|| view! { <p class="hint">{texts().home.no_places}</p> })}
                    {(!places.is_empty()).then(|| by_municipality(&places))}
                    {(!districts.is_empty()).then(|| by_district(&districts))}
                </div>
                {by_name()}
            </div>
        </div>
    }
    .piece()
}

fn by_municipality(places: &[VotingPlace]) -> Piece {
    let t = texts().home;
    let choices = places
        .iter()
        .map(|(code, name)| view! { <option value=code.clone()>{name.clone()}</option> })
        .collect_view()
        .piece();
    place_form(("ballot", t.municipality), t.go_municipality, choices)
}

/// Local and federal districts share their numbers, so each kind has its group.
fn by_district(places: &[&TerritoryRef]) -> Piece {
    let t = texts().home;
    let federal = |it: &TerritoryRef| it.kind == "federal_district";
    let groups = [
        (t.local_districts, options(places, |it| !federal(it))),
        (t.federal_districts, options(places, federal)),
    ];
    let has_federal = places.iter().any(|it| federal(it));
    let choices = if has_federal {
        groups
            .into_iter()
            .map(|(label, choices)| view! { <optgroup label=label>{choices}</optgroup> })
            .collect_view()
            .piece()
    } else {
        options(places, |_| true)
    };
    place_form(("district", t.district), t.go_district, choices)
}

fn options(places: &[&TerritoryRef], wanted: impl Fn(&TerritoryRef) -> bool) -> Piece {
    places
        .iter()
        .filter(|it| wanted(it))
        .map(|it| view! { <option value=it.code.clone()>{it.name.clone()}</option> })
        .collect_view()
        .piece()
}

fn place_form(
    (name, label): (&'static str, &'static str),
    button: &'static str,
    choices: Piece,
) -> Piece {
    view! {
        <form class="stack stack--s" action=LIST method="get">
            {every_election()}
            <div class="field">
                <label for=name>{label}</label>
                <select class="select" id=name name=name required>
                    <option value="">{texts().home.choose}</option>
                    {choices}
                </select>
            </div>
            <button class="btn">{button}</button>
        </form>
    }
    .piece()
}

fn by_name() -> Piece {
    let t = texts().home;
    view! {
        <form class="stack" role="search" action=LIST method="get">
            <h2 class="label">{t.by_name}</h2>
            {every_election()}
            <div class="field">
                <label for="q">{t.name}</label>
                <input
                    class="input"
                    id="q"
                    name="q"
                    type="search"
                    maxlength=SEARCH_LETTERS
                    autocomplete="off"
                    aria-describedby="q-hint"
                />
                <p class="hint" id="q-hint">{t.name_hint}</p>
            </div>
            <button class="btn btn--secondary">{t.search}</button>
        </form>
    }
    .piece()
}

/// A list that names no election is the present one's; this asks for all.
fn every_election() -> Piece {
    view! { <input type="hidden" name="election" value=""/> }.piece()
}
