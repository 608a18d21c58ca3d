//! What this device keeps of what is typed, until the server has it.

use conoceles_shared::api::capture::SectionView;
use conoceles_shared::ids::{AccountId, CandidacyId};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;
use leptos::prelude::*;
use serde_json::Value;

use crate::desk::access::Access;
use crate::desk::clock::now;
use crate::desk::drafts::{self, Draft, Seen, Slot};
use crate::desk::kept::Kept;

/// What this device keeps of a section, or of the answer to its observation; a copy is a handle to
/// the same.
#[derive(Clone, Copy)]
pub struct Device {
    account: StoredValue<Option<AccountId>>,
    place: StoredValue<Option<Slot>>,
    /// What this page wrote last: another tab writes to the same place.
    written: StoredValue<Option<Draft>>,
    /// What was sent and not answered yet.
    sent: StoredValue<Vec<Value>>,
    kept: RwSignal<bool>,
    recovered: RwSignal<Option<Instant>>,
    late: RwSignal<Option<Value>>,
    changes: Kept,
}

impl Device {
    /// For a section of a candidacy and the account that is here.
    pub fn of(candidacy: &CandidacyId, section: Section) -> Self {
        Self::at(|account| Slot::of(account, candidacy, section))
    }

    /// For the answer to the observation on a section.
    pub fn of_answer(candidacy: &CandidacyId, section: Section) -> Self {
        Self::at(|account| Slot::of(account, candidacy, section).map(|it| it.answer()))
    }

    fn at(place: impl FnOnce(&AccountId) -> Option<Slot>) -> Self {
        let account = Access::here().account().map(|it| it.id);
        let place = account.as_ref().and_then(place);
        Self {
            account: StoredValue::new(account),
            place: StoredValue::new(place),
            written: StoredValue::new(None),
            sent: StoredValue::new(Vec::new()),
            kept: RwSignal::new(false),
            recovered: RwSignal::new(None),
            late: RwSignal::new(None),
            changes: Kept::here(),
        }
    }

    /// Whether the device has what is typed.
    pub fn keeps(self) -> Signal<bool> {
        self.kept.into()
    }

    /// What cannot be kept was typed since.
    pub fn keeps_no_more(self) {
        self.kept.set(false);
    }

    /// When what was recovered had been typed.
    pub fn recovered(self) -> RwSignal<Option<Instant>> {
        self.recovered
    }

    /// What was typed here and came too late to be saved.
    pub fn late(self) -> RwSignal<Option<Value>> {
        self.late
    }

    /// Whether this account typed it.
    pub fn is_of(self, account: Option<&AccountId>) -> bool {
        self.account.with_value(|it| it.as_ref() == account)
    }

    /// Whether there is a place for it at all.
    pub fn has_place(self) -> bool {
        self.place.with_value(Option::is_some)
    }

    /// Everything that this page wrote is on the server, or not wanted any more.
    pub fn forget(self) {
        self.kept.set(false);
        self.recovered.set(None);
        self.late.set(None);
        self.forgetting()();
        self.written.set_value(None);
        self.changes.changed();
    }

    /// Forgets what this page has written up to now, even where the page is gone by then.
    pub fn forgetting(self) -> impl FnOnce() + use<> {
        let (place, written) = (self.place.get_value(), self.written.get_value());
        let changes = self.changes;
        move || {
            if let Some(place) = place
                && written.is_some()
                && place.draft() == written
            {
                place.forget();
                changes.changed();
            }
        }
    }

    pub fn sends(self, content: &Value) {
        self.sent.update_value(|it| {
            it.retain(|earlier| earlier != content);
            it.push(content.clone());
        });
    }

    /// The server answered at this time: what was sent before is settled.
    pub fn answered(self, at: Instant) {
        self.sent.set_value(Vec::new());
        self.changes.was_sent(at);
    }

    /// What this page, or an earlier one that left its draft, sent without an answer.
    pub fn sent(self) -> Vec<Value> {
        self.sent.get_value()
    }

    /// Keeps the section as the server has it now.
    pub fn see(self, view: &SectionView) {
        self.place.with_value(|it| {
            if let Some(place) = it
                && let Some(Seen { candidacy, .. }) = place.seen()
            {
                let view = view.clone();
                let at = now();
                place.see(&Seen {
                    candidacy,
                    view,
                    at,
                });
            }
        });
    }

    /// Keeps what is typed, where that is possible.
    pub fn keep(self, draft: Draft) {
        // Signed out in another tab: nothing is kept any more.
        let still_here = drafts::remembered().map(|it| it.id) == self.account.get_value();
        let kept = still_here
            && self
                .place
                .with_value(|it| it.as_ref().is_some_and(|it| it.keep(&draft)));
        self.written.set_value(Some(draft));
        self.kept.set(kept);
        self.changes.changed();
    }

    /// What an earlier visit left, which is this page's from now on.
    pub fn take_up(self) -> Option<Draft> {
        let kept = self.stored_draft()?;
        self.written.set_value(Some(kept.clone()));
        self.sent.set_value(kept.sent.clone());
        Some(kept)
    }

    /// What was taken up is shown again, as it was typed then.
    pub fn shows_again(self, typed: Instant) {
        self.kept.set(true);
        self.recovered.set(Some(typed));
    }

    /// Notices when another tab writes to the same place, until the page is left.
    pub fn follow_other_tabs(self) {
        let elsewhere = window_event_listener_untyped("storage", move |_| {
            if self.kept.get_untracked() {
                self.kept.set(self.is_ours());
            }
        });
        on_cleanup(move || elsewhere.remove());
    }

    /// Whether the device has what this page wrote, not what another tab did.
    fn is_ours(self) -> bool {
        let written = self.written.get_value();
        written.is_some() && written == self.stored_draft()
    }

    fn stored_draft(self) -> Option<Draft> {
        self.place
            .with_value(|it| it.as_ref().and_then(Slot::draft))
    }
}
