//! An election: dates, phases, territories, offices and the settings that every rule reads.
//!
//! What no public source states is a setting here with a default, never a constant elsewhere
//! (`docs/domain/settings.md`).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use validator::Validate;

pub use crate::catalogues::TerritoryKind;

use crate::api::fields::pointers;
use crate::catalogues::{Office, code_enum};
use crate::questionnaire::Limits;
use crate::time::{Instant, Period, end_of_day};

/// What an election is set up with; the administrator edits all of it, each change audited.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ElectionSetup {
    /// **Nombre.** For example «Gubernatura 2029».
    #[validate(length(min = 3, max = 120))]
    pub name: String,
    /// **Entidad.**
    #[validate(length(min = 3, max = 60))]
    pub entity: String,
    /// **Jornada electoral.** Ages are reckoned on this day; publication ends with it.
    pub date: NaiveDate,
    /// Whether its persons and parties are invented: every page then says «Simulacro».
    #[serde(default)]
    pub drill: bool,
    /// Whether it was imported as a closed archive: nothing can be captured.
    #[serde(default)]
    pub archived: bool,
    /// **Cargos en juego.**
    #[serde(default)]
    pub offices: Vec<Office>,
    /// Its own territories.
    #[serde(default)]
    pub territories: Vec<Territory>,
    /// **Fases** with their dates.
    #[serde(default)]
    pub phases: Vec<Phase>,
    /// **Ajustes.**
    #[serde(default)]
    #[validate(nested)]
    pub settings: Settings,
}

pointers! {
    ElectionSetup {
        NAME = "/name",
        ENTITY = "/entity",
        DATE = "/date",
        DRILL = "/drill",
        OFFICES = "/offices",
        TERRITORIES = "/territories",
        PHASES = "/phases",
        SETTINGS = "/settings",
        FOUR_EYES = "/settings/four_eyes",
        SIGNED_CONSENT = "/settings/signed_consent_required",
        COUNTING = "/settings/limits/counting",
    }
}

impl ElectionSetup {
    /// The last second in which it is published: the end of its publication phase, else of
    /// election day (`docs/domain/settings.md#end-of-publication`).
    #[must_use]
    pub fn publication_ends(&self) -> Instant {
        self.phases
            .iter()
            .find(|phase| phase.kind == PhaseKind::Publication)
            .and_then(|phase| phase.ends)
            .unwrap_or_else(|| end_of_day(self.date))
    }

    /// The name of a territory.
    #[must_use]
    pub fn territory(&self, kind: TerritoryKind, code: &str) -> Option<&Territory> {
        self.territories
            .iter()
            .find(|it| it.kind == kind && it.code == code)
    }
}

/// A territory of an election.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Territory {
    /// What it is; codes are unique within a kind.
    pub kind: TerritoryKind,
    /// Municipalities: INEGI's five digits. Districts: their number. The state: INEGI's two digits.
    pub code: String,
    /// The name on screen, e.g. «Distrito 33, Tecámac».
    pub name: String,
}

code_enum! {
    /// A phase of the process.
    PhaseKind {
        Preparation = "preparation", "Preparación";
        AccountDelivery = "account_delivery", "Entrega de cuentas";
        Capture = "capture", "Captura";
        Review = "review", "Revisión";
        Publication = "publication", "Publicación";
        Closing = "closing", "Cierre";
    }
}

/// A phase with its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// One of the six, from preparation to closing.
    pub kind: PhaseKind,
    /// When it starts.
    pub starts: Option<DateTime<Utc>>,
    /// Its last second.
    pub ends: Option<DateTime<Utc>>,
}

/// Everything about the process that an authority may set (`docs/domain/settings.md`). Days are
/// natural.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// **Plazo de captura**, in days from the receipt.
    #[validate(range(min = 1, max = 90))]
    pub capture_days: u16,
    /// **Plazo de revisión**, in days.
    #[validate(range(min = 1, max = 90))]
    pub review_days: u16,
    /// **Plazo para atender observaciones**, in days.
    #[validate(range(min = 1, max = 90))]
    pub observation_days: u16,
    /// **Plazo de corrección ya publicada**, in days.
    #[validate(range(min = 1, max = 90))]
    pub correction_days: u16,
    /// **Número de correcciones** after publication.
    #[validate(range(max = 20))]
    pub corrections_max: u8,
    /// **Plazo de captura de una sustitución**, in days.
    #[validate(range(min = 1, max = 90))]
    pub substitution_days: u16,
    /// **Dos personas**: approval needs a second person.
    pub four_eyes: bool,
    /// **Consentimiento firmado**: nothing is published without a signed copy of the form.
    pub signed_consent_required: bool,
    /// Minutes after which a reviewer's claim expires.
    #[validate(range(min = 5, max = 1440))]
    pub claim_minutes: u16,
    /// Cells below this number are suppressed in identity statistics.
    #[validate(range(min = 2, max = 50))]
    pub suppression_below: u8,
    /// Largest photo accepted, in megabytes.
    #[validate(range(min = 1, max = 20))]
    pub photo_max_megabytes: u8,
    /// Limits and counting mode of the questionnaires.
    pub limits: Limits,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            capture_days: 15,
            review_days: 5,
            observation_days: 5,
            correction_days: 3,
            corrections_max: 1,
            substitution_days: 5,
            four_eyes: true,
            signed_consent_required: false,
            claim_minutes: 60,
            suppression_below: 5,
            photo_max_megabytes: 10,
            limits: Limits::default(),
        }
    }
}

/// What fixes the capture period of one candidacy, from the most general to the most particular.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CaptureDates {
    /// When the actor's first account in the election accepted its receipt.
    pub received: Option<DateTime<Utc>>,
    /// The end that the administrator extended to, for the whole actor.
    pub actor_end: Option<DateTime<Utc>>,
    /// The candidacy's own period: late registration or substitution.
    pub own: Option<Period>,
    /// The end that the administrator extended to, for this candidacy.
    pub own_end: Option<DateTime<Utc>>,
}

impl CaptureDates {
    /// The capture period in force; `None` until the receipt is given.
    #[must_use]
    pub fn period(&self, settings: &Settings) -> Option<Period> {
        let base = self.own.or_else(|| {
            self.received.map(|at| {
                let period = Period::natural_days(at, settings.capture_days);
                Period {
                    ends: self
                        .actor_end
                        .map_or(period.ends, |end| end.max(period.ends)),
                    ..period
                }
            })
        })?;
        Some(Period {
            ends: self.own_end.map_or(base.ends, |end| end.max(base.ends)),
            ..base
        })
    }
}
