//! The sections of the candidacy on the desk, as a list to choose from.

use conoceles_shared::api::review::DeskSection;
use conoceles_shared::lifecycle::Verdict;
use leptos::prelude::*;

use super::live::Live;
use crate::desk::dom;
use crate::desk::icon::Icon;
use crate::i18n::desk::texts;

/// A button for each section, and how many are left to decide.
#[component]
pub fn Sections(live: Live) -> impl IntoView {
    let t = texts().review;
    let desk = live.desk();
    let left = move || {
        desk.with(|it| {
            let open: Vec<_> = it.sections.iter().filter(|it| it.to_decide).collect();
            (
                open.iter().filter(|it| it.own_decision.is_none()).count(),
                open.len(),
            )
        })
    };
    view! {
        <nav aria-label=t.sections>
            <ul class="sections">
                {move || desk.get().sections.into_iter().map(|it| section_row(live, &it)).collect_view()}
            </ul>
            <p class="small muted legend">
                {move || {
                    let (left, of) = left();
                    (of > 0).then(|| (t.undecided)(left, of))
                }}
            </p>
        </nav>
    }
}

/// The button of a section, which says what was decided and whether an observation is unfinished.
fn section_row(live: Live, it: &DeskSection) -> impl IntoView + use<> {
    let section = it.section;
    let chosen = live.chosen();
    let (icon, state) = decision_mark(it);
    let open = move |_| {
        chosen.set(section);
        dom::focus_soon("seccion");
    };
    let unfinished = move || {
        live.has_draft(section).then(|| {
            view! { <span class="section-link__draft">{texts().review.unfinished}</span> }
        })
    };
    view! {
        <li>
            <button
                type="button"
                class="section-link"
                aria-current=move || (chosen.get() == section).then_some("true")
                on:click=open
            >
                {icon.drawn()}
                <span>
                    {section.short_label()}
                    <span class="hidden-visually">{format!(" ({state})")}</span>
                    {unfinished}
                </span>
            </button>
        </li>
    }
}

/// The own decision on a section, as icon and words; once it is decided for good, where it stands.
pub fn decision_mark(it: &DeskSection) -> (Icon, &'static str) {
    let t = texts().review;
    let own = it.own_decision.as_ref().filter(|_| it.to_decide);
    match own {
        Some(Verdict::Approve) => (Icon::Check, t.approved),
        Some(Verdict::Observe { .. }) => (Icon::Flag, t.observed),
        None if it.to_decide => (Icon::Circle, t.not_decided),
        None if it.unreviewed => (Icon::Lock, t.not_reviewed),
        None => (Icon::Lock, it.state.label()),
    }
}
