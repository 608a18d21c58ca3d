//! A candidacy on the desk: sections, content, decision.

use conoceles_shared::api::review::{Desk, DeskSection};
use conoceles_shared::ids::CandidacyId;
use conoceles_shared::lifecycle::{State, Verdict};
use leptos::prelude::*;

use super::bar::Bar;
use super::live::Live;
use super::reading::{Past, Reading};
use super::signed::SignedCopies;
use crate::desk::access::Access;
use crate::desk::clock::time_of_day;
use crate::desk::dom;
use crate::desk::icon::Icon;
use crate::desk::leaving;
use crate::desk::load::Loader;
use crate::desk::page::{Crumbs, Heading};
use crate::desk::place::Place;
use crate::desk::tags::candidacy_tag;
use crate::i18n::desk::texts;

/// The id of the desk's heading.
pub(super) const HEADING: &str = "mesa";

/// One candidacy for its reviewer.
#[component]
pub fn DeskPage(id: CandidacyId) -> impl IntoView {
    let access = Access::here();
    let loaded = Loader::new(move || access.get::<Desk>(format!("/review/candidacies/{id}")));
    loaded.show(|it| view! { <Loaded desk=it/> })
}

#[component]
fn Loaded(desk: Desk) -> impl IntoView {
    let name = desk.registration.full_name();
    let title = (texts().review.desk_title)(&name);
    let who = format!(
        "{} · {} · {} · {}",
        desk.actor_name,
        desk.registration.office.label(),
        desk.territory_name,
        desk.registration.role.label()
    );
    let live = Live::of(desk);
    leaving::guard(live.unfinished());
    view! {
        <div class="wrap">
            <Crumbs above=vec![(Place::Start, texts().review.queue.to_owned())] here=name/>
            <div class="split center desk-top">
                <div>
                    <Heading text=title id=HEADING class="name card__name"/>
                    <p class="small muted">{who}</p>
                </div>
                <Status live=live/>
            </div>
            <div class="desk">
                <div class="stack stack--l">
                    <Sections live=live/>
                    <SignedCopies live=live/>
                </div>
                <section class="stack" aria-labelledby="seccion"><Reading live=live/></section>
                <Past live=live/>
            </div>
        </div>
        <Bar live=live/>
    }
}

#[component]
fn Status(live: Live) -> impl IntoView {
    let t = texts().review;
    let desk = live.desk();
    let shown = move || {
        desk.with(|it| {
            let marks = [
                (it.incomplete, t.incomplete.to_owned()),
                (it.second_turn, t.second_turn.to_owned()),
            ];
            let marks = marks
                .into_iter()
                .filter(|(on, _)| *on)
                .map(|(_, text)| text);
            let held = it.claim_expires.filter(|at| *at > it.now);
            let held = held.map(|at| (t.held_until)(&time_of_day(at)));
            (it.state, marks.chain(held).collect::<Vec<_>>())
        })
    };
    view! {
        <p class="small cluster">
            {move || {
                let (state, texts) = shown();
                let texts = texts.into_iter().map(|it| view! { <span>{it}</span> });
                (candidacy_tag(state), texts.collect_view())
            }}
        </p>
    }
}

#[component]
fn Sections(live: Live) -> impl IntoView {
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
                {move || desk.get().sections.into_iter().map(|it| row(live, &it)).collect_view()}
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
fn row(live: Live, it: &DeskSection) -> impl IntoView + use<> {
    let section = it.section;
    let chosen = live.chosen();
    let (icon, state) = mark(it);
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
                {icon.view()}
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
pub(super) fn mark(it: &DeskSection) -> (Icon, &'static str) {
    let t = texts().review;
    let own = it.own_decision.as_ref().filter(|_| it.to_decide);
    match own {
        Some(Verdict::Approve) => (Icon::Check, t.approved),
        Some(Verdict::Observe { .. }) => (Icon::Flag, t.observed),
        None if it.to_decide => (Icon::Circle, t.not_decided),
        None => (Icon::Lock, it.state.label()),
    }
}

/// Whether the bar offers to pause or resume.
pub(super) fn is_published(state: State) -> bool {
    state == State::Published
}
