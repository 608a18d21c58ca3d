//! Saving without being asked: what is typed is kept on the device at once and sent when typing
//! pauses; what was left behind is taken up again.

use std::time::Duration;

use leptos::leptos_dom::helpers::set_timeout_with_handle;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Manner, SaveState, Saving, Wrong, form_start};
use crate::desk::access::Phase;
use crate::desk::capture::sections::clean;
use crate::desk::clock::now;
use crate::desk::connection::AGAIN;
use crate::desk::drafts::Draft;
use crate::desk::kept::Kept;
use crate::i18n::desk::texts;

/// The pause in typing after which it is sent.
const PAUSE: Duration = Duration::from_secs(2);

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
        on_cleanup(move || back.remove());
        self.device.follow_other_tabs();
        let wished = Kept::here().wished();
        Effect::new(move |before: Option<u32>| {
            let now = wished.get();
            if before.is_some_and(|it| it != now)
                && self.form.dirty().get_untracked()
                && self.conflict.with_untracked(Option::is_none)
            {
                self.save(false);
            }
            now
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
            return self.device.keeps_no_more();
        }
        self.device.recovered().set(None);
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

    pub(super) fn keep(self) {
        self.device.keep(Draft {
            version: self.stored.with_untracked(|it| it.version),
            value: self.form.value(),
            sent: self.device.sent(),
            at: now(),
        });
    }

    fn after(self, pause: Duration) {
        self.stop_waiting();
        let timer = set_timeout_with_handle(move || self.autosave(), pause).ok();
        self.timer.set_value(timer);
    }

    fn stop_waiting(self) {
        let timer = self.timer.try_update_value(Option::take).flatten();
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
            Ok(()) => {
                self.form.mark(Vec::new());
                self.start(content, Manner::Quiet);
            }
            Err(Wrong {
                errors,
                rest: Some(rest),
            }) => {
                self.form.mark(errors);
                self.start(rest, Manner::Quiet);
            }
            Err(wrong) => self.await_corrections(wrong.errors),
        }
    }

    /// Whether there is something to send that nobody has to decide on first, and whoever typed it is
    /// who is signed in.
    fn can_send(self) -> bool {
        let account = self.access.account().map(|it| it.id);
        self.form.dirty().get_untracked()
            && self.stored.with_untracked(|it| it.refusal.is_none())
            && self.conflict.with_untracked(Option::is_none)
            && self.device.recovered().with_untracked(Option::is_none)
            && self.device.is_of(account.as_ref())
            && !self.has_picture()
    }

    /// Takes up what an earlier visit left on the device. It is sent when somebody goes on with it.
    fn recover(self) {
        let Some(kept) = self.device.take_up() else {
            return;
        };
        let view = self.stored.get_untracked();
        let mine = clean::content_to_send(self.section, &kept.value);
        let stored = clean::content_to_send(self.section, &form_start(&view));
        if self.same(&mine, &stored) {
            return self.device.forget();
        }
        if view.refusal.is_some() {
            return self.device.late().set(Some(mine));
        }
        self.form.replace(kept.value, true);
        self.device.shows_again(kept.at);
        let own = kept.sent.iter().any(|it| self.same(it, &stored));
        if kept.version != view.version && !own {
            self.stored.update(|it| it.version = kept.version);
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
        let typed = self.content();
        let checked = self.check(&typed);
        let all = checked.is_ok();
        let to_send = checked.map_or_else(|wrong| wrong.rest, |()| Some(typed));
        let Some(content) = to_send else {
            return;
        };
        let (access, visit) = (self.access, self.visit);
        let has_place = self.device.has_place();
        let name = self.section.short_label();
        let version = self.stored.with_untracked(|it| it.version);
        let call = self.request(content.clone(), version);
        if self.device.keeps().get_untracked() {
            // Should the answer be lost, the next visit knows what was sent.
            self.device.sends(&content);
            self.keep();
        }
        let forget = self.device.forgetting();
        spawn_local(async move {
            match access.call(call).await {
                // What has to be corrected stays.
                Ok(_) if !all => {}
                Ok(_) => forget(),
                Err(_) if !has_place => visit.say_trouble((texts().sections.lost)(name)),
                Err(_) => {}
            }
        });
    }
}
