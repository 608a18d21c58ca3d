//! A drill that is about to be made from an election.

use serde::{Deserialize, Serialize};

use crate::election::ElectionSetup;

/// What a drill would take over from an election.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DrillDraft {
    /// The name of that election.
    pub source_name: String,
    /// The setup to begin with, its dates moved so that the first phase begins today.
    pub setup: ElectionSetup,
    /// Names of the actors, with their parties.
    pub actors: Vec<String>,
    /// Actors that are not taken over: their names are those of persons.
    pub actors_left_out: usize,
    /// Reasons that reviewers start from.
    pub reason_templates: usize,
    /// Rules of inclusive language that it added or switched off.
    pub language_rules: usize,
}
