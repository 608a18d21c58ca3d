//! The desk without a network: the sections that this device has seen, open to be written.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

use super::section::Loaded;
use crate::desk::access::Access;
use crate::desk::drafts::{self, Seen};
use crate::desk::icon::Icon;
use crate::desk::page::{Heading, Tag};
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// Between two attempts to reach the server.
const AGAIN: Duration = Duration::from_secs(15);

/// The section at this address where the device has it, else the list of those it has. As soon as
/// the server answers, the desk is the usual one again.
#[component]
pub fn OfflinePage() -> impl IntoView {
    let access = Access::here();
    let ask = move || spawn_local(access.look_for_the_server());
    let asking = set_interval_with_handle(ask, AGAIN).ok();
    let back = window_event_listener_untyped("online", move |_| ask());
    on_cleanup(move || {
        if let Some(asking) = asking {
            asking.clear();
        }
        back.remove();
    });
    let path = use_location().pathname;
    let place = Memo::new(move |_| Place::parse(&path.get()));
    move || match seen(access, place.get()) {
        Some(Seen { candidacy, view }) => {
            view! { <Loaded candidacy=candidacy view=view/> }.into_any()
        }
        None => view! { <OnThisDevice/> }.into_any(),
    }
}

fn seen(access: Access, place: Place) -> Option<Seen> {
    let Place::Section(candidacy, section) = place else {
        return None;
    };
    drafts::Place::of(&access.account()?.id, &candidacy, section)?.seen()
}

#[component]
fn OnThisDevice() -> impl IntoView {
    let t = &texts().capture;
    let account = Access::here().account();
    let all = account
        .map(|it| drafts::seen_by(&it.id))
        .unwrap_or_default();
    let empty = all.is_empty();
    let rows = all.into_iter().map(row).collect_view();
    view! {
        <div class="wrap stack stack--l">
            <div class="page-head">
                <Heading text=t.offline/>
                <p>{if empty { t.offline_nothing } else { t.offline_text }}</p>
            </div>
            <ul class="tasks">{rows}</ul>
        </div>
    }
}

fn row((seen, unsent): (Seen, bool)) -> impl IntoView {
    let t = &texts().capture;
    let place = Place::Section(seen.candidacy.id.clone(), seen.view.section);
    view! {
        <li>
            <span>
                <a href=place.href()>{seen.view.section.label()}</a>
                <span class="hint">{seen.candidacy.registration.full_name()}</span>
            </span>
            {unsent.then(|| view! { <Tag class="tag tag--act" icon=Icon::CloudOff text=t.unsent/> })}
        </li>
    }
}
