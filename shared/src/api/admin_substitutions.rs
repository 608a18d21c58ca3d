//! Several substitutions in one act, and those who take the places.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::admin::{Acuerdo, Candidacy, NewCandidacy};
use super::fields::{Length, pointers};
use crate::ids::CandidacyId;

/// The acuerdo that substitutes several candidacies of an election at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SubstitutionAct {
    /// **Acuerdo del Consejo General**
    #[validate(length(min = Acuerdo::LENGTH.min, max = Acuerdo::LENGTH.max))]
    pub acuerdo: String,
    /// **Fecha del acuerdo**, where it is noted.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = "date"))]
    pub acuerdo_on: Option<NaiveDate>,
    /// **Motivo**, for whoever confirms the act: it stays with the proposal, and the audit holds no texts.
    #[serde(default)]
    #[validate(length(min = Self::REASON_LENGTH.min, max = Self::REASON_LENGTH.max))]
    pub reason: Option<String>,
    /// Those whose place is left.
    #[validate(length(min = 1, max = 100))]
    pub candidacies: Vec<CandidacyId>,
}

impl SubstitutionAct {
    /// Of **Motivo**.
    pub const REASON_LENGTH: Length = Length::of(3, 300);
}

pointers! {
    SubstitutionAct {
        ACUERDO = "/acuerdo",
        ACUERDO_ON = "/acuerdo_on",
        REASON = "/reason",
        CANDIDACIES = "/candidacies",
    }
}

/// Those who take places that were left, registered in one act.
#[derive(Clone, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SubstituteRegistrations {
    /// Each for one place.
    #[validate(length(min = 1, max = 100))]
    pub substitutes: Vec<NewCandidacy>,
}

pointers! {
    SubstituteRegistrations {
        SUBSTITUTES = "/substitutes",
    }
}

/// Those who were registered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct RegisteredSubstitutes {
    /// In the order of the request.
    pub data: Vec<Candidacy>,
}
