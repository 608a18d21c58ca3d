//! What several screens of capture show alike.

use std::collections::BTreeMap;

use conoceles_shared::api::capture::Observation;
use conoceles_shared::lifecycle::{Action, Facts, Process, SectionState, Who};
use conoceles_shared::questionnaire::{Completeness, Section};

use crate::candidacy::store::observations::ObservationRow;

/// Why this section cannot be edited now; `None` where it can.
pub fn refusal(
    process: &Process,
    section: Section,
    who: Who<'_>,
    facts: &Facts<'_>,
) -> Option<String> {
    let save = Action::Save {
        section,
        completeness: Completeness::InProgress,
        sha256: String::new(),
    };
    process.check(&save, who, facts).err().map(|it| it.detail())
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

/// Percentage of the ten sections that are not missing.
pub fn percent(process: &Process) -> u8 {
    let missing = process.incomplete_sections().len();
    let all = Section::REVIEWABLE.len();
    u8::try_from((all - missing.min(all)) * 100 / all).unwrap_or(100)
}

/// Sections whose observation is neither changed nor answered.
pub fn observed(process: &Process) -> Vec<Section> {
    Section::REVIEWABLE
        .iter()
        .copied()
        .filter(|it| process.section(*it).state == SectionState::Observed)
        .collect()
}
