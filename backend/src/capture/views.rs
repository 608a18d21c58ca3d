//! What several screens of capture show alike.

use std::collections::BTreeMap;

use conoceles_shared::api::capture::Observation;
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{Action, Facts, Process, Refusal, SectionState, Who};
use conoceles_shared::questionnaire::{Completeness, Section};
use conoceles_shared::text::spanish_sort_key;
use conoceles_shared::time::Instant;

use crate::candidacy::Loaded;
use crate::candidacy::store::observations::ObservationRow;

/// The key that orders candidacies by name.
pub fn by_name(loaded: &Loaded) -> (String, CandidacyId) {
    let name = spanish_sort_key(&loaded.registration.full_name());
    (name, loaded.id.clone())
}

/// Why this section cannot be edited now; `None` where it can.
pub fn refusal(
    process: &Process,
    section: Section,
    who: Who<'_>,
    facts: &Facts<'_>,
) -> Option<String> {
    process
        .check(&save(section), who, facts)
        .err()
        .map(|it| it.detail())
}

/// Whether this section can be saved now: before anything costly is done for it.
///
/// # Errors
/// What the lifecycle refuses.
pub fn check_save(
    loaded: &Loaded,
    section: Section,
    who: Who<'_>,
    now: Instant,
) -> Result<(), Refusal> {
    loaded
        .process
        .check(&save(section), who, &loaded.facts(now))
}

/// A save of whatever content: the lifecycle asks only when and which.
const fn save(section: Section) -> Action {
    Action::Save {
        section,
        completeness: Completeness::InProgress,
        sha256: String::new(),
    }
}

/// The observation that the operator has to answer, while it is in the operator's hands.
pub fn observation(
    process: &Process,
    section: Section,
    all: &BTreeMap<Section, ObservationRow>,
) -> Option<Observation> {
    let open = process.section(section).state.is_under_observation();
    all.get(&section).filter(|_| open).map(|row| Observation {
        ground: row.ground,
        reason: row.reason.clone(),
        at: row.at,
        answer: row.answer.clone(),
    })
}

/// Sections whose observation is neither changed nor answered.
pub fn observed(process: &Process) -> Vec<Section> {
    Section::REVIEWABLE
        .iter()
        .copied()
        .filter(|it| process.section(*it).state == SectionState::Observed)
        .collect()
}
