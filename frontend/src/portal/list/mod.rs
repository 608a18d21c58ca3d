//! The list of candidacies: neutral order, filters in the address, everything usable without
//! JavaScript.

mod card;
mod chips;
mod choices;
mod filters;
mod heading;
mod order;

use conoceles_shared::api::public::{Election, Page, Summary};
use conoceles_shared::api::query::{CandidacyQuery, SEARCH_LETTERS};
use leptos::prelude::*;

pub use choices::{VotingPlace, districts, scope, voting_places};
pub use heading::heading;

use super::address;
use crate::i18n::portal::texts;
use crate::ui::{Crumb, Icon, IntoPiece, Piece, crumbs, icon};

pub fn list_page(path: &str, elections: &[Election], page: &Page<Summary>) -> Piece {
    let query = address::query(path);
    let heading = heading(&query, elections);
    let home = [Crumb {
        href: "/".to_owned(),
        label: texts().frame.home.to_owned(),
    }];
    let folio = match &heading.narrower {
        Some(narrower) => format!("{narrower} · {}", heading.folio),
        None => heading.folio.clone(),
    };
    view! {
        <div class="wrap">
            {crumbs(&home, &heading.heading)} <div class="page-head">
                <p class="folio">{folio}</p>
                <h1 tabindex="-1">{heading.heading.clone()}</h1>
            </div>
            <div class="side side--start">
                {filters::filters(&query, elections)} <div class="stack">
                    {results_head(&query, page)} {chips::chips(&query, elections)}
                    {ballot_note(&query)} {longest(&query)} {order::explanation(&query, elections)}
                    {results(&query, page)} {elsewhere(&query, page)} {pager(&query, page)}
                </div>
            </div>
        </div>
    }
    .piece()
}

/// Where the place is a ballot: that a municipality does not tell everyone's district.
fn ballot_note(query: &CandidacyQuery) -> Option<Piece> {
    query.ballot.as_ref()?;
    Some(view! { <p class="hint">{texts().list.ballot_note}</p> }.piece())
}

/// That a search was cut, where it is as long as it may be.
fn longest(query: &CandidacyQuery) -> Option<Piece> {
    let letters = query.q.as_ref()?.chars().count();
    // A space at its end was left out.
    (letters + 1 >= SEARCH_LETTERS)
        .then(|| view! { <p class="hint">{texts().list.longest}</p> }.piece())
}

/// The way to whom the same words find in the other elections: whoever looks for a person need not know
/// of elections.
fn elsewhere(query: &CandidacyQuery, page: &Page<Summary>) -> Option<Piece> {
    let count = page.meta.elsewhere.filter(|it| *it > 0)?;
    let everywhere = CandidacyQuery {
        q: query.q.clone(),
        sort: query.sort,
        limit: query.limit,
        ..CandidacyQuery::default()
    };
    Some(
        view! {
            <p>
                <a href=address::list(&everywhere)>{(texts().list.elsewhere)(count)}</a>
            </p>
        }
        .piece(),
    )
}

fn results_head(query: &CandidacyQuery, page: &Page<Summary>) -> Piece {
    let shown = u32::try_from(page.data.len()).unwrap_or(u32::MAX);
    let total = page.meta.total.unwrap_or(shown);
    let continued = query.cursor.is_some().then(|| {
        view! { <p class="small muted">{texts().list.continued}</p> }
    });
    view! {
        <div class="split center">
            <div>
                <h2 class="label" translate="no">{(texts().common.candidacies)(total)}</h2>
                {continued}
            </div>
            {order::links(query)}
        </div>
    }
    .piece()
}

fn results(query: &CandidacyQuery, page: &Page<Summary>) -> Piece {
    if page.data.is_empty() {
        let t = texts().list;
        let (label, text) = if query.can_be_found() {
            (t.empty, t.empty_text)
        } else {
            (t.no_word, t.no_word_text)
        };
        return view! {
            <div class="empty">
                <p class="label">{label}</p>
                <p>{text}</p>
            </div>
        }
        .piece();
    }
    let cards = page
        .data
        .iter()
        .enumerate()
        .map(|(at, it)| card::card(at, it))
        .collect_view();
    view! { <ul class="cards">{cards}</ul> }.piece()
}

fn pager(query: &CandidacyQuery, page: &Page<Summary>) -> Option<Piece> {
    let restart = query.cursor.is_some().then(|| {
        let first = CandidacyQuery {
            cursor: None,
            ..query.clone()
        };
        view! {
            <a class="btn btn--quiet" href=address::list(&first)>
                {icon(Icon::Back)}{texts().list.restart}
            </a>
        }
    });
    let next = page.meta.next_cursor.as_ref().map(|cursor| {
        let next = CandidacyQuery {
            cursor: Some(cursor.clone()),
            ..query.clone()
        };
        view! {
            <a class="btn btn--secondary" rel="next" href=address::list(&next)>
                {texts().list.next}{icon(Icon::Next)}
            </a>
        }
    });
    (restart.is_some() || next.is_some()).then(|| {
        view! { <nav class="pager" aria-label=texts().list.pages>{restart}{next}</nav> }.piece()
    })
}
