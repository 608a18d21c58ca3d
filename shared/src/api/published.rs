//! Finding what was reviewed, for validators: published, approved and waiting for its date, or observed and
//! waiting for its operator.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::catalogues::Office;
use crate::ids::CandidacyId;
use crate::lifecycle::{CorrectionState, State};
use crate::problem::FieldError;
use crate::questionnaire::Section;

/// What a validator looks for among what was reviewed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PublishedSearch {
    /// Words, each of which the name, the actor or the territory has, as they were typed.
    pub q: String,
    /// Only this office.
    pub office: Option<Office>,
    /// Only this one of [`Self::STATES`].
    pub state: Option<State>,
    /// From 1.
    pub page: usize,
}

impl PublishedSearch {
    /// How many are on a page.
    pub const PAGE: usize = 50;
    /// How long the words may be, in characters.
    pub const LONGEST: usize = 200;
    /// The states in which a review is over and nothing waits for a validator.
    pub const STATES: [State; 3] = [State::Published, State::Approved, State::Observed];

    /// The states that are looked for.
    #[must_use]
    pub fn states(&self) -> Vec<State> {
        self.state
            .map_or_else(|| Self::STATES.to_vec(), |it| vec![it])
    }

    /// Reads the parameters `q`, `office`, `state` and `page` of a request.
    ///
    /// # Errors
    /// Every parameter that is unknown, repeated, or has no such value.
    pub fn from_pairs(pairs: &[(String, String)]) -> Result<Self, Vec<FieldError>> {
        let mut found = Self {
            page: 1,
            ..Self::default()
        };
        let mut errors = Vec::new();
        let mut seen: Vec<&str> = Vec::new();
        for (name, value) in pairs {
            let refuse = |code: &str, detail: &str| {
                FieldError::new(format!("/{name}"), code.to_owned(), detail.to_owned())
            };
            if seen.contains(&name.as_str()) {
                errors.push(refuse("repeated", "Escriba este parámetro una sola vez."));
                continue;
            }
            seen.push(name);
            match name.as_str() {
                "q" if value.chars().count() <= Self::LONGEST => value.clone_into(&mut found.q),
                "q" => errors.push(refuse("too_long", "Escriba hasta 200 caracteres.")),
                "office" => match value.parse() {
                    Ok(office) => found.office = Some(office),
                    Err(_) => errors.push(refuse("unknown_code", "No es un cargo del catálogo.")),
                },
                "state" => match value.parse() {
                    Ok(state) if Self::STATES.contains(&state) => found.state = Some(state),
                    _ => errors.push(refuse("unknown_code", "No es un estado de esta lista.")),
                },
                "page" => match value.parse() {
                    Ok(page) if (1..=100_000).contains(&page) => found.page = page,
                    _ => errors.push(refuse("out_of_range", "Escriba un número desde 1.")),
                },
                _ => errors.push(refuse("unknown", "No es un parámetro de esta lista.")),
            }
        }
        if errors.is_empty() {
            Ok(found)
        } else {
            Err(errors)
        }
    }
}

/// A page of what was reviewed, by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublishedPage {
    /// The candidacies of this page.
    pub data: Vec<PublishedItem>,
    /// How many there are on all pages.
    pub total: usize,
    /// This page, from 1.
    pub page: usize,
    /// How many pages there are; 1 where nothing was found.
    pub pages: usize,
}

/// A candidacy in the list: published, approved and held until a date, or observed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PublishedItem {
    /// By which its own page shows it whole.
    pub id: CandidacyId,
    /// The candidate's name.
    pub name: String,
    /// The actor's name.
    pub actor_name: String,
    /// The office.
    pub office_label: String,
    /// Where the office is contested.
    pub territory_name: String,
    /// The election's name.
    pub election_name: String,
    /// Whether it is a drill.
    #[serde(default)]
    pub drill: bool,
    /// One of [`PublishedSearch::STATES`].
    pub state: State,
    /// When it is published, where it waits for that.
    #[serde(default)]
    pub publishes_at: Option<DateTime<Utc>>,
    /// Sections that the public does not see now.
    pub paused: Vec<Section>,
    /// How far its correction is, if one is under way.
    pub correction: Option<CorrectionState>,
}

#[cfg(test)]
#[path = "published_tests.rs"]
mod published_tests;
