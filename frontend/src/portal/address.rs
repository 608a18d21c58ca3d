//! The portal's addresses: which page a path is, and how to link to one.

use conoceles_shared::api::query::CandidacyQuery;
use conoceles_shared::ids::{CandidacyId, ElectionId};
use conoceles_shared::receipt::ReceiptCode;

/// The list.
pub const LIST: &str = "/candidaturas";

/// A page of the portal.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "taken apart where it is made")]
pub enum Address {
    /// `/`
    Home,
    /// `/candidaturas?…`
    List(CandidacyQuery),
    /// `/candidaturas/{id}`
    Profile(CandidacyId),
    /// `/verificar/{code}`
    Receipt(ReceiptCode),
    /// Anything else.
    Unknown,
}

impl Address {
    /// The page of a path with its query; whatever the query says that is not known is left out.
    pub fn of(path_and_query: &str) -> Self {
        let (path, query) = split(path_and_query);
        match path {
            "/" => Self::Home,
            LIST => Self::List(CandidacyQuery::from_query_string(query)),
            other => Self::below(other).unwrap_or(Self::Unknown),
        }
    }
}

impl Address {
    /// The page of a path that names one thing.
    fn below(path: &str) -> Option<Self> {
        if let Some(id) = path.strip_prefix("/candidaturas/") {
            return id.parse().ok().map(Self::Profile);
        }
        let code = path.strip_prefix("/verificar/")?;
        code.parse().ok().map(Self::Receipt)
    }
}

/// The address where a receipt is verified.
pub fn receipt(code: &ReceiptCode) -> String {
    format!("/verificar/{code}")
}

/// The query of the list at this path; an empty one for other pages.
pub fn query(path_and_query: &str) -> CandidacyQuery {
    match Address::of(path_and_query) {
        Address::List(query) => query,
        _ => CandidacyQuery::default(),
    }
}

/// Whether the query of a path names an election, be it none: a form that was sent without a choice
/// says `election=`, which means all. A list that does not name one is that of the present election.
pub fn names_election(path_and_query: &str) -> bool {
    let (_, query) = split(path_and_query);
    query
        .split('&')
        .any(|it| it.split('=').next() == Some("election"))
}

/// The address of a list; one of all elections says so, since one that names none is the present one's.
pub fn list(query: &CandidacyQuery) -> String {
    format!("{LIST}?{}", query.to_page_query())
}

/// The address of an election's whole list.
pub fn election(id: &ElectionId) -> String {
    list(&CandidacyQuery {
        election: Some(id.clone()),
        ..CandidacyQuery::default()
    })
}

/// The address of a profile.
pub fn profile(id: &CandidacyId) -> String {
    format!("{LIST}/{id}")
}

fn split(path_and_query: &str) -> (&str, &str) {
    let local = path_and_query.split('#').next().unwrap_or_default();
    local.split_once('?').unwrap_or((local, ""))
}

#[cfg(test)]
#[path = "address_tests.rs"]
mod address_tests;
