//! The two searches of the first page: by place and by name.

use conoceles_shared::api::public::{Election, TerritoryRef};
use conoceles_shared::api::query::SEARCH_LETTERS;
use leptos::prelude::*;

use crate::i18n::portal::texts;
use crate::portal::address::LIST;
use crate::portal::list::{districts, municipalities};
use crate::ui::{IntoPiece, Piece};

/// Both searches, of one election.
pub fn searches(election: &Election) -> Piece {
    let municipalities = municipalities(&[election]);
    let districts = districts(&[election]);
    view! {
        <div class="panel">
            <div class="grid">
                <div class="stack">
                    <h2 class="label">{texts().home.by_place}</h2>
                    {(municipalities.is_empty() && districts.is_empty())
                        .then(|| view! { <p class="hint">{texts().home.no_places}</p> })}
                    {(!municipalities.is_empty())
                        .then(|| by_municipality(election, &municipalities))}
                    {(!districts.is_empty()).then(|| by_district(election, &districts))}
                </div>
                {by_name(election)}
            </div>
        </div>
    }
    .piece()
}

fn by_municipality(election: &Election, places: &[&TerritoryRef]) -> Piece {
    let t = texts().home;
    place_form(
        election,
        ("municipality", t.municipality),
        t.go_municipality,
        options(places, |_| true),
    )
}

/// Local and federal districts share their numbers, so each kind has its group.
fn by_district(election: &Election, places: &[&TerritoryRef]) -> Piece {
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
    place_form(election, ("district", t.district), t.go_district, choices)
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
    election: &Election,
    (name, label): (&'static str, &'static str),
    button: &'static str,
    choices: Piece,
) -> Piece {
    view! {
        <form class="stack stack--s" action=LIST method="get">
            {election_field(election)}
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

fn by_name(election: &Election) -> Piece {
    let t = texts().home;
    view! {
        <form class="stack" role="search" action=LIST method="get">
            <h2 class="label">{t.by_name}</h2>
            {election_field(election)}
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

fn election_field(election: &Election) -> Piece {
    let id = election.election.id.to_string();
    view! { <input type="hidden" name="election" value=id/> }.piece()
}
