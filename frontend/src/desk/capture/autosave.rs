//! Saving without being asked: what is typed is kept on the device at once and sent when typing
//! pauses; what was left behind is taken up again.

use std::time::Duration;

use conoceles_shared::api::capture::{Candidacy, SectionView};
use conoceles_shared::questionnaire::Section;
use conoceles_shared::time::Instant;
use leptos::leptos_dom::helpers::{TimeoutHandle, set_timeout_with_handle};
use leptos::prelude::*;
use leptos::task::spawn_local;
use reqwest::Method;
use serde_json::Value;

use super::clean;
use super::saving::{Manner, SaveState, Saving, Wait, draft};
use crate::desk::access::{Access, Phase};
use crate::desk::client::{Body, Call};
use crate::desk::clock::now;
use crate::desk::drafts::{Draft, Place, Seen};

/// The pause in typing after which it is sent.
const PAUSE: Duration = Duration::from_secs(2);
/// Between two attempts without a network.
const AGAIN: Duration = Duration::from_secs(15);

/// What this device keeps of the section; a copy is a handle to the same.
#[derive(Clone, Copy)]
pub struct Device {
    place: StoredValue<Option<Place>>,
    kept: RwSignal<bool>,
    recovered: RwSignal<Option<Instant>>,
    late: RwSignal<Option<Value>>,
    timer: StoredValue<Option<TimeoutHandle>>,
}

impl Device {
    /// For a section of a candidacy and the account that is here.
    pub fn of(candidacy: &Candidacy, section: Section) -> Self {
        let account = Access::here().account();
        let place = account.and_then(|it| Place::of(&it.id, &candidacy.id, section));
        Self {
            place: StoredValue::new(place),
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

    /// Everything is on the server.
    pub fn forget(self) {
        self.kept.set(false);
        self.recovered.set(None);
        self.place.with_value(|it| {
            if let Some(place) = it {
                place.forget();
            }
        });
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

    fn keep(self, draft: &Draft) {
        let kept = self
            .place
            .with_value(|it| it.as_ref().is_some_and(|it| it.keep(draft)));
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
        let form = self.form();
        Effect::new(move |before: Option<()>| {
            form.track();
            if before.is_some() && form.dirty().get_untracked() {
                self.typed();
            }
        });
        let back = window_event_listener_untyped("online", move |_| self.autosave());
        on_cleanup(move || back.remove());
        let phase = self.access().phase();
        Effect::new(move |before: Option<Phase>| {
            let now = phase.get();
            if before == Some(Phase::SignedOut) && now == Phase::SignedIn {
                self.autosave();
            }
            now
        });
        on_cleanup(move || self.leave());
    }

    /// Keeps what is typed and sends it after a pause.
    pub(super) fn typed(self) {
        self.keep();
        self.after(PAUSE);
    }

    /// Tries again when a network may be there.
    pub(super) fn try_later(self) {
        self.after(AGAIN);
    }

    fn keep(self) {
        self.device.keep(&Draft {
            version: self.view().with_untracked(|it| it.version),
            value: self.form().value(),
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
        let Some(dirty) = self.form().dirty().try_get_untracked() else {
            return;
        };
        if !dirty || !self.is_open() || self.file().with_untracked(Option::is_some) {
            return;
        }
        if self.state().get_untracked() == SaveState::Saving {
            return self.after(PAUSE);
        }
        let content = self.content();
        match self.check(&content) {
            Ok(()) => self.start(content, Manner::Quiet),
            Err(errors) => {
                let first = errors.into_iter().next().map(|it| it.detail);
                let wait = Wait::Correction(first.unwrap_or_default());
                self.stands(SaveState::Waiting(wait));
            }
        }
    }

    /// Whether it can be written and nothing has to be chosen first.
    fn is_open(self) -> bool {
        self.view().with_untracked(|it| it.refusal.is_none())
            && self.conflict().with_untracked(Option::is_none)
    }

    fn recover(self) {
        let Some(kept) = self.device.read() else {
            return;
        };
        let view = self.view().get_untracked();
        let mine = clean::content(self.section(), &kept.value);
        if mine == clean::content(self.section(), &draft(&view)) {
            return self.device.forget();
        }
        if view.refusal.is_some() {
            return self.device.late.set(Some(mine));
        }
        self.form().replace(kept.value, true);
        self.device.kept.set(true);
        self.device.recovered.set(Some(kept.at));
        if kept.version == view.version {
            self.after(PAUSE);
        } else {
            self.stands_on(kept.version);
            self.conflict().set(Some(view));
        }
    }

    /// Sends what the pause had not sent yet; the page is gone when the answer comes.
    fn leave(self) {
        self.stop_waiting();
        let dirty = self.form().dirty().try_get_untracked() == Some(true);
        if !dirty || !self.is_open() || self.file().with_untracked(Option::is_some) {
            return;
        }
        let content = self.content();
        if self.check(&content).is_err() || self.state().get_untracked() == SaveState::Saving {
            return;
        }
        let (access, place) = (self.access(), self.device.place.get_value());
        let call = Call::new(Method::PUT, self.address())
            .body(Body::Json(content))
            .if_match(self.view().with_untracked(|it| it.version));
        let sent = self.device.read();
        spawn_local(async move {
            // What did not arrive is still on the device and is taken up at the next visit.
            if access.call(call).await.is_ok()
                && let Some(place) = place
                && place.read() == sent
            {
                place.forget();
            }
        });
    }
}
