//! What was typed on this device and has not reached the server, told wherever its candidacy is.

use conoceles_shared::ids::CandidacyId;
use conoceles_shared::questionnaire::Section;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::drafts;
use crate::desk::icon::Icon;
use crate::desk::page::Tag;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The sections with something on this device that has not reached the server.
pub fn unsent(id: &CandidacyId) -> Vec<Section> {
    let account = Access::here().account();
    account.map_or_else(Vec::new, |it| drafts::unsent(&it.id, id))
}

/// «Sin enviar».
pub fn unsent_tag() -> impl IntoView {
    view! { <Tag class="tag tag--act" icon=Icon::CloudOff text=texts().capture.unsent/> }
}

/// Links to sections of a candidacy, one below the other; nothing of none.
pub fn links(id: &CandidacyId, sections: &[Section]) -> impl IntoView + use<> {
    let link = |section: &Section| {
        let place = Place::Section(id.clone(), *section);
        view! { <li><a href=place.href()>{section.label()}</a></li> }
    };
    let links = sections.iter().map(link).collect_view();
    (!sections.is_empty()).then(|| view! { <ul class="bullets">{links}</ul> })
}

/// That something was not sent, with the way to it; nothing where all was.
pub fn unsent_notice(id: &CandidacyId) -> impl IntoView + use<> {
    let t = texts().capture;
    let sections = unsent(id);
    (!sections.is_empty()).then(|| {
        view! {
            <div class="notice notice--plain">
                {Icon::CloudOff.drawn()}
                <h2 class="label">{t.unsent_here}</h2>
                <p>{t.unsent_here_text}</p>
                {links(id, &sections)}
            </div>
        }
    })
}
