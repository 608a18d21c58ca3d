//! What was typed and has not reached the server, kept on this device.
//!
//! Only sections of the curricular questionnaire, which is made to be published; identity answers
//! never (`docs/security.md`). A draft belongs to an account: another one that signs in on the same
//! device does not see it. Signing out removes them all.

use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;
use leptos::prelude::window;
use leptos::web_sys::Storage;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What every key begins with.
const PREFIX: &str = "conoceles/";

/// One section as it was typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The stored version that it changes.
    pub version: u32,
    /// What the form holds.
    pub value: Value,
    /// When it was typed last, by this device's clock.
    pub at: Instant,
}

/// Where the draft of one section is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place(String);

impl Place {
    /// For an account's section; none where the section is not kept on the device.
    pub fn of(account: &AccountId, candidacy: &CandidacyId, section: Section) -> Option<Self> {
        Section::CURRICULAR
            .contains(&section)
            .then(|| Self(format!("{PREFIX}{account}/{candidacy}/{section}")))
    }

    /// What is kept there; what cannot be read is nothing.
    pub fn read(&self) -> Option<Draft> {
        let text = storage()?.get_item(&self.0).ok()??;
        serde_json::from_str(&text).ok()
    }

    /// Keeps it; false where the device has no room or does not allow it.
    pub fn keep(&self, draft: &Draft) -> bool {
        let text = serde_json::to_string(draft).ok();
        text.zip(storage())
            .is_some_and(|(text, storage)| storage.set_item(&self.0, &text).is_ok())
    }

    /// Forgets it.
    pub fn forget(&self) {
        if let Some(storage) = storage() {
            // Fails only where there is no storage, and then there is nothing to forget.
            let _ = storage.remove_item(&self.0);
        }
    }
}

/// Whether this device keeps anything.
pub fn any() -> bool {
    !keys().is_empty()
}

/// Forgets every draft on this device.
pub fn wipe() {
    for key in keys() {
        Place(key).forget();
    }
}

fn keys() -> Vec<String> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or_default();
    (0..count)
        .filter_map(|at| storage.key(at).ok().flatten())
        .filter(|key| key.starts_with(PREFIX))
        .collect()
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
