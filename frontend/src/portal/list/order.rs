//! The order of the list, and why it is what it is.

use conoceles_shared::api::public::Election;
use conoceles_shared::api::query::{CandidacyQuery, Sort};
use leptos::prelude::*;

use super::choices::scope;
use crate::i18n::portal::texts;
use crate::portal::address;
use crate::ui::{IntoPiece, Piece};

/// The two orders.
pub fn links(query: &CandidacyQuery) -> Piece {
    let t = texts().list;
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
        <nav class="segmented" aria-label=t.order>
            {link(Sort::Draw, t.by_draw)} {link(Sort::Name, t.by_name)}
        </nav>
    }
    .piece()
}

/// How the drawn order comes about, with the seed of each election in question.
pub fn explanation(query: &CandidacyQuery, elections: &[Election]) -> Option<Piece> {
    if query.sort != Sort::Draw {
        return None;
    }
    let t = texts().list;
    let seeds = scope(query, elections)
        .into_iter()
        .map(|it| {
            let label = (t.seed)(&it.election.name);
            view! { <p class="hint">{label}<code translate="no">{it.draw_seed.clone()}</code></p> }
        })
        .collect_view();
    Some(
        view! {
            <details class="disclosure small">
                <summary>{t.why_order}</summary>
                <div class="stack stack--s">
                    <p class="hint">{t.order_text}</p>
                    {seeds}
                </div>
            </details>
        }
        .piece(),
    )
}
