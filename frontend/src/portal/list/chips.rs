//! The filters in force, each as a link to the list without it.

use std::collections::BTreeSet;

use conoceles_shared::api::public::{Election, TerritoryRef};
use conoceles_shared::api::query::CandidacyQuery;
use leptos::prelude::*;

use super::choices::{actors, districts, municipalities};
use super::scope;
use crate::i18n::t;
use crate::portal::address;
use crate::ui::{Icon, IntoPiece, Piece, icon};

/// Whether any filter is in force; the election is the list's subject, not a filter.
pub fn any(query: &CandidacyQuery) -> bool {
    bare(query) != CandidacyQuery { cursor: None, ..query.clone() }
}

/// The list without any filter.
pub fn cleared(query: &CandidacyQuery) -> String {
    address::list(&bare(query))
}

fn bare(query: &CandidacyQuery) -> CandidacyQuery {
    CandidacyQuery {
        election: query.election.clone(),
        sort: query.sort,
        limit: query.limit,
        ..CandidacyQuery::default()
    }
}

/// The filters in force.
pub fn chips(query: &CandidacyQuery, elections: &[Election]) -> Option<Piece> {
    let filters = in_force(query, elections);
    let items = filters
        .into_iter()
        .map(|(label, without)| {
            view! {
                <li>
                    <a class="chip" href=address::list(&without)>
                        <span>
                            <span class="hidden-visually">{t().list.remove}</span>
                            {label}
                        </span>
                        {icon(Icon::Remove)}
                    </a>
                </li>
            }
        })
        .collect::<Vec<_>>();
    (!items.is_empty()).then(|| {
        view! { <ul class="chips" aria-label=t().list.active>{items}</ul> }.piece()
    })
}

/// Each filter in force: its label, and the query without it.
fn in_force(query: &CandidacyQuery, elections: &[Election]) -> Vec<(String, CandidacyQuery)> {
    let scope = scope(query, elections);
    let base = CandidacyQuery { cursor: None, ..query.clone() };
    let mut found = Vec::new();
    if let Some(text) = &query.q {
        found.push((format!("«{text}»"), CandidacyQuery { q: None, ..base.clone() }));
    }
    let districts = districts(&scope);
    let municipalities = municipalities(&scope);
    let place = |list: &[&TerritoryRef], code: &String| {
        list.iter().find(|it| it.code == *code).map(|it| it.name.clone())
    };
    push(&mut found, &base, |it| &mut it.office, |it| it.label().to_owned());
    push(&mut found, &base, |it| &mut it.district, |code| {
        place(&districts, code).unwrap_or_else(|| format!("{} {code}", t().list.district))
    });
    push(&mut found, &base, |it| &mut it.municipality, |code| {
        place(&municipalities, code).unwrap_or_else(|| format!("{} {code}", t().list.municipality))
    });
    push(&mut found, &base, |it| &mut it.actor, |id| {
        let known = actors(&scope).iter().find(|it| it.code == id.as_str());
        known.map_or_else(|| t().list.actor.to_owned(), |it| it.label.clone())
    });
    push(&mut found, &base, |it| &mut it.role, |it| it.label().to_owned());
    push(&mut found, &base, |it| &mut it.sex, |it| it.label().to_owned());
    push(&mut found, &base, |it| &mut it.age_range, |it| it.label().to_owned());
    push(&mut found, &base, |it| &mut it.education, |it| it.label().to_owned());
    push(&mut found, &base, |it| &mut it.affirmative_action, |it| it.label().to_owned());
    found
}

/// Adds every value of one filter with the query that lacks it.
fn push<T: Ord + Clone>(
    found: &mut Vec<(String, CandidacyQuery)>,
    base: &CandidacyQuery,
    set: impl Fn(&mut CandidacyQuery) -> &mut BTreeSet<T>,
    label: impl Fn(&T) -> String,
) {
    let mut all = base.clone();
    for value in set(&mut all).clone() {
        let mut without = base.clone();
        set(&mut without).remove(&value);
        found.push((label(&value), without));
    }
}
