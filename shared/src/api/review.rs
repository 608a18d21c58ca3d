//! The review desk: queue, claims, decisions.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use validator::Validate;

use super::admin::Registration;
use super::corrections::CorrectionOnDesk;
use super::fields::{Length, pointers};
use super::handled::HandledFinding;
use super::paper::RecordedPaper;
use super::receipts::SignedConsent;
use crate::ids::{CandidacyId, ElectionId};
use crate::language::Finding;
use crate::lifecycle::{CorrectionState, QueueFlag, SectionState, State, Verdict};
use crate::problem::FieldError;
use crate::questionnaire::{Ground, Limits, Section};

/// One line of the queue.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct QueueItem {
    /// The candidacy.
    pub id: CandidacyId,
    /// The one whose settings give the review its days.
    pub election: ElectionId,
    /// The election's name.
    pub election_name: String,
    /// Whether it is a drill.
    #[serde(default)]
    pub drill: bool,
    /// The candidate's name.
    pub name: String,
    /// The actor's name.
    pub actor_name: String,
    /// The office.
    pub office_label: String,
    /// Where the office is contested.
    pub territory_name: String,
    /// What holds now, deadlines that passed included.
    pub state: State,
    /// Of what is published: how far its correction is.
    #[serde(default)]
    pub correction: Option<CorrectionState>,
    /// When it was first sent.
    pub submitted_at: Option<DateTime<Utc>>,
    /// Since when it waits: its review is due from then on.
    #[serde(default)]
    pub waiting_since: Option<DateTime<Utc>>,
    /// When the review period ends; of what is approved none.
    pub due: Option<DateTime<Utc>>,
    /// When it is published, approved as it is.
    #[serde(default)]
    pub publishes_at: Option<DateTime<Utc>>,
    /// Sent by the end of the period with sections missing.
    pub incomplete: bool,
    /// Second of two turns.
    pub second_turn: bool,
    /// Who holds the claim.
    pub claimed_by: Option<String>,
    /// Whether that is the asking account.
    pub mine: bool,
    /// When that claim ends.
    #[serde(default)]
    pub claim_expires: Option<DateTime<Utc>>,
    /// Whether the asking account observed it, and it is answered and free.
    #[serde(default)]
    pub returning: bool,
    /// What there is to look out for.
    #[serde(default)]
    pub flags: Vec<QueueFlag>,
    /// Why the asking account cannot claim it, if so.
    pub refusal: Option<String>,
}

/// A candidacy on the desk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Desk {
    /// The candidacy.
    pub id: CandidacyId,
    /// The instant of the answer.
    pub now: DateTime<Utc>,
    /// Its election.
    pub election: ElectionId,
    /// The election's name.
    pub election_name: String,
    /// Whether it is a drill.
    #[serde(default)]
    pub drill: bool,
    /// The actor's name.
    pub actor_name: String,
    /// Registration data.
    pub registration: Registration,
    /// The name of its territory.
    pub territory_name: String,
    /// What holds now, deadlines that passed included.
    pub state: State,
    /// When it is published, or would be if everything were approved; `None`: at once.
    #[serde(default)]
    pub publishes_at: Option<DateTime<Utc>>,
    /// Whether the asking account holds the claim, and until when.
    pub claim_expires: Option<DateTime<Utc>>,
    /// Why the asking account cannot claim it, if so.
    pub claim_refusal: Option<String>,
    /// The correction that was asked for, or is under way.
    #[serde(default)]
    pub correction: Option<CorrectionOnDesk>,
    /// Whether two persons must approve.
    pub four_eyes: bool,
    /// Whether this is the second of two turns.
    pub second_turn: bool,
    /// Sent with sections missing.
    pub incomplete: bool,
    /// With consent 1 revoked: what stopped, and what is done next.
    #[serde(default)]
    pub consent_revoked: Option<String>,
    /// Revocations and ARCO requests that came on paper, the latest first.
    #[serde(default)]
    pub papers: Vec<RecordedPaper>,
    /// The signed consent forms that were delivered, the latest first.
    #[serde(default)]
    pub signed_consents: Vec<SignedConsent>,
    /// Whether one of them is needed to publish.
    #[serde(default)]
    pub signed_consent_required: bool,
    /// The limits of the questionnaire, which stand beside each text.
    #[serde(default)]
    pub limits: Limits,
    /// The sections, in order.
    pub sections: Vec<DeskSection>,
}

