//! Reasons that reviewers start from, ground by ground, as the Unidad de Transparencia words them for an
//! election.

use serde::{Deserialize, Serialize};

use super::review::DecisionRequest;
use crate::problem::FieldError;
use crate::questionnaire::Ground;
use crate::text::{fold, has_forbidden_controls, normalise};

/// A reason to start from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReasonTemplate {
    /// **Causa**
    pub ground: Ground,
    /// **Texto**: what the reviewer goes on from.
    pub text: String,
}

/// All of an election, in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ReasonTemplates {
    /// The templates.
    pub templates: Vec<ReasonTemplate>,
}

/// Those of an election with their version.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ElectionReasonTemplates {
    /// The election's name.
    pub election_name: String,
    /// Whether it is a drill.
    pub drill: bool,
    /// 0 where none was ever saved.
    pub version: u32,
    /// The templates.
    pub templates: Vec<ReasonTemplate>,
}

impl ReasonTemplates {
    /// How many an election may have.
    pub const MOST: usize = 100;
    /// The pointer of the list.
    pub const TEMPLATES: &str = "/templates";

    /// As they are stored: each text as texts are, or every error.
    ///
    /// # Errors
    /// Too many; a text that no reason could be, or one that its ground has twice.
    pub fn tidied(self) -> Result<Self, Vec<FieldError>> {
        let mut errors = Vec::new();
        if self.templates.len() > Self::MOST {
            errors.push(FieldError::new(
                Self::TEMPLATES,
                "too_many",
                format!("Plantillas: se admiten hasta {}.", Self::MOST),
            ));
        }
        let mut kept: Vec<ReasonTemplate> = Vec::new();
        for (at, it) in self.templates.into_iter().enumerate() {
            let text = normalise(&it.text);
            let pointer = format!("{}/{at}/text", Self::TEMPLATES);
            let length = DecisionRequest::REASON_LENGTH;
            let same = |other: &ReasonTemplate| {
                other.ground == it.ground && fold(&other.text) == fold(&text)
            };
            let wrong = if !length.fits(&text) {
                Some(("length", "el motivo debe tener de 10 a 2,000 caracteres"))
            } else if has_forbidden_controls(&text) {
                Some((
                    "forbidden_character",
                    "el texto tiene caracteres que no se admiten",
                ))
            } else if kept.iter().any(same) {
                Some(("repeated", "la causa ya tiene este texto"))
            } else {
                None
            };
            if let Some((code, what)) = wrong {
                errors.push(FieldError::new(
                    pointer,
                    code,
                    format!("Plantilla {}: {what}.", at + 1),
                ));
            }
            kept.push(ReasonTemplate {
                ground: it.ground,
                text,
            });
        }
        if errors.is_empty() {
            Ok(Self { templates: kept })
        } else {
            Err(errors)
        }
    }
}

#[cfg(test)]
#[path = "reason_templates_tests.rs"]
mod reason_templates_tests;
