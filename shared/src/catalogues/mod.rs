//! The catalogues of the domain (`docs/domain/catalogues.md`): stable lower-case codes, official
//! Spanish labels.
//!
//! What an election may change (territories, offices in play) starts from these and lives in its
//! settings; what code reasons about is an enum.

mod code_enum;
pub mod countries;
pub mod districts;
pub mod education;
pub mod municipalities;
pub mod office;
pub mod person;

pub use code_enum::UnknownCode;
pub(crate) use code_enum::code_enum;
pub use countries::COUNTRIES;
pub use districts::{District, FEDERAL_DISTRICTS, LOCAL_DISTRICTS};
pub use education::{Degree, DegreeStatus};
pub use municipalities::{MUNICIPALITIES, Municipality, municipality};
pub use office::{Office, Principle, TerritoryKind};
pub use person::{ActorKind, AffirmativeAction, AgeRange, PEOPLES, Role, Sex};

use crate::questionnaire::{Badge, ConsentKind, Ground, Section};

/// One row of a catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The stable lower-case code.
    pub code: &'static str,
    /// The official Spanish wording.
    pub label: &'static str,
}

/// The entry with this code.
#[must_use]
pub fn find(entries: &'static [Entry], code: &str) -> Option<&'static Entry> {
    entries.iter().find(|entry| entry.code == code)
}

/// The catalogues served by `/api/v1/catalogues/{name}`.
pub const NAMES: &[&str] = &[
    "sections",
    "offices",
    "principles",
    "territory_kinds",
    "sexes",
    "roles",
    "actor_kinds",
    "degrees",
    "degree_statuses",
    "age_ranges",
    "affirmative_actions",
    "badges",
    "grounds",
    "consents",
    "indigenous_peoples",
    "countries",
    "municipalities",
    "local_districts",
    "federal_districts",
];

/// Codes and labels of the named catalogue, in its official order.
#[must_use]
pub fn catalogue(name: &str) -> Option<Vec<(String, String)>> {
    let entries = match name {
        "sections" => Section::ENTRIES,
        "offices" => Office::ENTRIES,
        "principles" => Principle::ENTRIES,
        "territory_kinds" => TerritoryKind::ENTRIES,
        "sexes" => Sex::ENTRIES,
        "roles" => Role::ENTRIES,
        "actor_kinds" => ActorKind::ENTRIES,
        "degrees" => Degree::ENTRIES,
        "degree_statuses" => DegreeStatus::ENTRIES,
        "age_ranges" => AgeRange::ENTRIES,
        "affirmative_actions" => AffirmativeAction::ENTRIES,
        "badges" => Badge::ENTRIES,
        "grounds" => Ground::ENTRIES,
        "consents" => ConsentKind::ENTRIES,
        "indigenous_peoples" => PEOPLES,
        "countries" => COUNTRIES,
        "municipalities" => {
            let row = |m: &Municipality| (m.inegi.to_owned(), m.name.to_owned());
            return Some(MUNICIPALITIES.iter().map(row).collect());
        }
        "local_districts" => return Some(districts(LOCAL_DISTRICTS)),
        "federal_districts" => return Some(districts(FEDERAL_DISTRICTS)),
        _ => return None,
    };
    Some(
        entries
            .iter()
            .map(|entry| (entry.code.to_owned(), entry.label.to_owned()))
            .collect(),
    )
}

fn districts(list: &[District]) -> Vec<(String, String)> {
    list.iter()
        .map(|district| (district.number.to_string(), district.label()))
        .collect()
}

#[cfg(test)]
mod catalogues_tests;
