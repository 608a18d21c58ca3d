//! The order of the list, and why it is what it is.

use conoceles_shared::api::public::Election;
use conoceles_shared::api::query::{CandidacyQuery, Sort};
use leptos::prelude::*;

use super::scope;
use crate::i18n::t;
use crate::portal::address;
use crate::ui::{IntoPiece, Piece};

/// The two orders.
pub fn links(query: &CandidacyQuery) -> Piece {
    let texts = &t().list;
    let link = |sort: Sort, label: &'static str| {
        let to = CandidacyQuery {
            sort,
            cursor: None,
            ..query.clone()
        };
        let current = (query.sort == sort).then_some("true");
        view! { <a href=address::list(&to) aria-current=current>{label}</a> }
    };
    view! {
        <nav class="segmented" aria-label=texts.order>
            {link(Sort::Draw, texts.by_draw)} {link(Sort::Name, texts.by_name)}
        </nav>
    }
    .piece()
}

/// How the drawn order comes about, with the seed of each election in question.
pub fn explanation(query: &CandidacyQuery, elections: &[Election]) -> Option<Piece> {
    if query.sort != Sort::Draw {
        return None;
    }
    let texts = &t().list;
    let seeds = scope(query, elections)
        .into_iter()
        .map(|it| {
            let label = (texts.seed)(&it.election.name);
            view! { <p class="hint">{label}<code>{it.draw_seed.clone()}</code></p> }
        })
        .collect_view();
    Some(
        view! {
            <details class="disclosure small">
                <summary>{texts.why_order}</summary>
                <div class="stack stack--s">
                    <p class="hint">{texts.order_text}</p>
                    {seeds}
                </div>
            </details>
        }
        .piece(),
    )
}
