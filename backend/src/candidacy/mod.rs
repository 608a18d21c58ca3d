//! A candidacy as every feature loads it: registration, process, dates and consents together; and
//! the contents of its sections, sealed where they are private.

pub mod content;
pub mod identity_reads;
pub mod listing;
pub mod private;
pub mod relist;
pub mod reseal;
pub mod sought;
pub mod store;

use std::sync::Arc;

use conoceles_shared::api::admin::Registration;
use conoceles_shared::audit::AuditAction;
use conoceles_shared::election::{CaptureDates, PhaseKind};
use conoceles_shared::ids::{AccountId, CandidacyId, PersonId};
use conoceles_shared::lifecycle::{Consents, Facts, Process, QueueFlag, Who};
use conoceles_shared::questionnaire::Limits;
use conoceles_shared::text::spanish_sort_key;
use conoceles_shared::time::Instant;

use crate::core::audit::AuditEntry;
use crate::elections::{ActorRow, ElectionRow};

/// A candidacy with all that its lifecycle depends on.
#[derive(Debug, Clone)]
pub struct LoadedCandidacy {
    /// The same in the API, in the log and in the archive.
    pub id: CandidacyId,
    /// The version of its row, for compare-and-swap.
    pub version: i64,
    /// Who stands, the same in every election.
    pub person: PersonId,
    /// With the settings that bind it.
    pub election: Arc<ElectionRow>,
    /// Who registered it, and captures it.
    pub actor: Arc<ActorRow>,
    /// Name, office, territory, role: what is public of its registration.
    pub registration: Registration,
    /// Its process as stored; [`Process::in_force`] is how it stands now.
    pub process: Process,
    /// What fixes its capture period.
    pub dates: CaptureDates,
    /// The consents in force.
    pub consents: Consents,
    /// Whether a signed copy of the consent form was delivered.
    pub signed_consent_delivered: bool,
    /// Who observed it last.
    pub observed_by: Option<AccountId>,
    /// What of its texts and its photo is to be looked out for, as it was sent last.
    pub text_flags: Vec<QueueFlag>,
}

impl LoadedCandidacy {
    /// The facts that the lifecycle needs at `now`.
    #[must_use]
    pub fn facts(&self, now: Instant) -> Facts<'_> {
        let setup = &self.election.setup;
        Facts {
            now,
            settings: &setup.settings,
            capture: self.dates.period(setup),
            review: setup.window(PhaseKind::Review),
            publication_starts: setup.publication_starts(self.registration.office),
            publication_ends: setup.publication_ends(),
            consents: self.consents,
            signed_consent_delivered: self.signed_consent_delivered,
        }
    }

    /// The limits that its election sets to answers.
    #[must_use]
    pub fn limits(&self) -> &Limits {
        &self.election.setup.settings.limits
    }

    /// The process as it stands at `now`.
    #[must_use]
    pub fn in_force(&self, now: Instant) -> Process {
        self.process.in_force(&self.facts(now))
    }

    /// The candidacy as it stands at `now`, for who only reads. Archives stay as they were closed.
    #[must_use]
    pub fn as_it_stands(mut self, now: Instant) -> Self {
        if !self.election.setup.archived {
            self.process = self.in_force(now);
        }
        self
    }

    /// Until when it waits to be published, approved as it stands at `now`.
    #[must_use]
    pub fn held_until(&self, now: Instant) -> Option<Instant> {
        self.in_force(now).held_until(&self.facts(now))
    }

    /// An entry of the audit on what `who` did with it; without anybody it was the system itself.
    #[must_use]
    pub fn audit_entry<'a>(&'a self, who: Option<Who<'a>>, action: AuditAction) -> AuditEntry<'a> {
        AuditEntry {
            election: Some(&self.election.id),
            candidacy: Some(&self.id),
            ..AuditEntry::by(who, action)
        }
    }

    /// What orders candidacies by name.
    #[must_use]
    pub fn name_key(&self) -> (String, CandidacyId) {
        let name = spanish_sort_key(&self.registration.full_name());
        (name, self.id.clone())
    }

    /// The name of its territory, its code where the election does not list it.
    #[must_use]
    pub fn territory_name(&self) -> String {
        let it = &self.registration;
        self.election
            .setup
            .territory(it.territory_kind, &it.territory_code)
            .map_or_else(|| it.territory_code.clone(), |found| found.name.clone())
    }
}
