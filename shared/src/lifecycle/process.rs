//! What is stored of a candidacy's process.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{CorrectionEnd, CorrectionState, Facts, Remedy, SectionState, State};
use crate::ids::AccountId;
use crate::questionnaire::{Completeness, Ground, Section};
use crate::time::{Instant, Period};

/// The process of one candidacy, stored whole and changed by compare-and-swap on its version.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Process {
    /// What the stored row says; what holds now is [`Process::in_force`].
    pub state: State,
    /// When it was first sent, by the operator or by the end of the period.
    #[serde(default)]
    pub submitted_at: Option<Instant>,
    /// When it came back after observations, by the operator or by the end of their period: its
    /// review is due from then on.
    #[serde(default)]
    pub resubmitted_at: Option<Instant>,
    /// Whether the end of the period sent it with sections missing.
    #[serde(default)]
    pub incomplete: bool,
    /// The reviewer's claim, while in review.
    #[serde(default)]
    pub claim: Option<Claim>,
    /// With four eyes: the first person's approval.
    #[serde(default)]
    pub first_decision: Option<FirstDecision>,
    /// While observed: when the time to answer ends.
    #[serde(default)]
    pub observation_period: Option<Period>,
    /// A correction after publication.
    #[serde(default)]
    pub correction: Option<Correction>,
    /// How the last correction ended, for whoever asked for it.
    #[serde(default)]
    pub ended_correction: Option<EndedCorrection>,
    /// How many were opened; the settings say how many may be.
    #[serde(default)]
    pub corrections_used: u8,
    /// When everything of it was approved, or its observations ended: its publication waits from
    /// then on, if it waits.
    #[serde(default)]
    pub approved_at: Option<Instant>,
    /// When it was first published.
    #[serde(default)]
    pub published_at: Option<Instant>,
    /// What was undone or reopened, the first before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remedies: Vec<Remedy>,
    /// How it stood before it ended; none before, and in those that ended before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before_end: Option<Box<BeforeEnd>>,
    /// The sections, each with its own state.
    pub sections: BTreeMap<Section, SectionProcess>,
}

/// How a candidacy stood when it ended.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BeforeEnd {
    /// When it ended.
    pub at: Instant,
    /// Its process until then.
    pub process: Process,
}

/// The process of one section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SectionProcess {
    /// Apart from the candidacy's: after publication each section goes its own way.
    pub state: SectionState,
    /// The version captured last; 0 when untouched.
    pub version: u32,
    /// Hash of that version's content, hexadecimal SHA-256; empty when untouched.
    #[serde(default)]
    pub sha256: String,
    /// How complete that version is: what is missing stays known once the section is frozen.
    #[serde(default)]
    pub completeness: Completeness,
    /// Reviewers' decisions on this very version, one a person.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// The version that the public sees, if any.
    #[serde(default)]
    pub published_version: Option<u32>,
    /// When that version was approved: it stays known after its decisions gave way to a correction.
    /// None in what was published before this was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub validated_at: Option<Instant>,
}

/// A reviewer's exclusive turn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// The reviewer; anyone else is refused meanwhile.
    pub by: AccountId,
    /// When it was taken or last renewed.
    pub at: Instant,
    /// From then on it is nobody's.
    pub expires: Instant,
    /// The state it was taken from and returns to.
    pub from: State,
}

/// The first of two approvals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FirstDecision {
    /// Who is not to take the second turn.
    pub by: AccountId,
    /// The end of the first turn.
    pub at: Instant,
}

/// One reviewer's decision on one version of a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// The reviewer, who has one decision on a version.
    pub by: AccountId,
    /// The instant of the request that brought it.
    pub at: Instant,
    /// The version judged; a decision on an earlier one does not count.
    pub version: u32,
    /// Approved, or observed on a ground.
    pub verdict: Verdict,
}

/// A reviewer's verdict on a section.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(tag = "verdict", rename_all = "snake_case", deny_unknown_fields)]
pub enum Verdict {
    /// It may be published.
    Approve,
    /// It must be answered first.
    Observe {
        /// The ground (`docs/domain/curricular.md#prohibitions`).
        ground: Ground,
        /// The reasoning, shown to the operator.
        reason: String,
    },
}

impl Verdict {
    /// Whether it is an approval.
    #[must_use]
    pub const fn approves(&self) -> bool {
        matches!(self, Self::Approve)
    }
}

/// A correction after publication.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Correction {
    /// From requested to claimed; once it is concluded or refused there is no correction.
    pub state: CorrectionState,
    /// The only ones that can be changed.
    pub sections: Vec<Section>,
    /// The operator's words.
    pub reason: String,
    /// The instant of the request.
    pub requested_at: Instant,
    /// The validator who opened it: with four eyes, not the one who reviews it.
    #[serde(default)]
    pub opened_by: Option<AccountId>,
    /// While open: when it ends.
    #[serde(default)]
    pub period: Option<Period>,
    /// When it was sent: its review is due from then on.
    #[serde(default)]
    pub sent_at: Option<Instant>,
    /// The validator reviewing it, with the end of that turn.
    #[serde(default)]
    pub claimed_by: Option<AccountId>,
    /// When that turn expires.
    #[serde(default)]
    pub claim_expires: Option<Instant>,
}

/// What became of a correction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct EndedCorrection {
    /// One of the ways.
    pub how: CorrectionEnd,
    /// When.
    #[cfg_attr(feature = "openapi", schema(value_type = String, format = "date-time"))]
    pub at: Instant,
    /// Those that were to be corrected.
    pub sections: Vec<Section>,
    /// Why it was refused, in the validator's words.
    #[serde(default)]
    pub reason: Option<String>,
    /// What was observed in it.
    #[serde(default)]
    pub observed: Vec<ObservedSection>,
}

