//! A substitution, as both sides of it are told of the other.

use serde::{Deserialize, Serialize};

use crate::ids::CandidacyId;

/// Whose place a candidacy took, and who took its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SeatHistory {
    /// The substituted one whose place it took.
    pub substitutes: Option<SeatHolder>,
    /// The one that took its place.
    pub substituted_by: Option<SeatHolder>,
}

/// The other candidacy of a substitution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SeatHolder {
    /// By which its own address shows it.
    pub id: CandidacyId,
    /// The candidate's name.
    pub name: String,
}
