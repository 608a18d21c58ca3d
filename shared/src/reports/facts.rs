//! What a candidacy contributes to the figures: nothing of what was answered.

use crate::api::admin::Registration;
use crate::catalogues::{Office, Role, Sex};
use crate::election::TerritoryKind;
use crate::ids::ActorId;
use crate::lifecycle::{Process, SectionState, State};
use crate::questionnaire::{Completeness, Section};
use crate::time::Instant;

/// How much of a questionnaire is captured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Captured {
    /// Every section answered, or said not to be provided.
    Complete,
    /// Something.
    Partial,
    /// Nothing.
    Nothing,
}

/// How far it has come: the three that make the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stage {
    InCapture,
    InReview,
    Published,
}

/// A territory, by kind and code.
pub type Place = (TerritoryKind, String);

/// What a candidacy contributes, as it stands at one instant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CandidacyFacts {
    /// Who registered it.
    pub actor: ActorId,
    /// For which office.
    pub office: Office,
    /// As registered.
    pub sex: Sex,
    /// Titular or alternate.
    pub role: Role,
    /// Where.
    pub territory: Place,
    /// Whether its actor accepted the receipt of an account.
    pub account_delivered: bool,
    /// How much of its curricular questionnaire is there.
    pub curricular: Captured,
    /// How much of its identity questionnaire is there; never what it says.
    pub identity: Captured,
    /// Whether it has a photo.
    pub photo: bool,
    /// When it was first sent.
    pub sent_at: Option<Instant>,
    /// When it was first published.
    pub published_at: Option<Instant>,
    /// Whether all of it was approved, published or not.
    pub validated: bool,
    /// Whether anything of it was ever observed.
    pub observed: bool,
    /// Whether what was observed has been answered or corrected, and sent.
    pub mended: bool,
    /// Whether a section of it is paused.
    pub paused: bool,
    /// Whether an acuerdo substituted it.
    pub substituted: bool,
    /// Whether an acuerdo cancelled it.
    pub cancelled: bool,
    counts: bool,
    pub(super) stage: Stage,
}

impl CandidacyFacts {
    /// What a candidacy contributes whose process in force is `process`; `delivered` says whether its
    /// actor has an account, `observed` whether it ever had an observation.
    #[must_use]
    pub fn of(
        registration: &Registration,
        actor: &ActorId,
        process: &Process,
        delivered: bool,
        observed: bool,
    ) -> Self {
        let standing = before_end(process);
        let published = standing.state == State::Published || process.is_closed_after_publication();
        let stage = match standing.state {
            _ if published => Stage::Published,
            it if it.is_captured() => Stage::InCapture,
            _ if standing.submitted_at.is_none() => Stage::InCapture,
            _ => Stage::InReview,
        };
        let withheld = has_section(standing, SectionState::Withheld);
        Self {
            actor: actor.clone(),
            office: registration.office,
            sex: registration.sex,
            role: registration.role,
            territory: (
                registration.territory_kind,
                registration.territory_code.clone(),
            ),
            account_delivered: delivered,
            curricular: captured(standing, Section::CURRICULAR),
            identity: captured(standing, &[Section::Identity]),
            photo: is_complete(standing, Section::Photo),
            sent_at: process.submitted_at,
            published_at: process.published_at,
            validated: published || standing.state == State::Approved,
            observed,
            mended: observed && standing.state != State::Observed && !withheld,
            paused: has_section(standing, SectionState::Paused),
            substituted: process.state == State::Substituted,
            cancelled: process.state == State::Cancelled,
            counts: is_in_the_denominator(process.state),
            stage,
        }
    }

    /// **The one denominator**: a candidacy counts from its registration on, unless an acuerdo
    /// substituted or cancelled it; whoever takes its place counts in its stead. Closing changes
    /// nothing.
    #[must_use]
    pub const fn counts(&self) -> bool {
        self.counts
    }
}

/// The same of a candidacy whose state in force is `state`.
#[must_use]
pub const fn is_in_the_denominator(state: State) -> bool {
    !state.gave_up_its_place()
}

/// The process as it stood before it ended: an end blocks every section, and what was captured stays
/// captured.
fn before_end(process: &Process) -> &Process {
    match &process.before_end {
        Some(before) if process.state.is_end() => &before.process,
        _ => process,
    }
}

fn captured(process: &Process, sections: &[Section]) -> Captured {
    let of = |section: &Section| {
        process
            .sections
            .get(section)
            .map_or(Completeness::Empty, |it| it.completeness)
    };
    if sections.iter().all(|it| of(it).is_done()) {
        Captured::Complete
    } else if sections.iter().all(|it| of(it) == Completeness::Empty) {
        Captured::Nothing
    } else {
        Captured::Partial
    }
}

fn is_complete(process: &Process, section: Section) -> bool {
    let found = process.sections.get(&section);
    found.is_some_and(|it| it.completeness == Completeness::Complete)
}

fn has_section(process: &Process, state: SectionState) -> bool {
    process.sections.values().any(|it| it.state == state)
}

impl Process {
    /// Whether it was public when its election closed.
    fn is_closed_after_publication(&self) -> bool {
        self.state == State::Closed && self.published_at.is_some()
    }
}
