//! What this device keeps of what is typed, and the desk without a network: the sections that it has
//! seen, open to be written.

mod kept;
mod unsent;

pub use kept::{AGAIN, Device};
pub use unsent::{links, unsent, unsent_notice, unsent_tag};

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::desk::access::Access;
use crate::desk::drafts::{self, Seen};
use crate::desk::page::Heading;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The sections that this device has; looks again and again whether the server answers.
#[component]
pub fn OnThisDevice() -> impl IntoView {
    let t = texts().capture;
    let access = Access::here();
    let ask = move || {
        spawn_local(async move {
            // Without an answer everything stays as it is.
            let _ = access.stay().await;
        });
    };
    let asking = set_interval_with_handle(ask, AGAIN).ok();
    let back = window_event_listener_untyped("online", move |_| ask());
    on_cleanup(move || {
        if let Some(asking) = asking {
            asking.clear();
        }
        back.remove();
    });
    let account = access.account();
    let all = account
        .map(|it| drafts::seen_by(&it.id))
        .unwrap_or_default();
    let empty = all.is_empty();
    let rows = all.into_iter().map(seen_section_row).collect_view();
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

fn seen_section_row((seen, unsent): (Seen, bool)) -> impl IntoView {
    let place = Place::Section(seen.candidacy.id.clone(), seen.view.section);
    view! {
        <li>
            <span>
                <a href=place.href()>{seen.view.section.label()}</a>
                <span class="hint">{seen.candidacy.registration.full_name()}</span>
            </span>
            {unsent.then(unsent_tag)}
        </li>
    }
}
