//! What this device keeps for an operator: what was typed and has not reached the server, and the
//! sections as they were last read, so that they open without a network.
//!
//! Only sections of the curricular questionnaire, which is made to be published; identity answers
//! never (`docs/security.md`). All of it belongs to an account: another one that signs in on the
//! same device does not see it. Signing out removes what that account left; the rest goes with the
//! tab, or on a computer of one's own after a week.

use conoceles_shared::api::auth::Me;
use conoceles_shared::api::capture::{Candidacy, SectionView};
use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;
use leptos::web_sys::Storage;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::dom;

const DRAFT: &str = "conoceles/draft/";
const SEEN: &str = "conoceles/seen/";
const ACCOUNT: &str = "conoceles/account";
const OWN_COMPUTER: &str = "conoceles/own-computer";

/// For how many days the device keeps what was typed or read last.
pub const DAYS_KEPT: i64 = 7;

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
    /// When, by this device's clock.
    pub at: Instant,
}

/// Whose device it is.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Remembered {
    account: Me,
    /// When the session was last renewed.
    at: Instant,
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
        if let Some(storage) = storage() {
            remove(&storage, &format!("{DRAFT}{}", self.0));
        }
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
    let mut all: Vec<(Seen, bool)> = keys(storage().as_ref(), &own)
        .into_iter()
        .filter_map(|key| {
            let place = Slot(key.strip_prefix(SEEN)?.to_owned());
            Some((place.seen()?, place.is_unsent()))
        })
        .collect();
    all.sort_by_key(|(it, _)| (it.candidacy.registration.full_name(), it.view.section));
    all
}

/// Every section of this account in which something typed has not reached the server.
pub fn all_unsent(account: &AccountId) -> Vec<(CandidacyId, Section)> {
    let own = format!("{DRAFT}{account}/");
    let mut all: Vec<(CandidacyId, Section)> = keys(storage().as_ref(), &own)
        .iter()
        .filter_map(|key| {
            let mut parts = key.strip_prefix(&own)?.split('/');
            Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
        })
        .collect();
    all.sort();
    all.dedup();
    all
}

/// Remembers whose device it is, until signing out.
pub fn remember(account: &Me, at: Instant) {
    let account = account.clone();
    let _ = into_storage(ACCOUNT, &Remembered { account, at });
}

/// Whose device it is.
pub fn remembered() -> Option<Me> {
    from_storage::<Remembered>(ACCOUNT).map(|it| it.account)
}

/// Whether whoever signed in last said that nobody else uses this computer.
pub fn is_own_computer() -> bool {
    let said = dom::local_storage().and_then(|it| it.get_item(OWN_COMPUTER).ok().flatten());
    said.is_some()
}

/// From now on everything is kept for days where the computer is one's own, and else until the tab is
/// closed. What this account had kept in the other place moves along.
pub fn keep_where_chosen(own_computer: bool, account: &AccountId) {
    if let Some(storage) = dom::local_storage() {
        // Where it fails nothing is kept for days, which is the careful choice.
        let _ = if own_computer {
            storage.set_item(OWN_COMPUTER, "true")
        } else {
            storage.remove_item(OWN_COMPUTER)
        };
    }
    let places = (dom::local_storage(), dom::session_storage());
    let (Some(days), Some(tab)) = places else {
        return;
    };
    let (from, to) = if own_computer {
        (tab, days)
    } else {
        (days, tab)
    };
    for key in keys_of(&from, account) {
        let kept = from.get_item(&key).ok().flatten();
        if to.get_item(&key).ok().flatten().is_none()
            && let Some(kept) = kept
        {
            // Without room it is lost to the device; the server has what was saved.
            let _ = to.set_item(&key, &kept);
        }
        remove(&from, &key);
    }
    remove(&from, ACCOUNT);
}

/// Forgets what is older than [`DAYS_KEPT`], whoever left it, and what cannot be read.
pub fn drop_expired(now: Instant) {
    /// Of everything that is kept: when it was.
    #[derive(Deserialize)]
    struct Kept {
        at: Instant,
    }
    for storage in places() {
        for prefix in [DRAFT, SEEN, ACCOUNT] {
            for key in keys(Some(&storage), prefix) {
                let text = storage.get_item(&key).ok().flatten().unwrap_or_default();
                let kept = serde_json::from_str::<Kept>(&text).ok();
                if kept.is_none_or(|it| is_expired(it.at, now)) {
                    remove(&storage, &key);
                }
            }
        }
    }
}

fn is_expired(kept: Instant, now: Instant) -> bool {
    (now - kept).num_days() >= DAYS_KEPT
}

/// Forgets whose device it is; what that account typed stays for it.
pub fn forget_account() {
    for storage in places() {
        remove(&storage, ACCOUNT);
    }
}

/// Whether something that this account typed here has not reached the server.
pub fn any(account: &AccountId) -> bool {
    let own = format!("{DRAFT}{account}/");
    places().iter().any(|it| !keys(Some(it), &own).is_empty())
}

/// The sections of a candidacy in which something typed has not reached the server.
pub fn unsent(account: &AccountId, candidacy: &CandidacyId) -> Vec<Section> {
    Section::CURRICULAR
        .iter()
        .copied()
        .filter(|section| Slot::of(account, candidacy, *section).is_some_and(|it| it.is_unsent()))
        .collect()
}

/// Forgets everything of this account, wherever it is kept.
pub fn wipe(account: &AccountId) {
    for storage in places() {
        for key in keys_of(&storage, account) {
            remove(&storage, &key);
        }
        remove(&storage, OWN_COMPUTER);
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

fn remove(storage: &Storage, key: &str) {
    // Fails only where there is no storage, and then there is nothing to forget.
    let _ = storage.remove_item(key);
}

fn keys_of(storage: &Storage, account: &AccountId) -> Vec<String> {
    let of = |prefix| keys(Some(storage), &format!("{prefix}{account}/"));
    [of(DRAFT), of(SEEN)].concat()
}

fn keys(storage: Option<&Storage>, prefix: &str) -> Vec<String> {
    let Some(storage) = storage else {
        return Vec::new();
    };
    let count = storage.length().unwrap_or_default();
    (0..count)
        .filter_map(|at| storage.key(at).ok().flatten())
        .filter(|key| key.starts_with(prefix))
        .collect()
}

/// Where things are kept now.
fn storage() -> Option<Storage> {
    if is_own_computer() {
        dom::local_storage()
    } else {
        dom::session_storage()
    }
}

/// Everywhere where something may be kept.
fn places() -> Vec<Storage> {
    let all = [dom::local_storage(), dom::session_storage()];
    all.into_iter().flatten().collect()
}

#[cfg(test)]
#[path = "drafts_tests.rs"]
mod drafts_tests;
