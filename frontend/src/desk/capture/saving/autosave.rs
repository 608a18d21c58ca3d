//! Saving without being asked: what is typed is kept on the device at once and sent when typing
//! pauses; what was left behind is taken up again.

use std::time::Duration;

use conoceles_shared::api::capture::{Candidacy, SectionView};
use conoceles_shared::ids::AccountId;
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::super::clean;
use super::{Manner, SaveState, Saving, Wait, draft};
use crate::desk::access::{Access, Phase};
use crate::desk::clock::now;
use crate::desk::drafts::{self, Draft, Place, Seen};
use crate::i18n::desk::texts;

/// The pause in typing after which it is sent.
const PAUSE: Duration = Duration::from_secs(2);
/// Between two attempts without a network.
pub const AGAIN: Duration = Duration::from_secs(15);

/// What this device keeps of the section; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Device {
    account: StoredValue<Option<AccountId>>,
    place: StoredValue<Option<Place>>,
    /// What this page wrote last: another tab writes to the same place.
    written: StoredValue<Option<Draft>>,
    /// What was sent and not answered yet.
    sent: StoredValue<Vec<Value>>,
    kept: RwSignal<bool>,
    recovered: RwSignal<Option<Instant>>,
    late: RwSignal<Option<Value>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Device {
    /// For a section of a candidacy and the account that is here.
    pub fn of(candidacy: &Candidacy, section: Section) -> Self {
        let account = Access::here().account().map(|it| it.id);
        let place = account
            .as_ref()
            .and_then(|it| Place::of(it, &candidacy.id, section));
        Self {
            account: StoredValue::new(account),
            place: StoredValue::new(place),
            written: StoredValue::new(None),
            sent: StoredValue::new(Vec::new()),
            kept: RwSignal::new(false),
            recovered: RwSignal::new(None),
            late: RwSignal::new(None),
            timer: StoredValue::new(None),
        }
    }

    /// Whether the device has what is typed.
    pub fn keeps(self) -> Signal<bool> {
        self.kept.into()
    }

    /// When what was recovered had been typed.
    pub fn recovered(self) -> RwSignal<Option<Instant>> {
        self.recovered
    }

    /// What was typed here and came too late to be saved.
    pub fn late(self) -> Signal<Option<Value>> {
        self.late.into()
    }

    /// Everything that this page wrote is on the server, or not wanted any more.
    pub fn forget(self) {
        self.kept.set(false);
        self.recovered.set(None);
        self.late.set(None);
        if self.is_ours() {
            self.place.with_value(|it| {
                if let Some(place) = it {
                    place.forget();
                }
            });
        }
        self.written.set_value(None);
    }

    /// What is sent now.
    pub(super) fn sends(self, content: &Value) {
        self.sent.update_value(|it| {
            it.retain(|earlier| earlier != content);
            it.push(content.clone());
        });
    }

    /// The server answered: what was sent before is settled.
    pub(super) fn answered(self) {
        self.sent.set_value(Vec::new());
    }

    /// What this page, or an earlier one that left its draft, sent without an answer.
    pub(super) fn sent(self) -> Vec<Value> {
        self.sent.get_value()
    }

    /// Whether the device has what this page wrote, not what another tab did.
    fn is_ours(self) -> bool {
        let written = self.written.get_value();
        written.is_some() && written == self.read()
    }

    /// Keeps the section as the server has it now.
    pub(super) fn see(self, view: &SectionView) {
        self.place.with_value(|it| {
            if let Some(place) = it
                && let Some(Seen { candidacy, .. }) = place.seen()
            {
                let view = view.clone();
                place.see(&Seen { candidacy, view });
            }
        });
    }

    fn keep(self, draft: Draft) {
        // Signed out in another tab: nothing is kept any more.
        let still_here = drafts::remembered().map(|it| it.id) == self.account.get_value();
        let kept = still_here
            && self
                .place
                .with_value(|it| it.as_ref().is_some_and(|it| it.keep(&draft)));
        self.written.set_value(Some(draft));
        self.kept.set(kept);
    }

    fn read(self) -> Option<Draft> {
        self.place
            .with_value(|it| it.as_ref().and_then(Place::read))
    }
}

