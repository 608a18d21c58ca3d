//! Invented texts in plain, inclusive Spanish, put together from a seed by a small grammar.
//!
//! Sentences are neutral in gender (first person, collective nouns), so that one set serves
//! everyone. A text never repeats a sentence, and place, years and figures differ, so that no two
//! are equal.

mod career;
mod draft;
mod history;
mod proposals;

use conoceles_shared::questionnaire::{Limits, Section};
use rand_chacha::ChaCha8Rng;

use super::material::Material;
pub use draft::Voice;

/// The six texts of one person.
#[derive(Debug, Clone)]
pub struct Texts {
    history: String,
    career: String,
    motive: String,
    proposals: [String; 3],
}

impl Texts {
    /// Writes them.
    #[must_use]
    pub fn write(
        rng: &mut ChaCha8Rng,
        material: &Material,
        voice: &Voice,
        limits: &Limits,
    ) -> Self {
        let history = history::draft(rng, &material.histories, voice);
        let career = career::draft(rng, &material.career, voice);
        let motive = career::draft_motive(rng, &material.motives, voice);
        Self {
            history: history.finish(Section::ProfessionalHistory, limits),
            career: career.finish(Section::PoliticalCareer, limits),
            motive: motive.finish(Section::Motivation, limits),
            proposals: proposals::three(rng, material, voice, limits),
        }
    }

    /// The text of a section; empty for those that are not one text.
    #[must_use]
    pub fn of(&self, section: Section) -> &str {
        let [first, second, gender] = &self.proposals;
        match section {
            Section::ProfessionalHistory => &self.history,
            Section::PoliticalCareer => &self.career,
            Section::Motivation => &self.motive,
            Section::Proposal1 => first,
            Section::Proposal2 => second,
            Section::GenderProposal => gender,
            _ => "",
        }
    }
}

#[cfg(test)]
#[path = "../texts_tests.rs"]
mod texts_tests;
