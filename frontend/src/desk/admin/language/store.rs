//! The rules of an election as the server has them, and storing them anew.

use conoceles_shared::api::admin::ElectionLanguage;
use conoceles_shared::language::ElectionRules;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::access::Access;
use crate::desk::client::{Body, Call, Failure, Method};
use crate::desk::page::Visit;

/// The rules as they are stored, and how they are stored anew; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Store {
    access: Access,
    path: StoredValue<String>,
    stored: RwSignal<ElectionLanguage>,
    message: RwSignal<Option<String>>,
}

impl Store {
    /// What is stored at this path.
    pub fn of(path: String, stored: ElectionLanguage) -> Self {
        Self {
            access: Access::here(),
            path: StoredValue::new(path),
            stored: RwSignal::new(stored),
            message: RwSignal::new(None),
        }
    }

    pub fn stored(self) -> Signal<ElectionLanguage> {
        self.stored.into()
    }

    /// Why a change was refused.
    pub fn message(self) -> Signal<Option<String>> {
        self.message.into()
    }

    /// The rules, without following them.
    pub fn rules(self) -> ElectionRules {
        self.stored.with_untracked(|it| it.rules.clone())
    }

    /// Stores changed rules.
    pub async fn save(self, rules: &ElectionRules) -> Result<(), Failure> {
        let version = self.stored.with_untracked(|it| it.version);
        let call = Call::new(Method::Put, self.path.get_value())
            .body(Body::json(rules))
            .if_match(version);
        let saved: ElectionLanguage = self.access.call(call).await?.decoded()?;
        let _ = self.stored.try_set(saved);
        Ok(())
    }

    /// Stores the rules after a change made by a button, and says so.
    pub fn change(self, visit: Visit, said: String, change: impl FnOnce(&mut ElectionRules)) {
        let mut rules = self.rules();
        change(&mut rules);
        self.message.set(None);
        spawn_local(async move {
            match self.save(&rules).await {
                Ok(()) => visit.say(said),
                Err(why) => {
                    let _ = self.message.try_set(Some(why.message()));
                }
            }
        });
    }
}
