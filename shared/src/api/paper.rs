//! Papers that the Unidad de Transparencia records: revocations and ARCO requests.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::fields::{Length, pointers};
use crate::ids::CandidacyId;
use crate::lifecycle::State;
use crate::paper::PaperRequestKind;

/// A paper to record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct PaperRequest {
    /// **Qué pide**
    pub kind: PaperRequestKind,
    /// **Fecha del escrito**
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "date"))]
    pub dated: NaiveDate,
    /// **Referencia**: number of the paper or of its file, by which it is found again.
    #[validate(length(min = Self::REFERENCE_LENGTH.min, max = Self::REFERENCE_LENGTH.max))]
    pub reference: String,
}

impl PaperRequest {
    /// Of **Referencia**.
    pub const REFERENCE_LENGTH: Length = Length::of(3, 120);
}

pointers! {
    PaperRequest {
        KIND = "/kind",
        DATED = "/dated",
        REFERENCE = "/reference",
    }
}

/// A paper as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RecordedPaper {
    /// What it asks for.
    pub kind: PaperRequestKind,
    /// Its own date.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "date"))]
    pub dated: NaiveDate,
    /// By which it is found again.
    pub reference: String,
    /// When it was recorded.
    pub recorded_at: DateTime<Utc>,
    /// Who recorded it.
    pub recorded_by: String,
}

/// A candidacy whose first consent was revoked, for the desk of review.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RevokedItem {
    /// By which its own page shows it whole.
    pub id: CandidacyId,
    /// The candidate's name.
    pub name: String,
    /// The actor's name.
    pub actor_name: String,
    /// Where it stopped.
    pub state: State,
    /// What the Unidad de Transparencia does next.
    pub next: String,
}
