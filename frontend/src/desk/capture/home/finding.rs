//! Finding one's way among many candidacies: what is asked for, what matches, what is left to do.

use conoceles_shared::api::capture::CandidacySummary;
use conoceles_shared::lifecycle::State;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::text::{fold, without_enie};

/// What is left to do, as a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Pending {
    /// Whatever.
    #[default]
    Any,
    /// Sections that can still be captured are missing.
    Missing,
    /// Observations are to be answered.
    Observed,
    /// This section is missing.
    Section(Section),
}

impl Pending {
    /// The filter with this code.
    pub fn from_code(code: &str) -> Self {
        match code {
            "missing" => Self::Missing,
            "observed" => Self::Observed,
            _ => code.parse().map_or(Self::Any, Self::Section),
        }
    }
}

/// A candidacy with the words it is found by, which are folded once and not at each letter.
#[derive(Debug, Clone, PartialEq)]
pub struct Findable {
    pub candidacy: CandidacySummary,
    text: String,
}

impl From<CandidacySummary> for Findable {
    fn from(candidacy: CandidacySummary) -> Self {
        let text = as_typed(&format!("{} {}", candidacy.name, candidacy.territory_name));
        Self { candidacy, text }
    }
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    /// Words of the name or of the territory, in any order.
    pub words: String,
    pub state: Option<State>,
    /// What is left to do.
    pub pending: Pending,
}

impl Wanted {
    /// Those that are asked for, in their order.
    pub fn among(&self, all: &[Findable]) -> Vec<CandidacySummary> {
        let words = as_typed(&self.words);
        let words: Vec<&str> = words.split_whitespace().collect();
        let named = |it: &&Findable| words.iter().all(|word| it.text.contains(word));
        let found = all.iter().filter(named).map(|it| &it.candidacy);
        found.filter(|it| self.is_at(it)).cloned().collect()
    }

    /// Whether a candidacy stands where it is asked for.
    fn is_at(&self, it: &CandidacySummary) -> bool {
        let pending = match self.pending {
            Pending::Any => true,
            Pending::Missing => !missing(it).is_empty(),
            Pending::Observed => Group::of(it) == Group::Observed,
            Pending::Section(section) => missing(it).contains(&section),
        };
        pending && self.state.is_none_or(|state| it.state == state)
    }
}

/// Under which heading of the home a candidacy stands: what is to be attended to comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Observations are to be answered, or the answers to be sent.
    Observed,
    /// What is published is to be corrected, and the correction sent.
    Correcting,
    /// To be captured and sent.
    Unfinished,
    /// Nothing is to be done.
    Rest,
}

impl Group {
    /// The group of a candidacy as it stands.
    pub const fn of(it: &CandidacySummary) -> Self {
        match it.state {
            _ if it.standstill.is_some() => Self::Rest,
            State::Observed => Self::Observed,
            State::Published if it.deadline.is_some() => Self::Correcting,
            state if state.is_captured() => Self::Unfinished,
            _ => Self::Rest,
        }
    }

    /// Those of this group in their order; where each has its own time, whose ends first is first.
    pub fn among(self, all: &[CandidacySummary]) -> Vec<CandidacySummary> {
        let own = all.iter().filter(|it| Self::of(it) == self);
        let mut own: Vec<_> = own.cloned().collect();
        if matches!(self, Self::Observed | Self::Correcting) {
            // Stable: as before where the time is the same.
            own.sort_by_key(|it| it.deadline);
        }
        own
    }
}

/// As it may be typed: without accents, and with an n for an ñ that a keyboard lacks.
fn as_typed(text: &str) -> String {
    without_enie(&fold(text))
}

/// The sections that are missing and can still be captured: what was sent without them stays so.
pub fn missing(it: &CandidacySummary) -> &[Section] {
    if Group::of(it) == Group::Unfinished {
        &it.missing
    } else {
        &[]
    }
}

/// How many candidacies stand in each state that any of them is in, in the official order.
pub fn by_state(all: &[CandidacySummary]) -> Vec<(State, usize)> {
    let count = |state| all.iter().filter(|it| it.state == state).count();
    let states = State::ALL.iter().map(|state| (*state, count(*state)));
    states.filter(|(_, n)| *n > 0).collect()
}

/// How many candidacies lack each section that any of them lacks.
pub fn by_section(all: &[CandidacySummary]) -> Vec<(Section, usize)> {
    let count = |section| {
        all.iter()
            .filter(|it| missing(it).contains(&section))
            .count()
    };
    let sections = Section::REVIEWABLE.iter().map(|it| (*it, count(*it)));
    sections.filter(|(_, n)| *n > 0).collect()
}

/// How much of everything is complete, in per cent rounded down; 100 of nothing.
pub fn percent(all: &[CandidacySummary]) -> u8 {
    let sum: usize = all.iter().map(|it| usize::from(it.percent)).sum();
    let mean = sum.checked_div(all.len()).unwrap_or(100);
    u8::try_from(mean).unwrap_or(100)
}

#[cfg(test)]
#[path = "finding_tests.rs"]
mod finding_tests;