/// A section on the desk.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskSection {
    /// One of the ten that can be reviewed.
    pub section: Section,
    /// Apart from the state of the candidacy.
    pub state: SectionState,
    /// The version to judge.
    pub version: u32,
    /// Its hash: goes back with the decision.
    pub sha256: String,
    /// Its content. Identity answers only where they are asked to be published, with consent 2.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<crate::questionnaire::SectionContent>))]
    pub content: Option<serde_json::Value>,
    /// When it was captured.
    pub saved_at: Option<DateTime<Utc>>,
    /// What the public sees meanwhile, where it is another version.
    #[serde(default)]
    pub published: Option<EarlierVersion>,
    /// The version that was judged before this one, where it is another than both.
    #[serde(default)]
    pub judged: Option<EarlierVersion>,
    /// Whether the asking account is to decide on it in this turn.
    pub to_decide: bool,
    /// Whether nobody judges it: its publication was not agreed to.
    #[serde(default)]
    pub unreviewed: bool,
    /// The asking account's own decision on this version.
    pub own_decision: Option<Verdict>,
    /// The last observation made on this section and what became of it.
    pub observation: Option<PastObservation>,
    /// What the server's own check of language finds in its text.
    pub findings: Vec<DeskFinding>,
    /// What looks doubtful in what is shown here while it is judged; it never blocks.
    #[serde(default)]
    pub warnings: Vec<FieldError>,
    /// Of the photo: the pictures before this one that were sent, newest first.
    #[serde(default)]
    pub earlier_photos: Vec<EarlierPhoto>,
    /// What the asking account marked as handled of what was found in this version. Nobody else reads it.
    #[serde(default)]
    pub handled: Vec<HandledFinding>,
}

/// A version that the one to judge is compared with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EarlierVersion {
    /// Its number.
    pub version: u32,
    /// Its content.
    #[cfg_attr(feature = "openapi", schema(value_type = Object))]
    pub content: serde_json::Value,
    /// When it was captured.
    pub saved_at: DateTime<Utc>,
}

/// A finding of the language assistant, for whoever judges the text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct DeskFinding {
    /// Where, how much it matters, and what could stand there instead.
    pub finding: Finding,
    /// Why it is found, in the words of its rule.
    pub explanation: String,
    /// Whether whoever captured the text saw it and left it as it is.
    pub ignored: bool,
}

/// A picture that another one has replaced.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EarlierPhoto {
    /// Its hash, by which it is read.
    pub sha256: String,
    /// Its last version.
    pub version: u32,
    /// When that was captured.
    pub saved_at: DateTime<Utc>,
    /// **Fecha de la fotografía**, as declared.
    #[cfg_attr(feature = "openapi", schema(value_type = Option<String>, format = "date"))]
    pub taken_on: Option<NaiveDate>,
}

/// An observation with its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct PastObservation {
    /// The ground.
    pub ground: Ground,
    /// The reasoning.
    pub reason: String,
    /// When the operator was told of it.
    pub at: DateTime<Utc>,
    /// The version observed.
    pub version: u32,
    /// The operator's answer without a change.
    pub answer: Option<String>,
}

/// A decision on one section: it names the version and the hash it judges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct DecisionRequest {
    /// The version judged.
    pub version: u32,
    /// Its hash.
    #[validate(length(max = 64))]
    pub sha256: String,
    /// Approve or observe.
    pub verdict: VerdictKind,
    /// **Causa**: needed to observe.
    #[serde(default)]
    pub ground: Option<Ground>,
    /// **Razonamiento**: needed to observe.
    #[serde(default)]
    #[validate(length(
        min = Self::REASON_LENGTH.min,
        max = Self::REASON_LENGTH.max,
        message = "Explique la observación en 10 a 2,000 caracteres."
    ))]
    pub reason: Option<String>,
}

impl DecisionRequest {
    /// Of **Razonamiento**.
    pub const REASON_LENGTH: Length = Length::of(10, 2_000);
}

pointers! {
    DecisionRequest {
        GROUND = "/ground",
        REASON = "/reason",
    }
}

/// Approve or observe.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum VerdictKind {
    /// It may be published.
    Approve,
    /// It must be answered first.
    Observe,
}

/// What ending the turn led to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Conclusion {
    /// The state after it.
    pub state: State,
    /// What happened, in Spanish.
    pub summary: String,
}

/// Pausing or resuming a published section needs its legal basis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct LegalBasis {
    /// **Fundamento**
    #[validate(length(min = Self::BASIS_LENGTH.min, max = Self::BASIS_LENGTH.max))]
    pub basis: String,
}

impl LegalBasis {
    /// Of **Fundamento**.
    pub const BASIS_LENGTH: Length = Length::of(5, 500);
}

pointers! {
    LegalBasis {
        BASIS = "/basis",
    }
}
