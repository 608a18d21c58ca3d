//! Correcting what is published: what an operator asks for, and how both desks see it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::fields::{Length, pointers};
use crate::lifecycle::{CorrectionState, EndedCorrection};
use crate::questionnaire::Section;

/// **Solicitud de corrección.** Which published sections, and what is wrong in them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CorrectionRequest {
    /// **Secciones por corregir**
    #[validate(length(min = 1, max = 10, message = "Elija al menos una sección."))]
    pub sections: Vec<Section>,
    /// **Motivo**
    #[validate(length(min = Self::REASON_LENGTH.min, max = Self::REASON_LENGTH.max))]
    pub reason: String,
}

impl CorrectionRequest {
    /// Of **Motivo**.
    pub const REASON_LENGTH: Length = Length::of(10, 1_000);
}

pointers! {
    CorrectionRequest {
        SECTIONS = "/sections",
        REASON = "/reason",
    }
}

/// **Motivo** for which a requested correction is refused.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CorrectionRefusal {
    /// In the validator's words, for whoever asked.
    #[validate(length(min = Self::REASON_LENGTH.min, max = Self::REASON_LENGTH.max))]
    pub reason: String,
}

impl CorrectionRefusal {
    /// Of **Motivo**.
    pub const REASON_LENGTH: Length = Length::of(10, 1_000);
}

pointers! {
    CorrectionRefusal {
        REASON = "/reason",
    }
}

/// A correction under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CorrectionUnderWay {
    /// How far it is.
    pub state: CorrectionState,
    /// The only sections that can be changed.
    pub sections: Vec<Section>,
    /// The operator's words; of one that a tribunal ordered, which order.
    pub reason: String,
    /// The docket of the tribunal that ordered it, which nobody asked for then.
    #[serde(default)]
    pub ordered_by: Option<String>,
    /// When it was asked for.
    pub requested_at: DateTime<Utc>,
    /// While open: from when on it can be captured.
    #[serde(default)]
    pub starts: Option<DateTime<Utc>>,
    /// While open: its last second.
    pub ends: Option<DateTime<Utc>>,
    /// When it was sent.
    pub sent_at: Option<DateTime<Utc>>,
}

/// The corrections of a published candidacy, for its operator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct OwnCorrections {
    /// The one under way, if any.
    pub under_way: Option<CorrectionUnderWay>,
    /// What became of the last one.
    pub ended: Option<EndedCorrection>,
    /// How many more may be opened.
    pub left: u8,
    /// Those that may be asked for now.
    pub sections: Vec<Section>,
    /// Why none may be asked for now, if so.
    pub request_refusal: Option<String>,
    /// While open: why it cannot be sent yet, if so.
    pub send_refusal: Option<String>,
}

/// The correction of a candidacy on the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CorrectionOnDesk {
    /// How far it is, and what for.
    pub correction: CorrectionUnderWay,
    /// The correction that this one would be, counted from 1.
    pub number: u8,
    /// How many the election allows.
    pub of: u8,
    /// Why the asking account cannot open it, if so.
    pub open_refusal: Option<String>,
}
