//! Several substitutions in one act.

use serde::{Deserialize, Serialize};
use validator::Validate;

use super::admin::Acuerdo;
use super::fields::pointers;
use crate::ids::CandidacyId;

/// The acuerdo that substitutes several candidacies of an election at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SubstitutionAct {
    /// **Acuerdo del Consejo General**
    #[validate(length(min = Acuerdo::LENGTH.min, max = Acuerdo::LENGTH.max))]
    pub acuerdo: String,
    /// Those whose place is left.
    #[validate(length(min = 1, max = 100))]
    pub candidacies: Vec<CandidacyId>,
}

pointers! {
    SubstitutionAct {
        ACUERDO = "/acuerdo",
        CANDIDACIES = "/candidacies",
    }
}
