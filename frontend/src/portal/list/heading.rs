//! What a list is called: its place, else its office.

use conoceles_shared::api::public::Election;
use conoceles_shared::api::query::CandidacyQuery;

use super::chips::ballot_of;
use super::choices::{districts, municipalities, scope};
use crate::i18n::portal::texts;

/// What a list is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// The election.
    pub folio: String,
    /// The place, the office, or just that these are candidacies.
    pub heading: String,
    /// The office, where the heading is the place.
    pub narrower: Option<String>,
}

/// The name of what the query asks for.
pub fn heading(query: &CandidacyQuery, elections: &[Election]) -> Heading {
    let scope = scope(query, elections);
    let folio = match scope.as_slice() {
        [only] => only.election.name.clone(),
        _ => texts().list.every_election.to_owned(),
    };
    let office = only(query.office.iter()).map(|it| it.label().to_owned());
    let places = [
        only(query.district.iter())
            .and_then(|code| districts(&scope).into_iter().find(|it| it.code == *code)),
        only(query.municipality.iter()).and_then(|code| {
            municipalities(&scope)
                .into_iter()
                .find(|it| it.code == *code)
        }),
    ];
    let ballot = query.ballot.as_deref().map(|it| ballot_of(it, &scope));
    let place = ballot.or_else(|| only(places.iter().flatten()).map(|it| it.name.clone()));
    match (place, office) {
        (Some(place), narrower) => Heading {
            folio,
            heading: place,
            narrower,
        },
        (None, Some(office)) => Heading {
            folio,
            heading: office,
            narrower: None,
        },
        (None, None) => Heading {
            folio,
            heading: texts().list.heading.to_owned(),
            narrower: None,
        },
    }
}

fn only<T>(mut all: impl Iterator<Item = T>) -> Option<T> {
    let first = all.next()?;
    all.next().is_none().then_some(first)
}
