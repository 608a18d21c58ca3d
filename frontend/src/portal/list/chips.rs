//! The filters in force, each as a link to the list without it.

use std::collections::BTreeSet;

use conoceles_shared::api::public::{Election, TerritoryRef};
use conoceles_shared::api::query::CandidacyQuery;
use conoceles_shared::ids::ActorId;
use leptos::prelude::*;

use super::choices::{actors, districts, municipalities, municipality_name, scope};
use crate::i18n::portal::texts;
use crate::portal::address;
use crate::ui::{Icon, IntoPiece, Piece, icon};

/// Whether any filter is in force; the election is the list's subject, not a filter.
pub fn any(query: &CandidacyQuery) -> bool {
    bare(query)
        != CandidacyQuery {
            cursor: None,
            ..query.clone()
        }
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

pub fn chips(query: &CandidacyQuery, elections: &[Election]) -> Option<Piece> {
    let filters = in_force(query, elections);
    let items = filters
        .into_iter()
        .map(|(label, without)| {
            view! {
                <li>
                    <a class="chip" href=address::list(&without)>
                        <span>
                            <span class="hidden-visually">{texts().list.remove}</span>
                            {label}
                        </span>
                        {icon(Icon::Remove)}
                    </a>
                </li>
            }
        })
        .collect::<Vec<_>>();
    (!items.is_empty())
        .then(|| view! { <ul class="chips" aria-label=texts().list.active>{items}</ul> }.piece())
}

/// Each filter in force: its label, and the query without it.
fn in_force(query: &CandidacyQuery, elections: &[Election]) -> Vec<(String, CandidacyQuery)> {
    let scope = scope(query, elections);
    let t = texts().list;
    let mut found = InForce::of(query);
    found.search();
    found.add(|it| &mut it.office, |it| it.label().to_owned());
    let places = districts(&scope);
    found.add(
        |it| &mut it.district,
        |code| place_name(&places, code, t.district),
    );
    found.ballot(&scope);
    let places = municipalities(&scope);
    found.add(
        |it| &mut it.municipality,
        |code| place_name(&places, code, t.municipality),
    );
    let actors = actors(&scope);
    let actor = |id: &ActorId| actors.iter().find(|it| it.code == id.as_str());
    let named = |id: &ActorId| actor(id).map_or_else(|| t.actor.into(), |it| it.label.clone());
    found.add(|it| &mut it.actor, named);
    found.add(|it| &mut it.role, |it| it.label().to_owned());
    found.add(|it| &mut it.sex, |it| it.label().to_owned());
    found.add(|it| &mut it.age_range, |it| it.label().to_owned());
    found.add(|it| &mut it.education, |it| it.label().to_owned());
    found.add(|it| &mut it.affirmative_action, |it| it.label().to_owned());
    found.filters
}

/// What a list of a municipality's whole ballot is called.
pub fn ballot_of(code: &str, scope: &[&Election]) -> String {
    let t = texts().list;
    let name = municipality_name(code, scope);
    (t.ballot)(&name.unwrap_or_else(|| format!("{} {code}", t.municipality)))
}

/// The name of a place; its kind and code where the elections in question do not have it.
fn place_name(places: &[&TerritoryRef], code: &str, kind: &str) -> String {
    let known = places.iter().find(|it| it.code == code);
    known.map_or_else(|| format!("{kind} {code}"), |it| it.name.clone())
}

/// The filters found so far.
struct InForce {
    /// The query on its first page.
    base: CandidacyQuery,
    filters: Vec<(String, CandidacyQuery)>,
}

impl InForce {
    fn of(query: &CandidacyQuery) -> Self {
        let mut base = query.clone();
        base.cursor = None;
        Self {
            base,
            filters: Vec::new(),
        }
    }

    fn search(&mut self) {
        let mut without = self.base.clone();
        if let Some(text) = without.q.take() {
            self.filters.push((format!("«{text}»"), without));
        }
    }

    fn ballot(&mut self, scope: &[&Election]) {
        let mut without = self.base.clone();
        if let Some(code) = without.ballot.take() {
            self.filters.push((ballot_of(&code, scope), without));
        }
    }

    /// Adds every value of one filter with the query that lacks it.
    fn add<T: Ord + Clone>(
        &mut self,
        set: impl Fn(&mut CandidacyQuery) -> &mut BTreeSet<T>,
        label: impl Fn(&T) -> String,
    ) {
        for value in set(&mut self.base).clone() {
            let mut without = self.base.clone();
            set(&mut without).remove(&value);
            self.filters.push((label(&value), without));
        }
    }
}
