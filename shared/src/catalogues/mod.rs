//! The catalogues of the domain (`docs/domain/catalogues.md`): stable lower-case codes, official
//! Spanish labels.
//!
//! What an election may change (territories, offices in play) starts from these and lives in its
//! settings; what code reasons about is an enum.

mod code_enum;
mod education;
mod office;
mod person;
mod territories;

pub(crate) use code_enum::code_enum;
// What the portal's filters still call it.
pub use code_enum::{CatalogueRow, UnknownCode, row_with_code};
pub use education::{Degree, DegreeStatus};
pub use office::{Office, Principle, TerritoryKind};
pub use person::{ActorKind, AffirmativeAction, AgeRange, COUNTRIES, PEOPLES, Role, Sex};
pub use territories::{
    District, FEDERAL_DISTRICTS, LOCAL_DISTRICTS, MUNICIPALITIES, Municipality, municipality,
};

use crate::questionnaire::{Badge, ConsentKind, Ground, Section};

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
    let rows = match name {
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
        "local_districts" => return Some(district_rows(LOCAL_DISTRICTS)),
        "federal_districts" => return Some(district_rows(FEDERAL_DISTRICTS)),
        _ => return None,
    };
    Some(
        rows.iter()
            .map(|row| (row.code.to_owned(), row.label.to_owned()))
            .collect(),
    )
}

fn district_rows(list: &[District]) -> Vec<(String, String)> {
    list.iter()
        .map(|district| (district.number.to_string(), district.label()))
        .collect()
}

#[cfg(test)]
mod catalogues_tests;
