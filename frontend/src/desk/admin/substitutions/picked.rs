//! Those who are ticked, whatever page of the list they stand on.

use conoceles_shared::api::admin::Candidacy;
use conoceles_shared::ids::CandidacyId;
use leptos::prelude::*;

/// One who is ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickedOne {
    pub id: CandidacyId,
    pub name: String,
}

/// All of them, in the order they were ticked; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Picked(RwSignal<Vec<PickedOne>>);

impl Picked {
    pub fn nobody() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    pub fn all(self) -> Vec<PickedOne> {
        self.0.get()
    }

    pub fn ids(self) -> Vec<CandidacyId> {
        self.0
            .with_untracked(|all| all.iter().map(|it| it.id.clone()).collect())
    }

    pub fn has(self, id: &CandidacyId) -> bool {
        self.0.with(|all| all.iter().any(|it| it.id == *id))
    }

    pub fn put(self, candidacy: &Candidacy, on: bool) {
        self.take_away(&candidacy.id);
        if on {
            let one = PickedOne {
                id: candidacy.id.clone(),
                name: candidacy.registration.full_name(),
            };
            self.0.update(|all| all.push(one));
        }
    }

    pub fn take_away(self, id: &CandidacyId) {
        self.0.update(|all| all.retain(|it| it.id != *id));
    }

    pub fn clear(self) {
        self.0.set(Vec::new());
    }
}
