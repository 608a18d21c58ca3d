//! That there is no network, and that it is back: above every page, also one that was loaded without a
//! network.

use std::time::Duration;

use conoceles_shared::ids::AccountId;
use conoceles_shared::permissions::Role;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::access::Access;
use super::dom;
use super::icon::Icon;
use crate::i18n::desk::texts;

/// Between two attempts without a network.
pub const AGAIN: Duration = Duration::from_secs(15);

/// Where the network stands, as far as it is worth telling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Network {
    /// There is one, as there was from the start.
    There,
    Gone,
    /// It was gone on this visit.
    Back,
}

impl Network {
    const fn next(before: Option<Self>, gone: bool) -> Self {
        match (before, gone) {
            (_, true) => Self::Gone,
            (Some(Self::Gone | Self::Back), false) => Self::Back,
            (Some(Self::There) | None, false) => Self::There,
        }
    }
}

/// Nothing while the network is there; a live region that is always there.
#[component]
pub fn Connection(
    /// What an operator is shown when the network is back.
    back_again: fn(AccountId) -> AnyView,
) -> impl IntoView {
    let access = Access::here();
    let cut = RwSignal::new(!dom::has_network());
    let offline = access.offline();
    let ask_again = move || {
        if offline.read_untracked().is_some() {
            spawn_local(async move {
                // Without an answer everything stays as it is.
                let _ = access.stay().await;
            });
        }
    };
    let asking = set_interval_with_handle(ask_again, AGAIN).ok();
    let gone = window_event_listener_untyped("offline", move |_| cut.set(true));
    let back = window_event_listener_untyped("online", move |_| {
        cut.set(false);
        ask_again();
    });
    on_cleanup(move || {
        if let Some(asking) = asking {
            asking.clear();
        }
        gone.remove();
        back.remove();
    });
    let network = Memo::new(move |before: Option<&Network>| {
        Network::next(before.copied(), cut.get() || offline.read().is_some())
    });
    let person = access.person();
    let who = Memo::new(move |_| person.get().map(|it| (it.id, it.role)));
    view! {
        <div role="status" class="wrap">
            {move || match (network.get(), who.get()) {
                (Network::Gone, Some((_, role))) => gone_notice(role).into_any(),
                (Network::Back, Some((account, Role::Operator))) => back_again(account),
                _ => ().into_any(),
            }}
        </div>
    }
}

fn gone_notice(role: Role) -> impl IntoView {
    let t = texts().capture;
    let text = match role {
        Role::Operator => t.offline_band,
        _ => t.offline_band_staff,
    };
    view! {
        <div class="notice notice--plain flash">
            {Icon::CloudOff.drawn()}
            <p class="label">{t.offline}</p>
            <p>{text}</p>
        </div>
    }
}

#[cfg(test)]
#[path = "connection_tests.rs"]
mod connection_tests;
