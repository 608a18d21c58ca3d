//! What was typed on this device and has not reached the server, told wherever its candidacy is.

use conoceles_shared::ids::CandidacyId;
use conoceles_shared::questionnaire::Section;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::drafts;
use crate::desk::icon::Icon;
use crate::desk::kept::Kept;
use crate::desk::page::Tag;
use crate::i18n::desk::texts;

/// The sections with something on this device that has not reached the server.
pub fn unsent(id: &CandidacyId) -> Vec<Section> {
    let account = Access::here().account();
    account.map_or_else(Vec::new, |it| drafts::unsent(&it.id, id))
}

/// The same as it changes, also by another tab.
pub fn unsent_now(id: CandidacyId) -> Signal<Vec<Section>> {
    let kept = Kept::here();
    let account = Access::here().account().map(|it| it.id);
    let elsewhere = window_event_listener_untyped("storage", move |_| kept.changed());
    on_cleanup(move || elsewhere.remove());
    Signal::derive(move || {
        kept.track();
        let own = account.as_ref();
        own.map_or_else(Vec::new, |it| drafts::unsent(it, &id))
    })
}

/// «Sin enviar».
pub fn unsent_tag() -> impl IntoView {
    view! { <Tag class="tag tag--act" icon=Icon::CloudOff text=texts().capture.unsent/> }
}
