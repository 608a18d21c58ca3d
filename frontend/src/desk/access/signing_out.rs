//! Signing out: the device forgets first, the server is told as soon as it is reached.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Access, Phase, farewell};
use crate::desk::client::Failure;
use crate::desk::clock::now;
use crate::desk::drafts;

impl Access {
    /// Ends the session: first here, whatever the network does, then on the server, which is told as
    /// soon as it is reached.
    pub fn sign_out(self) {
        let token = self.token();
        farewell::owe(now());
        self.leave_device();
        spawn_local(async move {
            // What is owed is told before anybody signs in.
            let _ = self.tell_farewell(token).await;
        });
    }

    /// Nothing of the person who was here stays on the device or in the page.
    fn leave_device(self) {
        if let Some(account) = self.account() {
            drafts::wipe(&account.id);
        }
        self.forget_person();
        self.ends.set(None);
        self.waiting.set(None);
        self.offline.set(None);
        self.session.set(None);
        self.login.set_value(None);
        self.phase.set(Phase::SignedOut);
    }

    /// Whether the server could not be told yet that somebody signed out here.
    pub fn owes_farewell(self) -> Signal<bool> {
        self.owes_farewell.into()
    }

    /// Leaves when another tab of this browser signs out, and tells the server what it is owed once
    /// there is a network.
    pub fn follow_farewells(self) {
        farewell::follow(
            move || {
                if self.account().is_some() {
                    self.leave_device();
                }
            },
            move || {
                spawn_local(async move {
                    // Without an answer it stays owed.
                    let _ = self.tell_farewell(None).await;
                });
            },
        );
    }

    pub(super) async fn tell_farewell(self, token: Option<String>) -> Result<(), Failure> {
        if !farewell::is_owed() {
            return Ok(());
        }
        let told = farewell::tell(token).await;
        match told {
            Ok(()) => self.farewell_is_settled(),
            Err(_) => self.owes_farewell.set(true),
        }
        told
    }

    pub(super) fn farewell_is_settled(self) {
        farewell::settle();
        self.owes_farewell.set(false);
    }
}