/// A section of a correction that was observed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct ObservedSection {
    /// Which.
    pub section: Section,
    /// On which ground.
    pub ground: Ground,
    /// The reasoning.
    pub reason: String,
}

impl Correction {
    /// When it began to wait for a validator: asked for, then sent.
    #[must_use]
    pub fn waiting_since(&self) -> Instant {
        self.sent_at.unwrap_or(self.requested_at)
    }
}

impl SectionProcess {
    /// The approved version becomes the one that the public sees.
    pub(super) fn publish_version(&mut self) {
        self.state = SectionState::Published;
        self.published_version = Some(self.version);
        self.validated_at = self.last_approval_of(self.version);
    }

    /// The last approval of a version, as far as its decisions are still there.
    #[must_use]
    pub fn last_approval_of(&self, version: u32) -> Option<Instant> {
        self.decisions
            .iter()
            .filter(|it| it.version == version && it.verdict.approves())
            .map(|it| it.at)
            .max()
    }

    /// The version that stands for the section: what a correction left unpublished does not, so
    /// that nobody takes it for what is public.
    #[must_use]
    pub fn standing_version(&self) -> u32 {
        match (self.state, self.published_version) {
            (
                SectionState::Published | SectionState::Paused | SectionState::Blocked,
                Some(version),
            ) => version,
            _ => self.version,
        }
    }

    /// The version that a reviewer may read: what an operator has not sent is not theirs to read
    /// once something was published.
    #[must_use]
    pub fn version_for_review(&self, candidacy: State) -> Option<u32> {
        if candidacy == State::Published && self.state.is_draft() {
            self.published_version
        } else {
            Some(self.standing_version())
        }
    }
}

impl Default for SectionProcess {
    fn default() -> Self {
        Self {
            state: SectionState::Empty,
            version: 0,
            sha256: String::new(),
            completeness: Completeness::Empty,
            decisions: Vec::new(),
            published_version: None,
            validated_at: None,
        }
    }
}

impl Process {
    /// A candidacy as registered.
    #[must_use]
    pub fn registered() -> Self {
        Self {
            state: State::Registered,
            submitted_at: None,
            resubmitted_at: None,
            incomplete: false,
            claim: None,
            first_decision: None,
            observation_period: None,
            correction: None,
            ended_correction: None,
            corrections_used: 0,
            approved_at: None,
            published_at: None,
            remedies: Vec::new(),
            before_end: None,
            sections: Section::ALL
                .iter()
                .map(|it| (*it, SectionProcess::default()))
                .collect(),
        }
    }

    /// Whether an operator may read the identity answers that `author` entered: only the same
    /// account, and nobody once the candidacy ended (`docs/domain/legal-frame.md#blocking`).
    #[must_use]
    pub fn may_read_identity(&self, author: Option<&AccountId>, reader: &AccountId) -> bool {
        !self.state.is_end() && author == Some(reader)
    }

    /// Whether whoever reviews may read the identity answers: sent, to be published, and not blocked
    /// by an end.
    #[must_use]
    pub fn may_review_identity(&self, facts: &Facts<'_>) -> bool {
        let sent = self.submitted_at.is_some() && facts.consents.identity_publication;
        sent && !self.state.is_end()
    }

    /// Since when it waits for a reviewer, once it was sent: a correction that was asked for or sent
    /// has its own beginning, and so has what came back after observations.
    #[must_use]
    pub fn waiting_since(&self) -> Option<Instant> {
        let corrected = self.correction.as_ref().map(Correction::waiting_since);
        corrected.or(self.resubmitted_at).or(self.submitted_at)
    }

    /// One section's process.
    #[must_use]
    pub fn section(&self, section: Section) -> SectionProcess {
        self.sections.get(&section).cloned().unwrap_or_default()
    }

    /// The reviewable sections whose present version is neither complete nor declared absent.
    #[must_use]
    pub fn missing_sections(&self) -> Vec<Section> {
        Section::REVIEWABLE
            .iter()
            .copied()
            .filter(|it| {
                self.sections
                    .get(it)
                    .is_none_or(|it| !it.completeness.is_done())
            })
            .collect()
    }

    /// Percentage of the reviewable sections that are complete or declared absent.
    #[must_use]
    pub fn percent(&self) -> u8 {
        let all = Section::REVIEWABLE.len();
        let done = all.saturating_sub(self.missing_sections().len());
        u8::try_from(done * 100 / all.max(1)).unwrap_or(100)
    }

    pub(super) fn section_mut(&mut self, section: Section) -> &mut SectionProcess {
        self.sections.entry(section).or_default()
    }

    /// The sections that a reviewer judges: the first ten, identity only with consent 2.
    pub fn reviewable<'a>(&'a self, facts: &'a Facts<'_>) -> impl Iterator<Item = Section> + 'a {
        Section::REVIEWABLE.iter().copied().filter(move |section| {
            *section != Section::Identity || facts.consents.identity_publication
        })
    }

    /// Whether the present version of a section has the approvals that publication needs.
    #[must_use]
    pub fn is_approved(&self, section: Section, facts: &Facts<'_>) -> bool {
        let it = self.section(section);
        let approvals = it
            .decisions
            .iter()
            .filter(|d| d.version == it.version && d.verdict.approves())
            .count();
        approvals >= if facts.settings.four_eyes { 2 } else { 1 }
    }

    /// `account`'s own decision on the present version of a section.
    #[must_use]
    pub fn decision_of(&self, section: Section, account: &AccountId) -> Option<Decision> {
        let it = self.section(section);
        it.decisions
            .into_iter()
            .find(|d| d.by == *account && d.version == it.version)
    }
}
