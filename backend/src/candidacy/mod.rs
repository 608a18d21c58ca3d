//! A candidacy as every feature loads it: registration, process, dates and consents together, and
//! the one way to store its process.
//!
//! Every change goes through [`clock::settle`] first, so that what the clock has decided is stored,
//! audited and published before what a person asks for, and through [`step::take`], which stores
//! the process, its audit entry and the notices that follow from it together.

pub mod content;
pub mod private;
pub mod store;

use std::sync::Arc;

use conoceles_shared::api::admin::Registration;
use conoceles_shared::election::CaptureDates;
use conoceles_shared::ids::{CandidacyId, PersonId};
use conoceles_shared::lifecycle::{Consents, Facts, Process};
use conoceles_shared::time::Instant;

use crate::elections::{ActorRow, ElectionRow};

pub use content::content;

/// A candidacy with all that its lifecycle depends on.
#[derive(Debug, Clone)]
pub struct Loaded {
    /// Its id.
    pub id: CandidacyId,
    /// The version of its row, for compare-and-swap.
    pub version: i64,
    /// The person.
    pub person: PersonId,
    /// Its election.
    pub election: Arc<ElectionRow>,
    /// Its actor.
    pub actor: Arc<ActorRow>,
    /// What was registered.
    pub registration: Registration,
    /// Its process as stored; [`Process::in_force`] is how it stands now.
    pub process: Process,
    /// What fixes its capture period.
    pub dates: CaptureDates,
    /// The consents in force.
    pub consents: Consents,
}

impl Loaded {
    /// The facts that the lifecycle needs at `now`.
    #[must_use]
    pub fn facts(&self, now: Instant) -> Facts<'_> {
        let settings = &self.election.setup.settings;
        Facts {
            now,
            settings,
            capture: self.dates.period(settings),
            publication_ends: self.election.setup.publication_ends(),
            consents: self.consents,
        }
    }

    /// The process as it stands at `now`.
    #[must_use]
    pub fn in_force(&self, now: Instant) -> Process {
        self.process.in_force(&self.facts(now))
    }

    /// The name of its territory.
    #[must_use]
    pub fn territory_name(&self) -> String {
        let it = &self.registration;
        self.election
            .setup
            .territory(it.territory_kind, &it.territory_code)
            .map_or_else(|| it.territory_code.clone(), |found| found.name.clone())
    }
}
