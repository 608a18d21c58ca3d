//! When a save does not succeed.

use conoceles_shared::api::capture::SectionView;
use conoceles_shared::problem::Code;
use conoceles_shared::questionnaire::Section;
use leptos::prelude::*;
use serde_json::Value;

use super::{Manner, SaveState, Saving, Wait, form_start};
use crate::desk::capture::sections::clean;
use crate::desk::client::Failure;
use crate::desk::dom;
use crate::i18n::desk::texts;

impl Saving {
    /// Says what happened and what follows from it.
    pub(super) async fn failed(self, why: Failure, sent: &Value, manner: Manner) {
        if why.code() == Some(Code::Stale) {
            let newer = self.access.get::<SectionView>(self.address()).await;
            if self.is_gone() {
                return;
            }
            if let Ok(newer) = newer {
                return self.overtaken(newer, sent, manner);
            }
        }
        if manner == Manner::Quiet {
            return self.wait_for(why).await;
        }
        if self.form.refused(&why) {
            let text = if self.picture_went(sent) {
                texts().photo.saved_not_date
            } else {
                texts().sections.not_saved_errors
            };
            return self.state.set(SaveState::Failed(text.to_owned()));
        }
        self.state.set(SaveState::Failed(why.message()));
        if why.may_pass() {
            self.try_later();
        } else {
            self.look_again().await;
        }
    }

    /// Another version came first. What this page sent itself, its answer being lost, and the same
    /// from another place are no conflict.
    fn overtaken(self, newer: SectionView, sent: &Value, manner: Manner) {
        let theirs = clean::content_to_send(self.section, &form_start(&newer));
        if self.same(&theirs, sent) {
            return self.done(newer, sent, manner);
        }
        if self.device.sent().iter().any(|it| self.same(&theirs, it)) {
            self.stored.set(newer);
            return self.start(sent.clone(), manner);
        }
        let why = texts().sections.not_saved_newer.to_owned();
        self.state.set(SaveState::Failed(why));
        self.conflict.set(Some(newer));
        if manner != Manner::Quiet {
            dom::focus_soon("conflicto");
        }
    }

    /// Whether the picture is stored, though what went with it was refused.
    fn picture_went(self, sent: &Value) -> bool {
        let stored = self.stored.with_untracked(form_start);
        self.section == Section::Photo
            && stored.get("sha256").is_some()
            && stored.get("sha256") != sent.get("sha256")
    }

    async fn wait_for(self, why: Failure) {
        match why {
            why if why.may_pass() => {
                let wait = match &why {
                    Failure::Refused(_) => Wait::Server(why.message()),
                    _ => Wait::Network,
                };
                self.state.set(SaveState::Waiting(wait));
                self.try_later();
            }
            Failure::SignedOut => self.state.set(SaveState::Waiting(Wait::SignIn)),
            why if !why.errors().is_empty() => self.await_corrections(why.errors().to_vec()),
            why => {
                self.state.set(SaveState::Failed(why.message()));
                self.look_again().await;
            }
        }
    }

    /// Whether the section can still be written: the period may have ended under one's hands. What
    /// is typed stays.
    async fn look_again(self) {
        if let Ok(now) = self.access.get::<SectionView>(self.address()).await
            && now.refusal.is_some()
            && !self.is_gone()
        {
            self.stored.update(|it| it.refusal = now.refusal);
        }
    }
}
