//! What this device keeps for an operator: what was typed and has not reached the server, and the
//! sections as they were last read, so that they open without a network.
//!
//! Only sections of the curricular questionnaire, which is made to be published; identity answers
//! never (`docs/security.md`). All of it belongs to an account: another one that signs in on the
//! same device does not see it. Signing out removes what that account left.

use conoceles_shared::api::auth::Me;
use conoceles_shared::api::capture::{Candidacy, SectionView};
use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;
use leptos::prelude::window;
use leptos::web_sys::Storage;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

const DRAFT: &str = "conoceles/draft/";
const SEEN: &str = "conoceles/seen/";
const ACCOUNT: &str = "conoceles/account";

/// One section, or the answer to the observation on it, as it was typed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    /// The stored version that it changes or is about.
    pub version: u32,
    /// What the form holds; an answer is its text.
    pub value: Value,
    /// What was sent of it and not answered.
    pub sent: Vec<Value>,
    /// When it was typed last, by this device's clock.
    pub at: Instant,
}

/// One section as it was last read from the server.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Seen {
    pub candidacy: Candidacy,
    pub view: SectionView,
}

/// Where one section, or the answer to its observation, is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot(String);

impl Slot {
    /// For an account's section; none where the section is not kept on the device.
    pub fn of(account: &AccountId, candidacy: &CandidacyId, section: Section) -> Option<Self> {
        Section::CURRICULAR
            .contains(&section)
            .then(|| Self(format!("{account}/{candidacy}/{section}")))
    }

    /// Where the answer to the observation on this section is kept.
    pub fn answer(&self) -> Self {
        Self(format!("{}/answer", self.0))
    }

    /// Whether something typed in this section, or an answer to its observation, has not reached the
    /// server.
    fn is_unsent(&self) -> bool {
        self.draft().is_some() || self.answer().draft().is_some()
    }

    /// What was typed; what cannot be read is nothing.
    pub fn draft(&self) -> Option<Draft> {
        from_storage(&format!("{DRAFT}{}", self.0))
    }

    /// Keeps what was typed; false where the device has no room or does not allow it.
    pub fn keep(&self, draft: &Draft) -> bool {
        into_storage(&format!("{DRAFT}{}", self.0), draft)
    }

    /// Forgets what was typed.
    pub fn forget(&self) {
        remove(&format!("{DRAFT}{}", self.0));
    }

    /// The section as it was last read.
    pub fn seen(&self) -> Option<Seen> {
        from_storage(&format!("{SEEN}{}", self.0))
    }

    /// Keeps the section as it was read. Without room it only does not open without a network.
    pub fn see(&self, seen: &Seen) {
        let _ = into_storage(&format!("{SEEN}{}", self.0), seen);
    }
}

/// Every section that this account can open without a network, and whether something typed in it
/// has not reached the server.
pub fn seen_by(account: &AccountId) -> Vec<(Seen, bool)> {
    let own = format!("{SEEN}{account}/");
    let mut all: Vec<(Seen, bool)> = keys(&own)
        .into_iter()
        .filter_map(|key| {
            let place = Slot(key.strip_prefix(SEEN)?.to_owned());
            Some((place.seen()?, place.is_unsent()))
        })
        .collect();
    all.sort_by_key(|(it, _)| (it.candidacy.registration.full_name(), it.view.section));
    all
}

/// Remembers whose device it is, until signing out.
pub fn remember(account: &Me) {
    let _ = into_storage(ACCOUNT, account);
}

/// Whose device it is.
pub fn remembered() -> Option<Me> {
    from_storage(ACCOUNT)
}

/// Forgets whose device it is; what that account typed stays for it.
pub fn forget_account() {
    remove(ACCOUNT);
}

/// Whether something that this account typed here has not reached the server.
pub fn any(account: &AccountId) -> bool {
    !keys(&format!("{DRAFT}{account}/")).is_empty()
}

/// The sections of a candidacy in which something typed has not reached the server.
pub fn unsent(account: &AccountId, candidacy: &CandidacyId) -> Vec<Section> {
    Section::CURRICULAR
        .iter()
        .copied()
        .filter(|section| Slot::of(account, candidacy, *section).is_some_and(|it| it.is_unsent()))
        .collect()
}

/// Forgets everything of this account.
pub fn wipe(account: &AccountId) {
    for own in [DRAFT, SEEN] {
        for key in keys(&format!("{own}{account}/")) {
            remove(&key);
        }
    }
    forget_account();
}

fn from_storage<T: DeserializeOwned>(key: &str) -> Option<T> {
    let text = storage()?.get_item(key).ok()??;
    serde_json::from_str(&text).ok()
}

fn into_storage<T: Serialize>(key: &str, value: &T) -> bool {
    let text = serde_json::to_string(value).ok();
    text.zip(storage())
        .is_some_and(|(text, storage)| storage.set_item(key, &text).is_ok())
}

fn remove(key: &str) {
    if let Some(storage) = storage() {
        // Fails only where there is no storage, and then there is nothing to forget.
        let _ = storage.remove_item(key);
    }
}

fn keys(prefix: &str) -> Vec<String> {
    let Some(storage) = storage() else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or_default();
    (0..count)
        .filter_map(|at| storage.key(at).ok().flatten())
        .filter(|key| key.starts_with(prefix))
        .collect()
}

fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
