//! What looks doubtful before a candidacy is sent. It never blocks.

use conoceles_shared::api::List;
use conoceles_shared::api::hints::Hint;
use conoceles_shared::ids::CandidacyId;
use leptos::prelude::*;

use crate::desk::access::Access;
use crate::desk::content::hint_sentence;
use crate::desk::icon::Icon;
use crate::desk::load::Loader;
use crate::desk::place::Place;
use crate::i18n::desk::texts;

/// The hints on the stored texts, each with a link to its section; nothing where there are none.
#[component]
pub fn HintNotice(id: CandidacyId) -> impl IntoView {
    let access = Access::here();
    let path = format!("/capture/candidacies/{id}/hints");
    let loaded = Loader::new(move || access.get::<List<Hint>>(path.clone()));
    loaded.show(move |hints| {
        let t = texts().hints;
        let links = hints.data.iter().map(|it| line(&id, it)).collect_view();
        (!hints.data.is_empty()).then(|| {
            view! {
                <div class="notice">
                    {Icon::Info.drawn()}
                    <h2 class="label">{(t.title)(hints.data.len())}</h2>
                    <ul class="bullets small">{links}</ul>
                    <p class="small">{(t.seen)(hints.data.len())}</p>
                </div>
            }
        })
    })
}

fn line(id: &CandidacyId, hint: &Hint) -> impl IntoView + use<> {
    let place = Place::Section(id.clone(), hint.section);
    view! {
        <li>
            <a href=place.href()>{hint.section.short_label()}</a>
            {format!(": {}.", hint_sentence(hint))}
        </li>
    }
}
