//! The capture desk: an operator's own candidacies.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::admin::Registration;
use super::corrections::OwnCorrections;
use super::fields::Length;
use super::public::Record;
use super::seat::SeatHistory;
use super::standstill::Standstill;
use crate::ids::{CandidacyId, ElectionId};
use crate::language::{ElectionRules, Ignored};
use crate::lifecycle::{Consents, Remedy, SectionState, State};
use crate::photo::Check;
use crate::problem::FieldError;
use crate::questionnaire::{ConsentKind, Ground, Limits, NOTICE_VERSION, Section};
use crate::time::Period;

/// A candidacy in the operator's list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct CandidacySummary {
    /// By which its own address shows it whole.
    pub id: CandidacyId,
    /// The candidate's name.
    pub name: String,
    /// The office, e.g. «Presidencia municipal».
    pub office_label: String,
    /// Where, e.g. «Tecámac».
    pub territory_name: String,
    /// «Propietaria» or «Suplente».
    pub role_label: String,
    /// What holds now, deadlines that passed included.
    pub state: State,
    /// When the operator's time runs out, if it runs.
    pub deadline: Option<DateTime<Utc>>,
    /// When it begins, where it is given and has not begun.
    #[serde(default)]
    pub opens: Option<DateTime<Utc>>,
    /// When it is published, approved as it is.
    #[serde(default)]
    pub publishes_at: Option<DateTime<Utc>>,
    /// Percentage of the ten sections that are complete.
    pub percent: u8,
    /// Sections still missing.
    pub missing: Vec<Section>,
    /// Sections with an observation to answer.
    pub observed: Vec<Section>,
    /// The stored photo's hash, for the thumbnail.
    pub photo: Option<String>,
    /// Whose place it took, and who took its own.
    #[serde(default)]
    pub seat: SeatHistory,
    /// While consent 1 stays revoked: since when.
    #[serde(default)]
    pub standstill: Option<Standstill>,
}

/// The operator's home.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Home {
    /// The instant of the answer, so that clocks agree with the server's.
    pub now: DateTime<Utc>,
    /// The actor's name.
    pub actor_name: String,
    /// The election.
    pub election_name: String,
    /// The actor's capture period.
    pub capture: Option<Period>,
    /// Its candidacies, by name.
    pub candidacies: Vec<CandidacySummary>,
}

/// A candidacy with everything its task list needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Candidacy {
    /// The one in its address.
    pub id: CandidacyId,
    /// The instant of the answer.
    pub now: DateTime<Utc>,
    /// The one whose settings and limits apply.
    pub election: ElectionId,
    /// The election's name.
    pub election_name: String,
    /// Registration data, read-only.
    pub registration: Registration,
    /// The name of its territory.
    pub territory_name: String,
    /// Whose place it took, and who took its own.
    #[serde(default)]
    pub seat: SeatHistory,
    /// What holds now, deadlines that passed included.
    pub state: State,
    /// The capture period in force.
    pub capture: Option<Period>,
    /// When the operator's time runs out, if it runs.
    pub deadline: Option<DateTime<Utc>>,
    /// When it begins, where it is given and has not begun.
    #[serde(default)]
    pub opens: Option<DateTime<Utc>>,
    /// When it is published, approved as it is.
    #[serde(default)]
    pub publishes_at: Option<DateTime<Utc>>,
    /// Consents in force.
    pub consents: Consents,
    /// Whether consent 1 was given once and is not in force: it may be given again.
    #[serde(default)]
    pub treatment_revoked: bool,
    /// While it stays revoked and nothing has ended: since when.
    #[serde(default)]
    pub standstill: Option<Standstill>,
    /// What was undone or reopened, the first before.
    #[serde(default)]
    pub remedies: Vec<Remedy>,
    /// Whether it can be sent now; otherwise why not.
    pub submit_refusal: Option<String>,
    /// The sections that are missing, or observed and not attended, where that is why not.
    #[serde(default)]
    pub submit_sections: Vec<Section>,
    /// Once published: what can be corrected.
    #[serde(default)]
    pub corrections: Option<OwnCorrections>,
    /// The limits of the questionnaires in this election.
    pub limits: Limits,
    /// Largest photo accepted, in megabytes.
    pub photo_max_megabytes: u8,
    /// What the election changes in the rules of inclusive language.
    #[serde(default)]
    pub language: ElectionRules,
    /// Whether the signed consent form is needed to publish, and delivered.
    #[serde(default)]
    pub signed_consent: SignedConsentStanding,
    /// The sections.
    pub sections: Vec<SectionSummary>,
}

