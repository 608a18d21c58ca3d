//! What the filters offer, from the elections in question.

use conoceles_shared::api::public::{Election, Facet, TerritoryRef};
use conoceles_shared::api::query::CandidacyQuery;
use conoceles_shared::ballot::is_voted_in;
use conoceles_shared::catalogues::{MUNICIPALITIES, municipality};
use conoceles_shared::text::spanish_sort_key;

/// The elections that a query is about: the chosen one, else all.
pub fn scope<'a>(query: &CandidacyQuery, elections: &'a [Election]) -> Vec<&'a Election> {
    elections
        .iter()
        .filter(|it| {
            query
                .election
                .as_ref()
                .is_none_or(|id| it.election.id == *id)
        })
        .collect()
}

/// The municipalities with a published candidacy, in the order of the alphabet.
pub fn municipalities<'a>(scope: &[&'a Election]) -> Vec<&'a TerritoryRef> {
    let mut found = territories(scope, |kind| kind == "municipality");
    found.sort_by_cached_key(|it| spanish_sort_key(&it.name));
    found
}

/// A municipality whose people vote for something that is published: its code and its name.
pub type VotingPlace = (String, String);

/// The municipalities that lead to something that is published, in the order of the alphabet: where
/// an office of the whole state is, those of the whole state.
pub fn voting_places(scope: &[&Election]) -> Vec<VotingPlace> {
    let contested: Vec<&TerritoryRef> = territories(scope, |_| true);
    let is_reached = |code: &str| {
        let voted = |it: &&TerritoryRef| is_voted_in(code, &it.kind, &it.code);
        contested.iter().any(voted)
    };
    let known = MUNICIPALITIES.iter().filter(|it| is_reached(it.inegi));
    let mut found: Vec<VotingPlace> = known
        .map(|it| (it.inegi.to_owned(), it.name.to_owned()))
        .collect();
    for it in municipalities(scope) {
        if !found.iter().any(|(code, _)| *code == it.code) {
            found.push((it.code.clone(), it.name.clone()));
        }
    }
    found.sort_by_cached_key(|(_, name)| spanish_sort_key(name));
    found
}

/// The name of a municipality; none where neither the catalogue nor these elections have it.
pub fn municipality_name(code: &str, scope: &[&Election]) -> Option<String> {
    let known = municipality(code).map(|it| it.name.to_owned());
    known.or_else(|| {
        let found = municipalities(scope).into_iter().find(|it| it.code == code);
        found.map(|it| it.name.clone())
    })
}

/// The districts with a published candidacy, local ones first, by number.
pub fn districts<'a>(scope: &[&'a Election]) -> Vec<&'a TerritoryRef> {
    let mut found = territories(scope, |kind| kind.ends_with("district"));
    found.sort_by_key(|it| (it.kind == "federal_district", it.code.parse::<u32>().ok()));
    found
}

fn territories<'a>(scope: &[&'a Election], wanted: impl Fn(&str) -> bool) -> Vec<&'a TerritoryRef> {
    let mut found: Vec<&TerritoryRef> = Vec::new();
    for territory in scope.iter().flat_map(|it| &it.territories) {
        let same = |it: &&TerritoryRef| it.kind == territory.kind && it.code == territory.code;
        if wanted(&territory.kind) && !found.iter().any(same) {
            found.push(territory);
        }
    }
    found
}

/// The offices, each with its candidacies in all the elections in question.
pub fn offices(scope: &[&Election]) -> Vec<Facet> {
    let mut found: Vec<Facet> = Vec::new();
    for office in scope.iter().flat_map(|it| &it.offices) {
        match found.iter_mut().find(|it| it.code == office.code) {
            Some(known) => known.count = known.count.saturating_add(office.count),
            None => found.push(office.clone()),
        }
    }
    found
}

/// The actors: an actor belongs to one election, so only where there is one.
pub fn actors<'a>(scope: &[&'a Election]) -> &'a [Facet] {
    match scope {
        [only] => &only.actors,
        _ => &[],
    }
}
