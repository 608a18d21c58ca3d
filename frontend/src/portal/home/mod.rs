//! The first page: two searches first, then what is at stake, how far the publication is, and what
//! this is.

mod art;
mod progress;
mod search;

use conoceles_shared::api::public::{Election, Page};
use conoceles_shared::api::query::CandidacyQuery;
use conoceles_shared::time::spanish_date;
use leptos::prelude::*;

use super::address;
use super::page_data::current;
use crate::i18n::portal::texts;
use crate::ui::{IntoPiece, Piece};

pub fn home_page(elections: &Page<Election>) -> Piece {
    let t = texts().home;
    let current = current(&elections.data);
    let others = elections
        .data
        .iter()
        .filter(|it| current.is_none_or(|current| current.election.id != it.election.id))
        .collect::<Vec<_>>();
    let search = match current {
        Some(_) => search::searches(&elections.data),
        None => view! { <p class="panel">{t.nothing}</p> }.piece(),
    };
    view! {
        <div class="wrap stack stack--xl">
            <div class="hero">
                <div class="stack stack--l">
                    <div class="stack">
                        <h1 tabindex="-1">{t.heading}</h1>
                        <p class="lead">{t.lead}</p>
                    </div>
                    {search}
                </div>
                {art::art()}
            </div>
            {current.map(offices)}
        </div>
        {current.map(|it| progress::progress(it, &elections.meta))}
        <div class="wrap stack stack--xl">
            {about()}
            {(!others.is_empty()).then(|| other_elections(&others))}
        </div>
    }
    .piece()
}

/// The offices of an election, each with its published candidacies.
fn offices(election: &Election) -> Piece {
    let id = &election.election.id;
    let rows = election
        .offices
        .iter()
        .map(|office| {
            let query = CandidacyQuery {
                election: Some(id.clone()),
                office: office.code.parse().into_iter().collect(),
                ..CandidacyQuery::default()
            };
            row_link(
                address::list(&query),
                office.label.clone(),
                (texts().common.candidacies)(office.count),
            )
        })
        .collect_view();
    let day = (texts().common.election_day)(&spanish_date(election.election.date));
    let all = (texts().common.candidacies)(election.published);
    view! {
        <section class="section section--strong stack" aria-labelledby="election">
            <div class="split">
                <h2 id="election">{election.election.name.clone()}</h2>
                <p class="muted">{day}</p>
            </div>
            <div class="grid">
                {rows} {row_link(address::election(id), texts().home.all.to_owned(), all)}
            </div>
        </section>
    }
    .piece()
}

fn row_link(href: String, label: String, text: String) -> Piece {
    view! {
        <div class="row-link">
            <a href=href>{label}</a>
            <span>{text}</span>
        </div>
    }
    .piece()
}

fn about() -> Piece {
    let items = texts()
        .home
        .about
        .iter()
        .map(|(heading, text)| {
            view! {
                <div class="stack stack--s">
                    <h3>{*heading}</h3>
                    <p>{*text}</p>
                </div>
            }
        })
        .collect_view();
    view! {
        <section class="stack" aria-labelledby="about">
            <h2 id="about">{texts().home.about_heading}</h2>
            <div class="grid">{items}</div>
        </section>
    }
    .piece()
}

fn other_elections(elections: &[&Election]) -> Piece {
    let items = elections
        .iter()
        .map(|it| {
            let election = &it.election;
            let published = (texts().common.candidacies)(it.published);
            let mut facts = vec![spanish_date(election.date), published];
            if election.archived {
                facts.push(texts().common.archive.to_owned());
            }
            if election.drill {
                facts.push(texts().common.drill.to_owned());
            }
            row_link(
                address::election(&election.id),
                election.name.clone(),
                facts.join(" · "),
            )
        })
        .collect_view();
    view! {
        <section class="section section--strong stack" aria-labelledby="others">
            <h2 id="others">{texts().home.others}</h2>
            <div class="grid">{items}</div>
        </section>
    }
    .piece()
}