/// The signed consent form of a candidacy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignedConsentStanding {
    /// Whether nothing is published without it in this election.
    pub required: bool,
    /// Whether a copy was delivered.
    pub delivered: bool,
}

/// A section in the task list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SectionSummary {
    /// One of the eleven.
    pub section: Section,
    /// Apart from the state of the candidacy.
    pub state: SectionState,
    /// Its version, which is its `ETag`.
    pub version: u32,
    /// Whether the operator may edit it now; otherwise why not.
    pub refusal: Option<String>,
    /// The observation to answer.
    pub observation: Option<Observation>,
}

/// An observation as the operator sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Observation {
    /// The ground (`docs/domain/curricular.md#prohibitions`).
    pub ground: Ground,
    /// The reasoning.
    pub reason: String,
    /// When it was made.
    pub at: DateTime<Utc>,
    /// The operator's answer without a change, if given.
    pub answer: Option<String>,
}

/// What the public would see of a candidacy if it were approved as it stands now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Preview {
    /// The record, not yet validated by anybody.
    pub record: Record,
    /// Where the candidacy stands: what the record is a preview of.
    pub state: State,
    /// Whether another account entered the identity answers: none of them is shown here then,
    /// although consent may publish some.
    pub identity_withheld: bool,
}

/// A stored section. Its version is its `ETag`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SectionView {
    /// The one in its address.
    pub section: Section,
    /// Apart from the state of the candidacy.
    pub state: SectionState,
    /// Its version; 0 when untouched.
    pub version: u32,
    /// When that version was saved.
    pub saved_at: Option<DateTime<Utc>>,
    /// Who saved it.
    pub saved_by: Option<String>,
    /// Its content; `None` when untouched, or identity answers that another account entered.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::questionnaire::SectionContent>))]
    pub content: Option<serde_json::Value>,
    /// True where the content exists but is not shown to this account.
    pub withheld: bool,
    /// What is still missing for it to be complete.
    pub missing: Vec<FieldError>,
    /// Remarks that never block.
    pub warnings: Vec<FieldError>,
    /// Findings of the language assistant that were left as they are.
    #[serde(default)]
    pub ignored: Vec<Ignored>,
    /// Of a photo: what was measured, never in the way.
    #[serde(default)]
    pub photo_checks: Vec<Check>,
    /// Why it cannot be edited now, if so.
    pub refusal: Option<String>,
    /// The observation to answer.
    pub observation: Option<Observation>,
    /// Of a paused section: on which ground, and since when.
    #[serde(default)]
    pub pause: Option<SectionPause>,
}

/// Why the public does not see a section that was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SectionPause {
    /// The legal basis, in the reviewer's words.
    pub basis: String,
    /// When it was paused.
    pub since: DateTime<Utc>,
}

/// Which findings of the language assistant are left as they are: all of them, each time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct IgnoredFindings {
    /// The rule and the words of each.
    #[validate(length(max = 500), nested)]
    pub ignored: Vec<Ignored>,
}

/// A consent given or revoked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsentChange {
    /// One of the three; each stands alone.
    pub kind: ConsentKind,
    /// Given, or revoked.
    pub granted: bool,
    /// The version of the privacy notice that was read.
    #[validate(length(max = 20))]
    pub notice_version: String,
}

/// What is said where another version of the privacy notice was read than the one in force.
#[must_use]
pub fn outdated_notice(version: &str) -> Option<FieldError> {
    (version != NOTICE_VERSION).then(|| {
        FieldError::new(
            "/notice_version",
            "outdated",
            "El aviso de privacidad cambió: léalo de nuevo.",
        )
    })
}

/// An answer to an observation, without changing the section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct ObservationAnswer {
    /// **Respuesta**
    #[validate(length(min = Self::ANSWER_LENGTH.min, max = Self::ANSWER_LENGTH.max))]
    pub answer: String,
}

impl ObservationAnswer {
    /// Of **Respuesta**.
    pub const ANSWER_LENGTH: Length = Length::of(10, 1_000);
}
