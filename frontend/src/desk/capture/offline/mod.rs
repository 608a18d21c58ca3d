//! What this device keeps of what is typed, and the desk without a network: the sections that it has
//! seen, open to be written.

mod back_again;
mod kept;
mod send_kept;
mod unsent;

pub use back_again::BackAgain;
pub use kept::Device;
pub use unsent::{unsent, unsent_now, unsent_tag};

use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::drafts::{self, Seen};
use crate::desk::page::Heading;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The sections that this device has.
#[component]
pub fn OnThisDevice() -> impl IntoView {
    let t = texts().capture;
    let access = Access::here();
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
                <p class="hint">{kept_until()}</p>
            </div>
            <ul class="tasks">{rows}</ul>
        </div>
    }
}

/// How long this device keeps things.
fn kept_until() -> String {
    let t = texts().capture;
    if drafts::is_own_computer() {
        (t.kept_days)(drafts::DAYS_KEPT)
    } else {
        t.kept_tab.to_owned()
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