impl Saving {
    /// Takes up what was left behind, then follows what is typed until the page is left.
    pub fn follow(self) {
        self.recover();
        let form = self.form;
        Effect::new(move |before: Option<()>| {
            form.track();
            if before.is_some() && form.dirty().get_untracked() {
                self.typed();
            }
        });
        let back = window_event_listener_untyped("online", move |_| self.autosave());
        let elsewhere = window_event_listener_untyped("storage", move |_| {
            let device = self.device;
            if device.kept.get_untracked() {
                device.kept.set(device.is_ours());
            }
        });
        on_cleanup(move || {
            back.remove();
            elsewhere.remove();
        });
        let phase = self.access.phase();
        Effect::new(move |before: Option<Phase>| {
            let now = phase.get();
            if before == Some(Phase::SignedOut) && now == Phase::SignedIn {
                self.autosave();
            }
            now
        });
        on_cleanup(move || self.leave());
    }

    /// Keeps what is typed and sends it after a pause. Going on to type is taking up what was found.
    pub(super) fn typed(self) {
        // A picture is not kept on the device, nor is what choosing it changed.
        if self.has_picture() {
            return self.device.kept.set(false);
        }
        self.device.recovered.set(None);
        self.keep();
        self.after(PAUSE);
    }

    fn has_picture(self) -> bool {
        self.file.with_untracked(Option::is_some)
    }

    /// Tries again when a network may be there.
    pub(super) fn try_later(self) {
        self.after(AGAIN);
    }

    fn keep(self) {
        self.device.keep(Draft {
            version: self.view.with_untracked(|it| it.version),
            value: self.form.value(),
            sent: self.device.sent(),
            at: now(),
        });
    }

    fn after(self, pause: Duration) {
        self.stop_waiting();
        let timer = set_timeout_with_handle(move || self.autosave(), pause).ok();
        self.device.timer.set_value(timer);
    }

    fn stop_waiting(self) {
        let timer = self.device.timer.try_update_value(Option::take).flatten();
        if let Some(timer) = timer {
            timer.clear();
        }
    }

    /// Sends what is typed, where that needs no decision of a person.
    fn autosave(self) {
        if self.is_gone() || !self.can_send() {
            return;
        }
        if self.state.get_untracked() == SaveState::Saving {
            return self.after(PAUSE);
        }
        let content = self.content();
        match self.check(&content) {
            Ok(()) => self.start(content, Manner::Quiet),
            Err(errors) => {
                let first = errors.into_iter().next().map(|it| it.detail);
                let wait = Wait::Correction(first.unwrap_or_default());
                self.state.set(SaveState::Waiting(wait));
            }
        }
    }

    /// Whether there is something to send that nobody has to decide on first, and whoever typed it is
    /// who is signed in.
    fn can_send(self) -> bool {
        let account = self.access.account().map(|it| it.id);
        self.form.dirty().get_untracked()
            && self.view.with_untracked(|it| it.refusal.is_none())
            && self.conflict.with_untracked(Option::is_none)
            && self.device.recovered.with_untracked(Option::is_none)
            && account == self.device.account.get_value()
            && !self.has_picture()
    }

    /// Takes up what an earlier visit left on the device. It is sent when somebody goes on with it.
    fn recover(self) {
        let Some(kept) = self.device.read() else {
            return;
        };
        self.device.written.set_value(Some(kept.clone()));
        self.device.sent.set_value(kept.sent.clone());
        let view = self.view.get_untracked();
        let mine = clean::content(self.section, &kept.value);
        let stored = clean::content(self.section, &draft(&view));
        if self.same(&mine, &stored) {
            return self.device.forget();
        }
        if view.refusal.is_some() {
            return self.device.late.set(Some(mine));
        }
        self.form.replace(kept.value, true);
        self.device.kept.set(true);
        self.device.recovered.set(Some(kept.at));
        let own = kept.sent.iter().any(|it| self.same(it, &stored));
        if kept.version != view.version && !own {
            self.view.update(|it| it.version = kept.version);
            self.conflict.set(Some(view));
        }
    }

    /// Sends what the pause had not sent yet; the page is gone when the answer comes. What is on its
    /// way already is not sent twice: the rest stays on the device.
    fn leave(self) {
        self.stop_waiting();
        if !self.can_send() || self.state.get_untracked() == SaveState::Saving {
            return;
        }
        let content = self.content();
        if self.check(&content).is_err() {
            return;
        }
        let (access, visit) = (self.access, self.visit);
        let place = self.device.place.get_value();
        let name = self.section.short_label();
        let version = self.view.with_untracked(|it| it.version);
        let call = self.request(content.clone(), version);
        if self.device.kept.get_untracked() {
            // Should the answer be lost, the next visit knows what was sent.
            self.device.sends(&content);
            self.keep();
        }
        let written = self.device.written.get_value();
        spawn_local(async move {
            match (access.call(call).await, place) {
                (Ok(_), Some(place)) if place.read() == written => place.forget(),
                (Err(_), None) => visit.say((texts().sections.lost)(name)),
                _ => {}
            }
        });
    }
}
